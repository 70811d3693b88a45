"use client";

import Filter from "lucide-react/icons/funnel";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { firstPage } from "#components/data-table/list-changes.ts";
import type { ListAddress } from "#components/data-table/use-list-address.ts";
import { Button } from "#components/ui/button.tsx";
import type { EventSource, EventView } from "#lib/events/schemas.ts";
import { ActiveFilter } from "./active-filter.tsx";
import { EVENT_FILTERS } from "./event-list.ts";
import type { EventFilters } from "./event-list.ts";
import type { EventWords } from "./event-words.ts";
import { FilterDialog } from "./filter-dialog.tsx";
import { ObjectNotice } from "./object-notice.tsx";

type FilterAreaProps = {
  address: ListAddress;
  sources: readonly EventSource[];
  words: EventWords;
  /** An event of the list, which names the object that the list may be of. */
  about: EventView | null;
};

/** "Add Filter" and its dialog, and the filter in use (EVENT-29, EVENT-52 to EVENT-54). */
export function FilterArea({ address, sources, words, about }: FilterAreaProps) {
  const t = useTranslations("events.filter");
  const [isOpen, setOpen] = useState(false);
  const { state } = address;
  const active = Object.fromEntries(EVENT_FILTERS.flatMap((id) => (state.filters[id] === undefined ? [] : [[id, state.filters[id]]]))) as EventFilters;
  const isActive = Object.keys(active).length > 0;

  const apply = (filters: EventFilters) => {
    setOpen(false);
    const { asset } = state.filters;
    address.ask(firstPage({ ...state, filters: { ...filters, ...(asset && { asset }) } }));
  };
  const { asset: _asset, ...withoutObject } = state.filters;
  return (
    <>
      {!isActive && (
        <Button variant="ghost" icon={<Filter aria-hidden />} onClick={() => setOpen(true)}>
          {t("add")}
        </Button>
      )}
      {(isActive || state.filters["asset"]) && (
        <div className="order-last flex basis-full flex-col gap-2">
          {isActive && <ActiveFilter filters={active} words={words} onEdit={() => setOpen(true)} onDelete={() => apply({})} />}
          {state.filters["asset"] && <ObjectNotice about={about} words={words} onLeave={() => address.ask(firstPage({ ...state, filters: withoutObject }))} />}
        </div>
      )}
      {isOpen && <FilterDialog filters={active} sources={sources} words={words} onApply={apply} onClose={() => setOpen(false)} />}
    </>
  );
}
