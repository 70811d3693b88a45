"use client";

import { useNow, useTimeZone, useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import { filterKey } from "#components/data-table/list-changes.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { useColumnChoice, useKeptPreferences } from "#components/data-table/use-column-choice.ts";
import { useListAddress } from "#components/data-table/use-list-address.ts";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { EventPage, EventSource, EventView } from "#lib/events/schemas.ts";
import { eventColumns } from "./event-columns.tsx";
import { EventDetails } from "./event-details.tsx";
import { EventListBox } from "./event-list-box.tsx";
import { EVENT_LIST } from "./event-list.ts";
import { EventToolbar } from "./event-toolbar.tsx";
import { useEventWords } from "./event-words.ts";
import { FilterArea } from "./filter-area.tsx";
import { zoneInWords } from "./local-time.ts";

type EventsTableProps = {
  accountId: string;
  /** Null where retrieving failed (EVENT-06). */
  page: EventPage | null;
  /** The event that the address names. */
  named: EventView | null;
  /** The integrations whose events the filter offers (EVENT-31). */
  sources: readonly EventSource[];
  preferences: ListPreferences;
};

/** The address names the event whose window is open. */
const OPEN = "event";

const keepPreferences = keepListPreferences("events");

/** The event history of an account: newest first, searched and filtered, each event with its window. */
export function EventsTable({ accountId, page, named, sources, preferences }: EventsTableProps) {
  const t = useTranslations("events");
  const words = useEventWords();
  const params = useSearchParams();
  const pathname = usePathname();
  const timeZone = useTimeZone() ?? "UTC";
  const now = useNow();
  const search = useRef<HTMLInputElement>(null);
  const columns = useMemo(() => eventColumns((id) => t(`columns.${id}`), words), [t, words]);
  const address = useListAddress(EVENT_LIST, preferences);
  const { kept, keep, keepViews } = useKeptPreferences(preferences, keepPreferences);
  const choice = useColumnChoice(columns, address, keep, "all");
  const [open, setOpen] = useState(named);

  const addressWith = (event: EventView | null) => {
    const query = new URLSearchParams(params);
    if (event) query.set(OPEN, event.id);
    else query.delete(OPEN);
    return query.size > 0 ? `${pathname}?${query}` : pathname;
  };
  const show = (event: EventView | null) => {
    setOpen(event);
    window.history.replaceState(window.history.state, "", addressWith(event));
  };
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle", { zone: zoneInWords(timeZone, now) })} />
      <Banner className="mb-4" title={t("notice")} />
      <EventToolbar accountId={accountId} address={address} columns={columns} choice={choice} searchRef={search} views={kept.views ?? []} onViews={keepViews}>
        <FilterArea address={address} sources={sources} words={words} about={page?.items[0] ?? null} />
      </EventToolbar>
      <EventListBox
        key={`${filterKey(address.answered)} ${address.answered.sort}`}
        accountId={accountId}
        page={page}
        columns={columns}
        shown={choice.shown}
        address={address}
        words={words}
        searchRef={search}
        hrefOf={addressWith}
        onOpen={show}
      />
      {open && <EventDetails accountId={accountId} event={open} words={words} onClose={() => show(null)} />}
    </>
  );
}
