import type { PlanView } from "#lib/plans/schemas.ts";
import { PlanApplying } from "./plan-applying.tsx";
import { PlanMaking } from "./plan-making.tsx";
import { PlanRefused } from "./plan-refused.tsx";
import { PlanResult } from "./plan-result.tsx";
import { PlanReview } from "./plan-review.tsx";
import { stageOf } from "./stage.ts";
import type { Stage } from "./stage.ts";

const PAGES: Record<Stage, typeof PlanReview> = {
  making: PlanMaking,
  review: PlanReview,
  applying: PlanApplying,
  ended: PlanResult,
  refused: PlanRefused,
  cancelled: PlanResult,
};

/** A plan on one address from its making to its result. */
export function PlanPage({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const Page = PAGES[stageOf(plan)];
  return <Page accountId={accountId} plan={plan} />;
}
