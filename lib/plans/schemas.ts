/** Plans, their runs and steps, as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";
import { UserSelection } from "#lib/users/schemas.ts";

export const PLAN_PURPOSES = ["assign", "remove", "rollback", "repair"] as const;
export type PlanPurpose = (typeof PLAN_PURPOSES)[number];

/**
 * - `planning`: the systems are being read
 * - `ready`: a person can review and apply it
 * - `checking`: applied; whether the world is still as it was read is being looked at
 * - `stale`: it is not; the plan was refused with what moved
 * - `refused`: no plan could be made
 */
export const PLAN_STATUSES = ["planning", "ready", "checking", "applying", "done", "stale", "refused", "cancelled"] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export const RUN_STATUSES = ["planned", "blocked", "left_out", "unchanged", "queued", "running", "waiting", "succeeded", "failed", "rolled_back", "cancelled"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

const DirectoryNumber = z.string().trim().regex(/^[0-9*#]{1,20}$/, "A directory number has digits, * and # only.");

/** Gives a template (by its role) to users, or takes their services away when no role is named. */
export const AddPlanInput = z.object({
  selection: UserSelection,
  serviceRoleId: z.uuid().nullable(),
  /** The lowest number to give to those who ask for any. */
  firstNumber: z.union([z.literal(""), DirectoryNumber]).default(""),
  agentGroups: z.array(z.string().max(20)).max(20).default([]),
  /** Also makes the contact center's employee and agent; never happens by itself (ACDCC-03). */
  contactCenter: z.boolean().default(true),
  otherPhonePrefix: z.string().regex(/^[0-9*]{0,6}$/, "Up to six digits.").default(""),
  otherPhoneSuffix: z.string().regex(/^[0-9*]{0,6}$/, "Up to six digits.").default(""),
});
export type AddPlanInput = z.infer<typeof AddPlanInput>;

export const PlanView = z.object({
  id: z.uuid(),
  purpose: z.enum(PLAN_PURPOSES),
  status: z.enum(PLAN_STATUSES),
  title: z.string(),
  /** Why the plan as a whole can not be applied. */
  refusals: z.array(z.string()),
  runCount: z.number().int(),
  stepCount: z.number().int(),
  blockedCount: z.number().int(),
  unchangedCount: z.number().int(),
  succeededCount: z.number().int(),
  failedCount: z.number().int(),
  /** Steps per kind of peer, with the peer's own name. */
  peers: z.array(z.object({ kind: z.string(), name: z.string(), steps: z.number().int() })),
  createdByName: z.string(),
  createdAt: z.iso.datetime(),
  /** When the systems were read. */
  readAt: z.iso.datetime().nullable(),
  appliedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type PlanView = z.infer<typeof PlanView>;
export const PlanPage = listPage(PlanView);
/** Searched by part of the name of a plan, or of who made it. */
export const FindPlansInput = ListQuery.extend({ status: z.enum(PLAN_STATUSES).optional() });
export type FindPlansInput = z.infer<typeof FindPlansInput>;

/** `number` is the one that `suggestion` offers, e.g. "Use 2255, next free". */
export const RunProblem = z.object({ code: z.string(), message: z.string(), suggestion: z.string().nullable(), number: z.string().nullable() });
export type RunProblem = z.infer<typeof RunProblem>;

/** A line of a run: one step, or two that read as one thing. */
export const RunLine = z.object({
  action: z.enum(["create", "update", "delete"]),
  title: z.string(),
  detail: z.string(),
  peer: z.string(),
  status: z.enum(["planned", "done", "failed"]),
  error: z.string(),
  durationMs: z.number().nullable(),
});
export type RunLine = z.infer<typeof RunLine>;

export const RunView = z.object({
  id: z.uuid(),
  userId: z.uuid(),
  userName: z.string(),
  status: z.enum(RUN_STATUSES),
  number: z.string(),
  problems: z.array(RunProblem),
  stepCount: z.number().int(),
  doneCount: z.number().int(),
  error: z.string(),
  lines: z.array(RunLine),
});
export type RunView = z.infer<typeof RunView>;
export const RunPage = listPage(RunView);
export const FindRunsInput = ListQuery.extend({ planId: z.uuid(), status: z.enum(["blocked", "left_out", "others", "active", "waiting", "failed", "succeeded"]).optional(), size: z.coerce.number().int().min(1).max(100).default(50) });

export const RunDetail = RunView.extend({
  planId: z.uuid(),
  /** What remains to be done by hand (ACDCC-11). */
  remaining: z.array(z.object({ code: z.string(), number: z.string(), message: z.string() })),
});

/** Leaves a user out of a plan or takes them in again, or asks for another number. */
export const ChangeRunInput = z.object({ planId: z.uuid(), runId: z.uuid(), leaveOut: z.boolean().optional(), number: DirectoryNumber.optional() });

/** Which runs of a plan: those named, or all that failed. */
export const RunChoice = z.object({ planId: z.uuid(), runIds: z.array(z.uuid()).min(1).max(10_000).optional() });
