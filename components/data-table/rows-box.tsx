"use client";

import type { RowData } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import type { ReactNode, RefObject } from "react";
import type { Column } from "./column.ts";
import { withSortBy } from "./list-changes.ts";
import { addressKey } from "./list-state.ts";
import { isTicked, tickedOnPage } from "./selection.ts";
import type { TickAct, Ticks } from "./selection.ts";
import { TableHead } from "./table-head.tsx";
import { TableRow } from "./table-row.tsx";
import { SkeletonRows } from "./table-skeleton.tsx";
import { useKeptScroll } from "./use-kept-scroll.ts";
import type { ListAddress } from "./use-list-address.ts";
import { useListKeys } from "./use-list-keys.ts";
import { useListTable } from "./use-list-table.ts";
import { usePendingStage } from "#components/ui/use-pending-stage.ts";

type RowsBoxProps<Row extends RowData> = {
  name: string;
  rows: Row[];
  columns: readonly Column<Row>[];
  shown: readonly string[];
  getRowId: (row: Row) => string;
  rowName: (row: Row) => string;
  rowHref: ((row: Row) => string) | undefined;
  /** Opens a row in place, by a click anywhere on it or by Enter; its address then is for another tab. */
  onOpen: ((row: Row) => void) | undefined;
  address: ListAddress;
  sorts: readonly string[];
  /** Null where rows can not be ticked. */
  ticks: Ticks | null;
  /** The rows of the page that can be ticked. */
  pageIds: readonly string[];
  onTick: (act: TickAct) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** What stands behind the last row, and scrolls with the rows. */
  footer?: ReactNode;
};

/** The table itself, in a box of its own that scrolls both ways under its header and beside its first column. */
export function RowsBox<Row extends RowData>(props: RowsBoxProps<Row>) {
  const { name, rows, columns, shown, getRowId, rowName, rowHref, onOpen, address, sorts } = props;
  const { ticks, pageIds, onTick, searchRef } = props;
  const t = useTranslations("table.list");
  const router = useRouter();
  const stage = usePendingStage(address.pending);
  const box = useKeptScroll(addressKey(address.answered));
  const table = useListTable({ rows, getRowId, columns, shown });
  const looks = table.getVisibleLeafColumns().flatMap(({ columnDef }) => columnDef.meta ?? []);
  const compact = address.state.density === "compact";

  const tickRow = useCallback(
    (id: string, on: boolean, range: boolean) => onTick(range ? { type: "range", id, on, pageIds } : { type: "row", id, on }),
    [onTick, pageIds],
  );
  const tickable = useMemo(() => new Set(pageIds), [pageIds]);
  const turn = (id: string, range: boolean) => ticks && tickable.has(id) && tickRow(id, !isTicked(ticks, id), range);
  useListKeys({
    list: box,
    search: searchRef,
    onToggle: (id) => turn(id, false),
    onRange: (id) => turn(id, true),
    onOpen: (id) => {
      const row = rows.find((each) => getRowId(each) === id);
      if (row && onOpen) onOpen(row);
      else if (row && rowHref) router.push(rowHref(row));
    },
  });
  const tickedHere = ticks ? tickedOnPage(ticks, pageIds) : 0;
  const pageTicks = tickedHere === 0 ? "none" : tickedHere === pageIds.length ? "all" : "some";
  return (
    <div className="relative">
      {stage === "mark" && <div aria-hidden className="absolute inset-x-0 top-0 z-30 h-0.5 animate-pulse bg-accent" />}
      <div
        ref={box}
        data-list
        role="region"
        aria-label={t("region", { name })}
        aria-busy={address.pending}
        tabIndex={0}
        onPointerOver={tellWhatIsCut}
        className="scroll-pt-10 overflow-auto focus-visible:-outline-offset-2 md:max-h-[max(24rem,calc(100dvh-16.25rem-var(--context,0px)-var(--bulk,0px)))]"
      >
        <table className="w-full border-separate border-spacing-0">
          <caption className="sr-only">{name}</caption>
          <TableHead
            table={table}
            sort={address.state.sort}
            sorts={sorts}
            onSort={(id) => address.ask(withSortBy(address.state, id))}
            pageTicks={ticks && pageTicks}
            onTickPage={(on) => onTick({ type: "page", on, pageIds })}
          />
          {stage === "skeleton" ? (
            <SkeletonRows rows={rows.length} looks={looks} selectable={ticks !== null} compact={compact} />
          ) : (
            <tbody>
              {table.getRowModel().rows.map((row) => (
                <TableRow
                  key={row.id}
                  row={row}
                  arrangement={shown.join()}
                  name={rowName(row.original)}
                  href={rowHref?.(row.original)}
                  onOpen={onOpen}
                  compact={compact}
                  ticked={ticks && isTicked(ticks, row.id)}
                  mayTick={tickable.has(row.id)}
                  onTick={tickRow}
                />
              ))}
            </tbody>
          )}
        </table>
        {props.footer}
      </div>
      {stage === "skeleton" && (
        <p role="status" className="sr-only">
          {t("loading", { name })}
        </p>
      )}
    </div>
  );
}

/** A cell whose text is cut tells the whole of it on hover. */
function tellWhatIsCut(event: React.PointerEvent): void {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>("td, th") : null;
  if (cell) cell.title = cell.scrollWidth > cell.clientWidth ? cell.innerText : "";
}
