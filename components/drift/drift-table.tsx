"use client";

import ArrowDownToLine from "lucide-react/icons/arrow-down-to-line";
import Check from "lucide-react/icons/check";
import Wrench from "lucide-react/icons/wrench";
import { useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useCallback, useMemo, useState } from "react";
import type { BulkAction } from "#components/data-table/bulk-bar.tsx";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { DriftView } from "#lib/drift/schemas.ts";
import type { ListPage } from "#lib/lists/schemas.ts";
import { driftColumns } from "./drift-columns.tsx";
import { DriftDialog } from "./drift-dialog.tsx";
import { DRIFT_LIST, DRIFT_LIST_NAME } from "./drift-list.ts";
import { useDriftWords } from "./drift-words.ts";
import { LookAgain } from "./look-again.tsx";
import { SettleDialog } from "./settle-dialog.tsx";
import type { ToSettle } from "./settle-dialog.tsx";
import type { Way } from "./settle.ts";

const keep = keepListPreferences(DRIFT_LIST_NAME);
const idOf = ({ id }: DriftView) => id;

type DriftTableProps = { accountId: string; list: ListPage<DriftView>; preferences: ListPreferences };

/** Where the systems differ from what was asked for, and the two ways to settle it: adopt or repair. */
export function DriftTable({ accountId, list, preferences }: DriftTableProps) {
  const t = useTranslations("drift");
  const words = useDriftWords();
  const params = useSearchParams();
  const [opened, setOpened] = useState<DriftView | null>(null);
  const [asked, setAsked] = useState<(ToSettle & { clear: () => void }) | null>(null);
  const settled = params.get("status") === "settled";

  const settleOne = useCallback((drift: DriftView, way: Way) => {
    setOpened(null);
    setAsked({ way, selection: { mode: "some", ids: [drift.id] }, count: 1, known: [drift], clear: () => undefined });
  }, []);
  const columns = useMemo(() => driftColumns({ t, accountId, onOpen: setOpened, onSettle: settleOne }), [t, accountId, settleOne]);
  const userId = params.get("userId");
  const userName = list.items.find((drift) => drift.userId === userId)?.userName ?? null;
  const filters = useMemo(() => driftFilters(t, userId, userName), [t, userId, userName]);
  const bulk = (way: Way): BulkAction["onSelect"] => (selection, { count, clear }) =>
    setAsked({ way, selection, count, known: selection.mode === "some" ? list.items.filter(({ id }) => selection.ids.includes(id)) : [], clear });
  const bulkActions: BulkAction[] = [
    { id: "adopt", label: t("adopt"), icon: <ArrowDownToLine aria-hidden />, onSelect: bulk("adopt") },
    { id: "repair", label: t("repair"), icon: <Wrench aria-hidden />, onSelect: bulk("repair") },
  ];
  return (
    <>
      <DataTable
        name={t("title")}
        shape={DRIFT_LIST}
        result={list}
        columns={columns}
        getRowId={idOf}
        rowName={words.thing}
        firstUse={{ icon: <Check />, title: t("emptyTitle"), text: t("emptyText") }}
        filters={filters}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/provisioning/differences/export?format=${format}&${query}`}
        bulkActions={settled ? undefined : bulkActions}
        preferences={preferences}
        keepPreferences={keep}
        heading={() => <PageHeader title={t("title")} subtitle={t("subtitle")} actions={<LookAgain accountId={accountId} />} />}
      />
      <DriftDialog drift={opened} onClose={() => setOpened(null)} onSettle={settleOne} />
      <SettleDialog accountId={accountId} asked={asked} onClose={() => setAsked(null)} onSettled={() => asked?.clear()} />
    </>
  );
}

function driftFilters(t: ReturnType<typeof useTranslations<"drift">>, userId: string | null, userName: string | null): FilterDefinition[] {
  return [
    { id: "status", kind: "choice", label: t("filter.status"), options: [{ value: "open", label: t("filter.open") }, { value: "settled", label: t("filter.settled") }] },
    // Reached from a user's page; offered only while it is applied, so that it can be taken off.
    ...(userId === null ? [] : [{ id: "userId", kind: "choice", label: t("filter.user"), options: [{ value: userId, label: userName ?? t("filter.oneUser") }] } as const]),
  ];
}
