/** Work for many users at once, and what came of it (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

export const BULK_KINDS = ["welcome", "password_reset", "mivb_deployment", "office_deployment", "delete_users", "licenses", "sms_numbers"] as const;
export type BulkKind = (typeof BULK_KINDS)[number];

/** Some who were left out for the same reason: how many, and a few of them by name. */
export const LeftOut = z.object({ reason: z.string(), count: z.number().int(), examples: z.array(z.string()) });
export type LeftOut = z.infer<typeof LeftOut>;

/** What a bulk action did: how many it was for, who was left out and why, and how many a job is still working on. */
export const BulkResult = z.object({
  done: z.number().int(),
  skipped: z.array(LeftOut),
  /** Too many for one request: a job deals with so many, and the bell tells of its end. */
  inBackground: z.number().int().default(0),
  /** That job. */
  bulkJobId: z.uuid().nullable().default(null),
});
export type BulkResult = z.infer<typeof BulkResult>;

/** What an act did with one user: dealt with, a mail queued, or left out for a reason. */
export type UserOutcome = { userId: string; name: string; email: string; outcome: "done" | "queued" | "left_out"; reason: string };

export const BULK_JOB_STATUSES = ["working", "completed", "failed", "cancelled"] as const;

/** A job that deals with a long list of users. */
export const BulkJobView = z.object({
  id: z.uuid(),
  kind: z.enum(BULK_KINDS),
  status: z.enum(BULK_JOB_STATUSES),
  /** The users it is for, and how many of them it has got to. */
  users: z.number().int(),
  reached: z.number().int(),
  /** Of these: dealt with (a mail: sent), failed (a mail that could not be delivered), and left out. */
  done: z.number().int(),
  failed: z.number().int(),
  leftOut: z.number().int(),
  /** And those whose mail waits to be sent; once the job is cancelled it is not sent any more. */
  waiting: z.number().int(),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type BulkJobView = z.infer<typeof BulkJobView>;

/** How it stands with one user of a job; "queued" and "failed" are of mails. */
export const RESULT_STATES = ["done", "queued", "failed", "left_out", "cancelled"] as const;
export const BulkJobResultView = z.object({ userId: z.uuid(), name: z.string(), email: z.string(), state: z.enum(RESULT_STATES), reason: z.string() });
export type BulkJobResultView = z.infer<typeof BulkJobResultView>;

export const FindBulkJobResultsInput = ListQuery.extend({ bulkJobId: z.uuid(), sort: z.enum(["name", "-name"]).default("name"), state: z.enum(RESULT_STATES).optional() });
export type FindBulkJobResultsInput = z.infer<typeof FindBulkJobResultsInput>;
export const BulkJobResultPage = listPage(BulkJobResultView).extend({ job: BulkJobView });
export type BulkJobResultPage = z.infer<typeof BulkJobResultPage>;
