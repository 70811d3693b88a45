import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { read } from "#app/actor.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import { RunPage } from "#components/plans/run-page.tsx";
import { Trail } from "#components/shell/trail.tsx";
import { getRun } from "#lib/plans/find-runs.ts";
import { planAt } from "../plan.ts";

type Props = { params: Promise<{ accountId: string; planId: string; runId: string }> };

const runAt = cache(async (accountId: string, planId: string, runId: string) => {
  if (!z.uuid().safeParse(planId).success || !z.uuid().safeParse(runId).success) notFound();
  return read(getRun, accountId, { planId, runId });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { accountId, planId, runId } = await params;
  return { title: (await runAt(accountId, planId, runId)).userName };
}

export default async function ProvisioningRunPage({ params }: Props) {
  const { accountId, planId, runId } = await params;
  const [plan, run] = await Promise.all([planAt(accountId, planId), runAt(accountId, planId, runId)]);
  return (
    <>
      <LiveRefresh topics={[`plan:${planId}`]} />
      <Trail steps={[{ label: plan.title, href: `/accounts/${accountId}/provisioning/runs/${planId}` }, { label: run.userName }]} />
      <RunPage accountId={accountId} plan={plan} run={run} />
    </>
  );
}
