"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { RefObject } from "react";
import type { Column } from "#components/data-table/column.ts";
import { firstPage, isFiltered, withoutFilters } from "#components/data-table/list-changes.ts";
import { RowsBox } from "#components/data-table/rows-box.tsx";
import type { ListAddress } from "#components/data-table/use-list-address.ts";
import { useTicks } from "#components/data-table/use-ticks.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { EventPage, EventView } from "#lib/events/schemas.ts";
import { EVENT_LIST } from "./event-list.ts";
import type { EventWords } from "./event-words.ts";
import { ListEnd } from "./list-end.tsx";
import { SelectionBar } from "./selection-bar.tsx";
import { useEventPages } from "./use-event-pages.ts";

type EventListBoxProps = {
  accountId: string;
  /** Null where retrieving failed. */
  page: EventPage | null;
  columns: readonly Column<EventView>[];
  shown: readonly string[];
  address: ListAddress;
  words: EventWords;
  searchRef: RefObject<HTMLInputElement | null>;
  hrefOf: (event: EventView) => string;
  onOpen: (event: EventView) => void;
};

const idOf = ({ id }: EventView) => id;

/** The events of one search, filter and order, with what can be done with those that are ticked. */
export function EventListBox({ accountId, page, columns, shown, address, words, searchRef, hrefOf, onOpen }: EventListBoxProps) {
  const t = useTranslations("events");
  const pages = useEventPages(accountId, page, address.answered);
  const rows = useMemo(() => [...pages.items], [pages.items]);
  const list = { items: rows, total: pages.total, totalIsExact: pages.totalIsExact, next: pages.next, previous: null };
  const { ticks, act } = useTicks(list, address.answered);
  const pageIds = useMemo(() => rows.map(idOf), [rows]);

  if (rows.length === 0 && pages.failed) return <Banner tone="bad" live title={t("failed")} />;
  if (rows.length === 0) {
    const isNarrowed = isFiltered(address.answered) || pages.startedAt !== null;
    return (
      <Banner live title={t("none")} action={isNarrowed && <Button onClick={() => address.ask(withoutFilters(address.state))}>{t("clear")}</Button>}>
        {t(isNarrowed ? "noneMatch" : "noneText")}
      </Banner>
    );
  }
  return (
    <>
      <p role="status" className="sr-only">
        {pages.arrived > 0 && t("arrived", { count: pages.arrived })}
      </p>
      {pages.startedAt !== null && (
        <Banner className="mb-3" title={t("fromHere")} action={<Button onClick={() => address.ask(firstPage(address.state))}>{t("toNewest")}</Button>} />
      )}
      {ticks.ids.size > 0 && <SelectionBar accountId={accountId} ids={[...ticks.ids]} onClear={() => act({ type: "clear" })} />}
      <section className={classNames("overflow-clip rounded-lg border border-line bg-surface shadow-sm", ticks.ids.size > 0 && "[--bulk:3.5rem]")}>
        <RowsBox
          name={t("title")}
          rows={rows}
          columns={columns}
          shown={shown}
          getRowId={idOf}
          rowName={(event) => t("row", { action: words.action(event.action), asset: words.asset(event), actor: event.actorName })}
          rowHref={hrefOf}
          onOpen={onOpen}
          address={address}
          sorts={EVENT_LIST.sorts}
          ticks={ticks}
          pageIds={pageIds}
          onTick={act}
          searchRef={searchRef}
          footer={<ListEnd pages={pages} />}
        />
      </section>
    </>
  );
}
