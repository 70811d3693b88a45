"use client";

import Hourglass from "lucide-react/icons/hourglass";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Card } from "#components/ui/card.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { CancelButton } from "./cancel-button.tsx";
import { FailedRuns } from "./failed-runs.tsx";
import { planFigures } from "./plan-figures.ts";
import { PlanHead } from "./plan-head.tsx";
import type { RunGroupChoice } from "./run-groups.tsx";
import { RunStatus } from "./run-status.tsx";
import { RunSteps } from "./run-steps.tsx";
import { usePlanActs } from "./use-plan-acts.ts";
import { useRuns } from "./use-runs.ts";

const LEFT_OUT = { group: "left_out", size: 1 } as const;
const WAITING = { group: "waiting", size: 1 } as const;

/** A plan at work: how far it is, who failed so far, and every run as it stands. */
export function PlanApplying({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const t = useTranslations("plans");
  const acts = usePlanActs(accountId, plan);
  const leftOut = useRuns(accountId, plan, LEFT_OUT).list;
  const waiting = useRuns(accountId, plan, WAITING).list;
  const figures = planFigures(plan, leftOut?.total ?? 0);
  const checking = plan.status !== "applying";
  const choices: [RunGroupChoice, ...RunGroupChoice[]] = [
    { group: "all", label: t("groups.all") },
    { group: "active", label: t("groups.working") },
    ...(plan.failedCount > 0 ? [{ group: "failed", label: t("groups.failed", { count: plan.failedCount }) } as const] : []),
    { group: "succeeded", label: t("groups.done", { count: plan.succeededCount }) },
  ];
  return (
    <>
      <PlanHead accountId={accountId} plan={plan} actions={<CancelButton accountId={accountId} plan={plan} onCancelled={acts.refresh} />} />
      {acts.failure?.act === "retry" && <Banner live tone="bad" title={acts.failure.message} className="mb-4.5" />}
      <Card className="mb-4.5">
        <div role="status">
          <Progress
            label={t(checking ? "applying.checking" : "applying.working")}
            detail={checking ? undefined : t("applying.progress", { done: figures.ended, of: figures.users, failed: plan.failedCount })}
            value={checking ? null : figures.ended}
            max={Math.max(1, figures.users)}
          />
        </div>
        {waiting?.items[0] && (
          <p role="status" className="mt-3 flex items-start gap-2 text-sm text-warn">
            <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0" />
            {t("applying.waiting", { count: waiting.total, reason: waiting.items[0].error })}
          </p>
        )}
        <p className="mt-3 text-sm text-fg-2">{t("applying.stay")}</p>
      </Card>
      {plan.failedCount > 0 && <FailedRuns accountId={accountId} plan={plan} acts={acts} />}
      <RunSteps accountId={accountId} plan={plan} title={t("runsTitle")} figure={figures.users} choices={choices} status={(run) => <RunStatus run={run} />} />
    </>
  );
}
