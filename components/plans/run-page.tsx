"use client";

import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { z } from "zod";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { DefinitionList } from "#components/ui/definition-list.tsx";
import { HistoryLink } from "#components/events/history-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { PlanView, RunDetail } from "#lib/plans/schemas.ts";
import { RemainingSteps } from "./remaining-steps.tsx";
import { RollBackButton } from "./roll-back-button.tsx";
import { RunStatus } from "./run-status.tsx";
import { StepTable } from "./step-table.tsx";
import { usePlanActs } from "./use-plan-acts.ts";

type RunPageProps = { accountId: string; plan: PlanView; run: z.infer<typeof RunDetail> };

/** One user's run: every step with its system, its time and its error, and the ways on. */
export function RunPage({ accountId, plan, run }: RunPageProps) {
  const t = useTranslations("plans");
  const acts = usePlanActs(accountId, plan);
  const { status, error, number, doneCount, stepCount, userName } = run;
  const canRollBack = plan.purpose !== "rollback" && stepCount > 0 && (status === "failed" || status === "succeeded");
  return (
    <>
      <PageHeader
        title={userName}
        subtitle={t("run.subtitle", { purpose: plan.purpose, title: plan.title })}
        actions={
          <>
            <HistoryLink accountId={accountId} asset={{ kind: "provisioning_run", id: run.id, name: userName }} />
            {canRollBack && <RollBackButton accountId={accountId} plan={plan} run={run} />}
            {status === "failed" && (
              <Button variant="primary" icon={<RotateCcw aria-hidden />} pending={acts.pending !== null} onClick={() => acts.retry([run])}>
                {t("failed.retry")}
              </Button>
            )}
          </>
        }
      />
      {acts.failure && <Banner live tone="bad" title={acts.failure.message} className="mb-4.5" />}
      {error !== "" && <Banner tone={status === "failed" ? "bad" : "warn"} title={error} className="mb-4.5" />}
      {run.problems.map(({ code, message }) => (
        <Banner key={code + message} tone="bad" title={message} className="mb-4.5" />
      ))}
      <Card className="mb-4.5">
        <DefinitionList
          columns={3}
          items={[
            { term: t("run.status"), description: <RunStatus run={run} /> },
            { term: t("run.number"), description: number },
            {
              term: t("run.user"),
              description: (
                <Link href={`/accounts/${accountId}/users/${run.userId}`} className="link">
                  {userName}
                </Link>
              ),
            },
          ]}
        />
      </Card>
      <RemainingSteps accountId={accountId} steps={run.remaining} />
      <StepTable lines={run.lines} caption={t("run.steps", { done: doneCount, of: stepCount })} />
    </>
  );
}
