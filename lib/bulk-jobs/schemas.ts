/** Work for many users at once, and what came of it (safe for the browser). */
import { z } from "zod";
import { MAIL_KINDS } from "#lib/mail/schemas.ts";

export const BULK_KINDS = [...MAIL_KINDS, "delete_users"] as const;
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
});
export type BulkResult = z.infer<typeof BulkResult>;
