"use client";

import RefreshCw from "lucide-react/icons/refresh-cw";
import { useTranslations } from "next-intl";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { ApplyButton } from "./apply-button.tsx";
import { BlockedRuns } from "./blocked-runs.tsx";
import { CancelButton } from "./cancel-button.tsx";
import { PeerCards } from "./peer-cards.tsx";
import { PlanBar } from "./plan-bar.tsx";
import { planFigures } from "./plan-figures.ts";
import { PlanHead } from "./plan-head.tsx";
import { Reasons } from "./reasons.tsx";
import type { RunGroupChoice } from "./run-groups.tsx";
import { RunSteps } from "./run-steps.tsx";
import { usePlanActs } from "./use-plan-acts.ts";
import { useRuns } from "./use-runs.ts";

/** Of the runs left out by hand only the number is needed here. */
const LEFT_OUT = { group: "left_out", size: 1 } as const;

/** A plan before it is applied, in the same layout as the report after it: problems first, then every step. */
export function PlanReview({ accountId, plan }: { accountId: string; plan: PlanView }) {
  const t = useTranslations("plans");
  const acts = usePlanActs(accountId, plan);
  const leftOut = useRuns(accountId, plan, LEFT_OUT).list;
  const figures = leftOut && planFigures(plan, leftOut.total);
  const stale = plan.status === "stale";
  const refused = !stale && plan.refusals.length > 0;
  const nobody = figures?.users === 0;
  const readAgain = (
    <Button variant={stale ? "primary" : "secondary"} icon={<RefreshCw aria-hidden />} pending={acts.pending === "read-again"} aria-disabled={acts.busy || undefined} onClick={() => acts.busy || acts.readAgain()}>
      {t("readAgain")}
    </Button>
  );
  const choices: [RunGroupChoice, ...RunGroupChoice[]] = [
    { group: "active", label: t("groups.withSteps") },
    ...(plan.unchangedCount > 0 ? [{ group: "succeeded", label: t("groups.unchanged", { count: plan.unchangedCount }) } as const] : []),
    ...(leftOut && leftOut.total > 0 ? [{ group: "left_out", label: t("groups.leftOut", { count: leftOut.total }) } as const] : []),
  ];
  return (
    <>
      <PlanHead accountId={accountId} plan={plan} actions={!stale && readAgain} />
      {acts.failure && !acts.failure.act.includes(" ") && <Banner live tone="bad" title={acts.failure.message} className="mb-4.5" />}
      {stale && (
        <Banner live tone="warn" title={t("stale.title")} action={readAgain} className="mb-4.5">
          {t("stale.text")}
          <Reasons reasons={plan.refusals} />
        </Banner>
      )}
      {refused && (
        <Banner live tone="bad" title={t("refused.asItIs")} action={<ButtonLink href={`/accounts/${accountId}/integrations/network-elements`}>{t("refused.elements")}</ButtonLink>} className="mb-4.5">
          <Reasons reasons={plan.refusals} />
        </Banner>
      )}
      <PeerCards peers={plan.peers} />
      {plan.blockedCount > 0 && <BlockedRuns accountId={accountId} plan={plan} acts={acts} />}
      <RunSteps
        accountId={accountId}
        plan={plan}
        title={t("stepsTitle")}
        figure={plan.stepCount}
        choices={choices}
        actions={(run) =>
          run.status === "left_out" && (
            <Button variant="ghost" aria-label={t("takeInName", { name: run.userName })} pending={acts.pending === `leave ${run.id}`} onClick={() => acts.busy || acts.leaveOut(run, false)}>
              {t("takeIn")}
            </Button>
          )
        }
      />
      <PlanBar figures={figures} steps={plan.stepCount} working={plan.status === "planning"} obstacle={nobody ? t("bar.nobody") : null}>
        <CancelButton accountId={accountId} plan={plan} onCancelled={acts.refresh} />
        {!stale && <ApplyButton accountId={accountId} plan={plan} users={figures?.users ?? null} disabled={acts.busy || refused || figures === null || nobody} acts={acts} />}
      </PlanBar>
    </>
  );
}
