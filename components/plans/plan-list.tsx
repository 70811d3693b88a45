"use client";

import ListChecks from "lucide-react/icons/list-checks";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { PlanView } from "#lib/plans/schemas.ts";
import { PLAN_LIST, PLAN_LIST_NAME } from "./plan-list-shape.ts";
import { PlanStatus } from "./plan-status.tsx";

const keep = keepListPreferences(PLAN_LIST_NAME);
const STATUSES = ["planning", "ready", "applying", "done", "stale", "refused", "cancelled"] as const;

type PlanListProps = { accountId: string; list: ListPage<PlanView>; preferences: ListPreferences };

/** The plans of an account, newest first. */
export function PlanList({ accountId, list, preferences }: PlanListProps) {
  const t = useTranslations("plans");
  const columns = useMemo(() => columnsOf(t), [t]);
  const filters = useMemo<FilterDefinition[]>(
    () => [{ id: "status", kind: "choice", label: t("statusFilter.label"), options: STATUSES.map((status) => ({ value: status, label: t(`statusFilter.${status}`) })) }],
    [t],
  );
  return (
    <DataTable
      name={t("name")}
      shape={PLAN_LIST}
      result={list}
      columns={columns}
      getRowId={idOf}
      rowName={titleOf}
      rowHref={({ id }) => `/accounts/${accountId}/provisioning/runs/${id}`}
      searchLabel={t("search")}
      filters={filters}
      exportHref={(format, query) => `/api/v1/accounts/${accountId}/provisioning/plans/export?format=${format}&${query}`}
      firstUse={{
        icon: <ListChecks />,
        title: t("emptyTitle"),
        text: t("emptyText"),
        action: <ButtonLink href={`/accounts/${accountId}/users`}>{t("emptyAction")}</ButtonLink>,
      }}
      preferences={preferences}
      keepPreferences={keep}
      heading={() => <PageHeader title={t("title")} subtitle={t("subtitle")} />}
    />
  );
}

function idOf({ id }: PlanView): string {
  return id;
}

function titleOf({ title }: PlanView): string {
  return title;
}

type Translate = ReturnType<typeof useTranslations<"plans">>;

function columnsOf(t: Translate): Column<PlanView>[] {
  const figure = (count: number) => t("figure", { count });
  return [
    { id: "title", header: t("columns.title"), cell: titleOf, width: "max-w-72" },
    { id: "purpose", header: t("columns.purpose"), cell: ({ purpose }) => t(`purpose.${purpose}`), from: "md" },
    { id: "status", header: t("columns.status"), cell: (plan) => <PlanStatus plan={plan} /> },
    { id: "users", header: t("columns.users"), cell: ({ runCount }) => figure(runCount), numeric: true, from: "sm" },
    { id: "steps", header: t("columns.steps"), cell: ({ stepCount }) => figure(stepCount), numeric: true, from: "md" },
    { id: "by", header: t("columns.by"), cell: ({ createdByName }) => createdByName, from: "lg" },
    { id: "when", header: t("columns.when"), cell: ({ createdAt }) => <Time value={createdAt} />, from: "sm" },
  ];
}
