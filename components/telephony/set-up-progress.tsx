"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { RunLines } from "#components/plans/run-lines.tsx";
import { usePlanActs } from "#components/plans/use-plan-acts.ts";
import type { PlanActs } from "#components/plans/use-plan-acts.ts";
import { wayOut } from "#components/plans/way-out.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { SetUpRun } from "#lib/telephony/schemas.ts";

type SetUpProgressProps = { accountId: string; setUp: SetUpRun; mayAct: boolean };

/** How the last "Apply Changes" goes, step by step; what stopped it, and the way on (SVC-08). */
export function SetUpProgress({ accountId, setUp: { plan, run }, mayAct }: SetUpProgressProps) {
  const t = useTranslations("telephony.run");
  const acts = usePlanActs(accountId, plan);
  const at = `/accounts/${accountId}/provisioning/runs/${plan.id}`;
  const error = acts.failure && <Banner live tone="bad" title={acts.failure.message} className="mt-2" />;
  const link = (label: string) => <Link href={at} className="link">{label}</Link>;
  if (plan.status === "planning") return <Working label={t("reading")} value={null} />;
  if (plan.status === "refused" || plan.status === "stale" || plan.status === "ready") {
    return (
      <>
        <Banner
          live
          tone="bad"
          className="mt-2"
          title={t("stands")}
          action={mayAct && <Button size="sm" pending={acts.pending === "read-again"} onClick={acts.readAgain}>{t("again")}</Button>}
        >
          <ul className="flex flex-col gap-1">
            {plan.refusals.map((reason) => <li key={reason}>{reason}</li>)}
            {run.problems.map((problem) => (
              <li key={problem.code + problem.message}>
                {problem.message} {mayAct && <Way accountId={accountId} run={run} problem={problem} acts={acts} />}
              </li>
            ))}
          </ul>
          <p className="mt-1">{link(t("openSettle"))}</p>
        </Banner>
        {error}
      </>
    );
  }
  if (run.status === "failed") {
    return (
      <>
        <Banner live tone="bad" className="mt-2" title={t("failed")} action={mayAct && <Button size="sm" pending={acts.pending?.startsWith("retry")} onClick={() => acts.retry([run])}>{t("again")}</Button>}>
          <p>{run.error}</p>
          <p className="mt-1">{link(t("open"))}</p>
        </Banner>
        {error}
        <div className="mt-2"><RunLines lines={run.lines} /></div>
      </>
    );
  }
  if (plan.status !== "done") {
    return (
      <>
        <Working label={t("working")} value={run.doneCount} max={Math.max(1, run.stepCount)} detail={t("progress", { done: run.doneCount, of: run.stepCount })} />
        {run.error !== "" && <p className="mt-1 text-sm text-warn">{run.error}</p>}
        <div className="mt-2"><RunLines lines={run.lines} /></div>
      </>
    );
  }
  const summary = run.status === "rolled_back" ? t("takenBack") : run.stepCount === 0 ? t("unchanged") : t("done", { count: run.stepCount });
  return (
    <details className="group/run mt-1.5 text-sm">
      <summary className="link inline-flex min-h-6 cursor-pointer items-center gap-1">
        {summary}
        <ChevronDown aria-hidden className="size-4 transition-transform group-open/run:rotate-180" />
      </summary>
      <div className="mt-1.5">
        <RunLines lines={run.lines} />
        {link(t("open"))}
      </div>
    </details>
  );
}

function Working(props: { label: string; value: number | null; max?: number; detail?: string }) {
  return <div role="status" className="mt-2"><Progress {...props} /></div>;
}

type WayProps = { accountId: string; run: SetUpRun["run"]; problem: SetUpRun["run"]["problems"][number]; acts: PlanActs };

/** What can be pressed to settle a problem: another number, or the page where its cause is. */
function Way({ accountId, run, problem, acts }: WayProps): ReactNode {
  const way = wayOut(problem, run.userId);
  if (way === null) return null;
  if (way.kind === "page") return <ButtonLink size="sm" href={`/accounts/${accountId}/${way.path}`}>{problem.suggestion}</ButtonLink>;
  return (
    <Button size="sm" pending={acts.pending === `number ${run.id}`} aria-disabled={acts.busy || undefined} onClick={() => acts.busy || acts.takeNumber(run, way.number)}>
      {problem.suggestion}
    </Button>
  );
}
