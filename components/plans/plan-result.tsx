"use client";

import Check from "lucide-react/icons/check";
import CircleDashed from "lucide-react/icons/circle-dashed";
import Minus from "lucide-react/icons/minus";
import RotateCcw from "lucide-react/icons/rotate-ccw";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { StatCard } from "#components/ui/stat-card.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { FailedRuns } from "./failed-runs.tsx";
import { PlanHead } from "./plan-head.tsx";
import { RollBackButton } from "./roll-back-button.tsx";
import type { RunGroupChoice } from "./run-groups.tsx";
import { RunRemaining } from "./run-remaining.tsx";
import { RunStatus } from "./run-status.tsx";
import { RunSteps } from "./run-steps.tsx";
import { usePlanActs } from "./use-plan-acts.ts";

/** What came of a plan, with the ways on: try again, take back, and what remains to be done by hand (ACDCC-11). */
export function PlanResult({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const t = useTranslations("plans");
  const acts = usePlanActs(accountId, plan);
  const { failedCount, succeededCount, unchangedCount, runCount, purpose, status } = plan;
  const changed = succeededCount - unchangedCount;
  const others = runCount - succeededCount - failedCount;
  // A plan that was cancelled before it was applied is shown as what it would have done.
  const applied = plan.appliedAt !== null;
  const choices: [RunGroupChoice, ...RunGroupChoice[]] = [
    { group: "all", label: t("groups.all") },
    ...(failedCount > 0 ? [{ group: "failed", label: t("groups.failed", { count: failedCount }) } as const] : []),
    ...(applied ? [{ group: "succeeded", label: t("groups.done", { count: succeededCount }) } as const] : []),
    ...(applied && others > 0 ? [{ group: "others", label: t("groups.others", { count: others }) } as const] : []),
  ];
  const canRollBack = purpose !== "rollback" && (changed > 0 || failedCount > 0);
  return (
    <>
      <PlanHead
        accountId={accountId}
        plan={plan}
        actions={
          <>
            {canRollBack && <RollBackButton accountId={accountId} plan={plan} />}
            {failedCount > 0 && (
              <Button variant="primary" icon={<RotateCcw aria-hidden />} pending={acts.pending === "retry"} aria-disabled={acts.busy || undefined} onClick={() => acts.busy || acts.retry()}>
                {t("failed.retryAll", { count: failedCount })}
              </Button>
            )}
          </>
        }
      />
      {acts.failure?.act === "retry" && <Banner live tone="bad" title={acts.failure.message} className="mb-4.5" />}
      {status === "done" && (
        <div className="mb-4.5 grid grid-cols-2 gap-3.5 lg:grid-cols-4">
          <StatCard icon={<Check aria-hidden />} label={t("result.done")} value={t("figure", { count: changed })} tone={changed > 0 ? "good" : "neutral"} />
          <StatCard icon={<X aria-hidden />} label={t("result.failed")} value={t("figure", { count: failedCount })} tone={failedCount > 0 ? "bad" : "neutral"} />
          <StatCard icon={<Minus aria-hidden />} label={t("result.unchanged")} value={t("figure", { count: unchangedCount })} />
          <StatCard icon={<CircleDashed aria-hidden />} label={t("result.others")} value={t("figure", { count: others })} />
        </div>
      )}
      {failedCount > 0 && <FailedRuns accountId={accountId} plan={plan} acts={acts} />}
      <RunSteps
        accountId={accountId}
        plan={plan}
        title={t("runsTitle")}
        figure={runCount}
        choices={choices}
        status={applied ? (run) => <RunStatus run={run} /> : undefined}
        actions={(run) => run.status === "succeeded" && run.stepCount > 0 && purpose !== "rollback" && <RollBackButton accountId={accountId} plan={plan} run={run} variant="ghost" />}
        after={(run) => run.status === "succeeded" && purpose === "assign" && <RunRemaining accountId={accountId} planId={plan.id} runId={run.id} />}
      />
    </>
  );
}
