import type { Metadata } from "next";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { PlanPage } from "#components/plans/plan-page.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { planAt } from "./plan.ts";

type Props = { params: Promise<{ accountId: string; planId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, planId } = await params;
  return { title: (await planAt(accountId, planId)).title };
}

export default async function ProvisioningPlanPage({ params }: Props) {
  const { accountId, planId } = await params;
  const plan = await planAt(accountId, planId);
  return (
    <>
      <LiveRefresh topics={[`plan:${planId}`]} />
      <Trail steps={[{ label: plan.title }]} />
      <PlanPage accountId={accountId} plan={plan} />
    </>
  );
}
