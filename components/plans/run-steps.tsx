"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useRef } from "react";
import type { ReactNode } from "react";
import { ExportMenu } from "#components/data-table/export-menu.tsx";
import { SearchBox } from "#components/data-table/search-box.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";
import { FIRST_PLACE } from "./place.ts";
import { RunEntry } from "./run-entry.tsx";
import { RunGroups } from "./run-groups.tsx";
import type { RunGroupChoice } from "./run-groups.tsx";
import { RunList } from "./run-list.tsx";
import { RunPager } from "./run-pager.tsx";
import { runFileQuery } from "./run-query.ts";
import { useRunAddress } from "./use-run-address.ts";
import { useRuns } from "./use-runs.ts";

const PAGE_SIZE = 25;

type RunStepsProps = {
  accountId: string;
  plan: PlanView;
  title: string;
  figure: number;
  /** The first one is shown where the address names none. */
  choices: readonly [RunGroupChoice, ...RunGroupChoice[]];
  /** How a run stands, once it can stand anyhow. */
  status?: ((run: RunView) => ReactNode) | undefined;
  actions?: (run: RunView) => ReactNode;
  after?: (run: RunView) => ReactNode;
};

/** The users of a plan with their steps: searched, narrowed and paged, each to be opened. */
export function RunSteps({ accountId, plan, title, figure, choices, status, actions, after }: RunStepsProps) {
  const t = useTranslations("plans");
  const timeZone = useTimeZone() ?? "UTC";
  const address = useRunAddress();
  const searchRef = useRef<HTMLInputElement>(null);
  const chosen = choices.find(({ group }) => group === address.group)?.group ?? choices[0].group;
  const group = chosen === "all" ? undefined : chosen;
  const runs = useRuns(accountId, plan, { group, search: address.search, size: PAGE_SIZE, place: address.place });
  return (
    <section className="mb-4.5 overflow-clip rounded-lg border border-line bg-surface shadow-sm">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
        <h2 className="flex items-center gap-2.5 text-base font-semibold">
          {title}
          <Tag>{t("figure", { count: figure })}</Tag>
        </h2>
        <RunGroups choices={choices} chosen={chosen} onChoose={address.setGroup} />
        <div className="ms-auto flex w-full items-center justify-end gap-1 sm:w-auto">
          <div className="flex grow justify-end sm:w-60">
            <SearchBox label={t("find")} value={address.search} onSearch={address.setSearch} inputRef={searchRef} />
          </div>
          <ExportMenu hrefOf={(format) => `/api/v1/accounts/${accountId}/provisioning/plans/${plan.id}/runs/export?${runFileQuery(format, { group, search: address.search }, timeZone)}`} />
        </div>
      </header>
      <RunList
        runs={runs}
        expected={plan.runCount}
        nothing={t(address.search === "" ? "list.none" : "list.noMatch", { search: address.search })}
        onClear={address.search === "" ? undefined : () => address.setSearch("")}
      >
        {(run, index) => (
          <RunEntry
            key={run.id}
            run={run}
            href={status ? `/accounts/${accountId}/provisioning/runs/${plan.id}/${run.id}` : null}
            startsOpen={index === 0 && address.place.page === FIRST_PLACE.page}
            status={status?.(run)}
            actions={actions?.(run)}
          >
            {after?.(run)}
          </RunEntry>
        )}
      </RunList>
      {runs.list && <RunPager list={runs.list} size={PAGE_SIZE} place={address.place} onMove={address.setPlace} />}
    </section>
  );
}
