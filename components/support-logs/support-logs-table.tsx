"use client";

import LifeBuoy from "lucide-react/icons/life-buoy";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { SupportLogItem, SupportLogPage } from "#lib/support-logs/schemas.ts";
import { supportLogColumns } from "./support-log-columns.tsx";
import { SUPPORT_LOG_LIST } from "./support-log-list.ts";

type SupportLogsTableProps = { accountId: string; page: SupportLogPage; preferences: ListPreferences };

const STATES = ["open", "reported", "resolved"] as const;

const keepPreferences = keepListPreferences("supportLogs");
const idOf = ({ id }: SupportLogItem) => id;

/** The Support Logs page: searched by title alone, filtered by application and state (LOGS-04 to LOGS-11). */
export function SupportLogsTable({ accountId, page, preferences }: SupportLogsTableProps) {
  const t = useTranslations("supportLogs");
  const columnWords = useTranslations("supportLogs.list.columns");
  const router = useRouter();
  const addressOf = useCallback(({ id }: SupportLogItem) => `/accounts/${accountId}/support/logs/${id}`, [accountId]);
  const open = useCallback((log: SupportLogItem) => router.push(addressOf(log)), [router, addressOf]);
  const columns = useMemo(() => supportLogColumns(columnWords), [columnWords]);
  const { products } = page;
  const filters = useMemo<FilterDefinition[]>(
    () => [
      { id: "product", kind: "choice", label: t("list.filters.product"), options: products.map((value) => ({ value, label: value })) },
      { id: "state", kind: "choice", label: t("list.filters.state"), options: STATES.map((value) => ({ value, label: t(`states.${value}`) })) },
    ],
    [t, products],
  );
  return (
    <DataTable
      name={t("title")}
      shape={SUPPORT_LOG_LIST}
      result={page}
      columns={columns}
      getRowId={idOf}
      rowName={({ title, product }) => t("list.row", { title, product })}
      rowHref={addressOf}
      onOpen={open}
      firstUse={{ icon: <LifeBuoy />, title: t("list.emptyTitle"), text: t("list.empty") }}
      searchLabel={t("list.search")}
      filters={filters}
      exportHref={(format, query) => `/api/v1/accounts/${accountId}/support-logs/export?format=${format}&${query}`}
      preferences={preferences}
      keepPreferences={keepPreferences}
      heading={() => <PageHeader title={t("title")} subtitle={t("list.subtitle")} />}
    />
  );
}
