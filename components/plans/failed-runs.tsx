"use client";

import RotateCcw from "lucide-react/icons/rotate-ccw";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { useState } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";
import { FIRST_PLACE } from "./place.ts";
import { RollBackButton } from "./roll-back-button.tsx";
import { RunList } from "./run-list.tsx";
import { RunPager } from "./run-pager.tsx";
import type { PlanActs } from "./use-plan-acts.ts";
import { useRuns } from "./use-runs.ts";

const PAGE_SIZE = 10;

/** The runs that failed, on top: which step, why, and the two ways on (ACDADD-03). */
export function FailedRuns({ accountId, plan, acts }: { accountId: string; plan: PlanView; acts: PlanActs }) {
  const t = useTranslations("plans.failed");
  const [place, setPlace] = useState(FIRST_PLACE);
  const runs = useRuns(accountId, plan, { group: "failed", size: PAGE_SIZE, place });
  return (
    <Card flush tone="bad" title={t("title", { count: plan.failedCount })} description={plan.purpose === "assign" ? t("sameSteps") : undefined} className="mb-4.5">
      <RunList runs={runs} expected={plan.failedCount} nothing={t("none")}>
        {(run) => <FailedRun key={run.id} accountId={accountId} plan={plan} run={run} acts={acts} />}
      </RunList>
      {runs.list && <RunPager list={runs.list} size={PAGE_SIZE} place={place} onMove={setPlace} />}
    </Card>
  );
}

function FailedRun({ accountId, plan, run, acts }: { accountId: string; plan: PlanView; run: RunView; acts: PlanActs }) {
  const t = useTranslations("plans.failed");
  const { busy, pending, failure } = acts;
  const line = run.lines.find(({ status }) => status === "failed");
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <Avatar name={run.userName} />
      <div className="min-w-0 flex-1 basis-64">
        <p>
          <Link href={`/accounts/${accountId}/provisioning/runs/${plan.id}/${run.id}`} className="me-2.5 font-semibold hover:underline">
            {run.userName}
          </Link>
          <span className="text-fg-2">{run.error}</span>
        </p>
        {line && <p className="text-sm text-fg-3">{t("step", { title: line.title, done: run.doneCount, of: run.stepCount })}</p>}
        {failure?.act === `retry ${run.id}` && (
          <p role="alert" className="text-sm text-bad">
            {failure.message}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1.5 max-sm:w-full">
        <Button icon={<RotateCcw aria-hidden />} aria-label={t("retryFor", { name: run.userName })} pending={pending === `retry ${run.id}`} aria-disabled={busy || undefined} onClick={() => busy || acts.retry([run])}>
          {t("retry")}
        </Button>
        {plan.purpose !== "rollback" && <RollBackButton accountId={accountId} plan={plan} run={run} variant="ghost" />}
      </div>
    </li>
  );
}
