"use client";

import UsersRound from "lucide-react/icons/users-round";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { Pill } from "#components/ui/pill.tsx";
import type { Tone } from "#components/ui/tones.ts";
import { RESULT_STATES } from "#lib/bulk-jobs/schemas.ts";
import type { BulkJobResultPage, BulkJobResultView } from "#lib/bulk-jobs/schemas.ts";
import { RESULT_LIST, RESULT_LIST_NAME } from "./result-list.ts";

const TONES: Record<BulkJobResultView["state"], Tone> = { done: "good", queued: "neutral", failed: "bad", left_out: "warn", cancelled: "neutral" };

const keepPreferences = keepListPreferences(RESULT_LIST_NAME);
const idOf = ({ userId }: BulkJobResultView) => userId;
const nameOf = ({ name }: BulkJobResultView) => name;

/** What became of each user of a bulk job. */
export function ResultsTable({ accountId, page, preferences }: { accountId: string; page: BulkJobResultPage; preferences: ListPreferences }) {
  const t = useTranslations("bulkJobs");
  const columns = useMemo<Column<BulkJobResultView>[]>(
    () => [
      { id: "name", header: t("columns.name"), cell: nameOf },
      { id: "email", header: t("columns.email"), cell: ({ email }) => email, from: "md" },
      { id: "state", header: t("columns.state"), cell: ({ state }) => <Pill tone={TONES[state]}>{t(`states.${state}`)}</Pill> },
      { id: "reason", header: t("columns.reason"), cell: ({ reason }) => reason || "–", width: "max-w-120" },
    ],
    [t],
  );
  const filters = useMemo<FilterDefinition[]>(
    () => [{ id: "state", kind: "choice", label: t("columns.state"), options: RESULT_STATES.map((value) => ({ value, label: t(`states.${value}`) })) }],
    [t],
  );
  return (
    <DataTable
      name={t("page.results")}
      shape={RESULT_LIST}
      result={page}
      columns={columns}
      getRowId={idOf}
      rowName={nameOf}
      firstUse={{ icon: <UsersRound />, title: t("page.none"), text: t("page.noneText") }}
      searchLabel={t("page.search")}
      filters={filters}
      exportHref={(format, query) => `/api/v1/accounts/${accountId}/bulk-jobs/${page.job.id}/results/export?format=${format}&${query}`}
      preferences={preferences}
      keepPreferences={keepPreferences}
    />
  );
}
