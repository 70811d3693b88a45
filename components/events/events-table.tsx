"use client";

import History from "lucide-react/icons/history";
import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition, FilterOption } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { EventPage, EventView } from "#lib/events/schemas.ts";
import { useAssetWords } from "./asset-words.ts";
import { eventColumns } from "./event-columns.tsx";
import { EventDetails } from "./event-details.tsx";
import { EVENT_LIST } from "./event-list.ts";

type EventsTableProps = { accountId: string; page: EventPage; assets: readonly FilterOption[]; actions: readonly FilterOption[]; preferences: ListPreferences };

/** The address names the event whose window is open, so that Back closes it. */
const OPEN = "event";

const keepPreferences = keepListPreferences("events");
const idOf = ({ id }: EventView) => id;

/** The event history of an account: newest first, searched and filtered, each event with its window. */
export function EventsTable({ accountId, page, assets, actions, preferences }: EventsTableProps) {
  const t = useTranslations("events");
  const asset = useAssetWords();
  const params = useSearchParams();
  const pathname = usePathname();
  const columns = useMemo(() => eventColumns({ header: (id) => t(`columns.${id}`), asset }), [t, asset]);
  const assetId = params.get("assetId");
  const about = page.items[0]?.assetName || assetId;
  const filters = useMemo<FilterDefinition[]>(
    () => [
      { id: "assetKind", kind: "choice", label: t("filters.asset"), options: assets },
      { id: "action", kind: "choice", label: t("filters.action"), options: actions },
      ...(assetId && about ? [{ id: "assetId", kind: "choice" as const, label: t("filters.about"), options: [{ value: assetId, label: about }] }] : []),
    ],
    [t, assets, actions, assetId, about],
  );
  const open = page.items.find(({ id }) => id === params.get(OPEN));

  const addressWith = (eventId: string | null) => {
    const query = new URLSearchParams(params);
    if (eventId) query.set(OPEN, eventId);
    else query.delete(OPEN);
    return query.size > 0 ? `${pathname}?${query}` : pathname;
  };
  return (
    <>
      <DataTable
        name={t("title")}
        shape={EVENT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={(event) => t("row", { action: event.action, asset: asset(event), actor: event.actorName })}
        rowHref={({ id }) => addressWith(id)}
        firstUse={{ icon: <History />, title: t("none"), text: t("noneText") }}
        searchLabel={t("search")}
        filters={filters}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/events/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
        heading={() => <PageHeader title={t("title")} subtitle={t("subtitle")} />}
      />
      {page.items.length > 0 && page.next === null && <p className="mt-3 text-center text-sm text-fg-3">{t("allShown")}</p>}
      {open && <EventDetails event={open} onClose={() => window.history.replaceState(window.history.state, "", addressWith(null))} />}
    </>
  );
}
