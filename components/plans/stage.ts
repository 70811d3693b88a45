/** Which heading a plan has, by how far it is. Pure. */
import type { PlanStatus, PlanView } from "#lib/plans/schemas.ts";

export type Stage = "making" | "review" | "applying" | "ended" | "refused" | "cancelled";

const STAGE: Record<PlanStatus, Stage> = {
  planning: "making",
  ready: "review",
  stale: "review",
  checking: "applying",
  applying: "applying",
  done: "ended",
  refused: "refused",
  cancelled: "cancelled",
};

/** A plan that is made anew keeps its page, so that nothing jumps while one user after the other is settled. */
export function stageOf({ status, purpose, readAt }: Pick<PlanView, "status" | "purpose" | "readAt">): Stage {
  const reviewed = purpose === "assign" || purpose === "remove";
  return status === "planning" && readAt !== null && reviewed ? "review" : STAGE[status];
}
