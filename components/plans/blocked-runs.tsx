"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "#components/ui/card.tsx";
import type { PlanView } from "#lib/plans/schemas.ts";
import { BlockedRun } from "./blocked-run.tsx";
import { FIRST_PLACE } from "./place.ts";
import { RunList } from "./run-list.tsx";
import { RunPager } from "./run-pager.tsx";
import type { PlanActs } from "./use-plan-acts.ts";
import { useRuns } from "./use-runs.ts";

const PAGE_SIZE = 10;

/** The users who can not be applied as they are, on top of everything else. */
export function BlockedRuns({ accountId, plan, acts }: { accountId: string; plan: PlanView; acts: PlanActs }) {
  const t = useTranslations("plans.blocked");
  const [place, setPlace] = useState(FIRST_PLACE);
  const runs = useRuns(accountId, plan, { group: "blocked", size: PAGE_SIZE, place });
  return (
    <Card flush tone="bad" title={t("title", { count: plan.blockedCount })} className="mb-4.5">
      <RunList runs={runs} expected={plan.blockedCount} nothing={t("none")}>
        {(run) => <BlockedRun key={run.id} accountId={accountId} run={run} acts={acts} />}
      </RunList>
      {runs.list && <RunPager list={runs.list} size={PAGE_SIZE} place={place} onMove={setPlace} />}
    </Card>
  );
}
