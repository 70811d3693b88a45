/** The figures of a plan as a person counts them. Pure. */
import type { PlanView } from "#lib/plans/schemas.ts";

type Counts = Pick<PlanView, "runCount" | "blockedCount" | "unchangedCount" | "succeededCount" | "failedCount">;

/** `leftOut` are those who can not be applied and those left out by hand; `ended` of `users` have come to their end. */
export type PlanFigures = { users: number; leftOut: number; unchanged: number; ended: number };

/** @param byHand how many were left out by hand, whom the plan does not count */
export function planFigures({ runCount, blockedCount, unchangedCount, succeededCount, failedCount }: Counts, byHand: number): PlanFigures {
  const leftOut = blockedCount + byHand;
  return { users: Math.max(0, runCount - leftOut), leftOut, unchanged: unchangedCount, ended: succeededCount + failedCount };
}
