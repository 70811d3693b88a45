"use client";

import type { RowData } from "@tanstack/react-table";
import { useMemo, useRef, useState } from "react";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { BulkBar } from "./bulk-bar.tsx";
import type { BulkAction } from "./bulk-bar.tsx";
import { ClearedNotice } from "./cleared-notice.tsx";
import type { Column } from "./column.ts";
import type { ExportFormat } from "./export-menu.tsx";
import type { FilterDefinition } from "./filters.ts";
import type { KeepPreferences } from "./keep-preferences.ts";
import { ListArrangement } from "./list-arrangement.tsx";
import { withSize } from "./list-changes.ts";
import { pageOf } from "./list-result.ts";
import type { ListResult } from "./list-result.ts";
import type { ListPreferences, ListShape } from "./list-state.ts";
import { NoRows } from "./no-rows.tsx";
import type { FirstUse } from "./no-rows.tsx";
import { Pagination } from "./pagination.tsx";
import { RowsBox } from "./rows-box.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useColumnChoice, useKeptPreferences } from "./use-column-choice.ts";
import { useListAddress } from "./use-list-address.ts";
import { useTicks } from "./use-ticks.ts";
import type { Selected } from "./use-ticks.ts";
import { ViewsMenu } from "./views-menu.tsx";

export type DataTableProps<Row extends RowData> = {
  /** What the rows are, in the plural: "Users". */
  name: string;
  /** The same that the server page read the address with. */
  shape: ListShape;
  result: ListResult<Row>;
  /** The first one names the row. Kept outside of the component or memoised, as are `filters` and `shape`. */
  columns: readonly Column<Row>[];
  getRowId: (row: Row) => string;
  /** The row in words, e.g. for "Select Ada Brandt". */
  rowName: (row: Row) => string;
  /** Where a row leads; Enter on the row goes there too. */
  rowHref?: (row: Row) => string;
  /** A press anywhere on a row does this, and so does one on its name. */
  onOpen?: (row: Row) => void;
  firstUse: FirstUse;
  /** The words of the search box, e.g. "Search Users"; without them the list has none. */
  searchLabel?: string;
  filters?: readonly FilterDefinition[];
  /** Without them rows can not be ticked. */
  bulkActions?: readonly BulkAction[];
  /** Where some rows can not be ticked. "Select all" is then not offered, as it would mean those too. */
  mayTick?: (row: Row) => boolean;
  /** The address of a file with these rows, columns, order and zone. */
  exportHref?: (format: ExportFormat, query: URLSearchParams) => string;
  preferences?: ListPreferences;
  /** Without it nothing is remembered of the list, and no views are offered. */
  keepPreferences?: KeepPreferences;
  /** The head of the page, where it depends on what is selected ("Manage (3)"). */
  heading?: (selected: Selected, openColumns: () => void) => ReactNode;
};

const NO_PREFERENCES: ListPreferences = {};
const NO_FILTERS: readonly FilterDefinition[] = [];

/** The one list component: search, filters, order and page in the address, rows from the server, ticks that outlive both. */
export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { name, shape, result, columns, getRowId, filters = NO_FILTERS, bulkActions, mayTick, exportHref } = props;
  const { preferences = NO_PREFERENCES, keepPreferences } = props;
  const search = useRef<HTMLInputElement>(null);
  const address = useListAddress(shape, preferences);
  const { kept, keep, keepViews } = useKeptPreferences(preferences, keepPreferences);
  const choice = useColumnChoice(columns, address, keep);
  const list = pageOf(result);
  const { ticks, act, selected, cleared, forgetCleared } = useTicks(list, address.answered);
  const pageIds = useMemo(() => (mayTick ? list.items.filter(mayTick) : list.items).map(getRowId), [list.items, getRowId, mayTick]);

  const hasBulkBar = bulkActions !== undefined && selected.count > 0;

  const [choosing, setChoosing] = useState(false);
  const openColumns = () => setChoosing(true);

  const changeSize = (size: number) => {
    address.ask(withSize(address.state, size));
    keep({ size });
  };
  if ("failure" in result && result.failure === "forbidden") {
    return (
      <>
        {props.heading?.(selected, openColumns)}
        <NoRows name={name} result={result} address={address} firstUse={props.firstUse} />
      </>
    );
  }
  return (
    <>
      {props.heading?.(selected, openColumns)}
      <Toolbar address={address} filters={filters} searchLabel={props.searchLabel} searchRef={search}>
        {keepPreferences && (
          <ViewsMenu
            views={kept.views ?? []}
            state={address.state}
            shape={shape}
            onApply={(view) => {
              address.arrange({ columns: view.columns, density: view.density });
              address.ask(view);
            }}
            onChange={keepViews}
          />
        )}
        <ListArrangement columns={columns} choice={choice} choosing={choosing} onChoosing={setChoosing} address={address} exportHref={exportHref} />
      </Toolbar>
      {cleared && <ClearedNotice cleared={cleared} onClose={forgetCleared} />}
      {bulkActions && hasBulkBar && (
        <BulkBar list={list} pageIds={pageIds} ticks={ticks} selected={selected} actions={bulkActions} onSelectAll={mayTick ? undefined : () => act({ type: "all" })} />
      )}
      <section className={classNames("overflow-clip rounded-lg border border-line bg-surface shadow-sm", hasBulkBar && "[--bulk:3.5rem]")}>
        {list.items.length === 0 ? (
          <NoRows name={name} result={result} address={address} firstUse={props.firstUse} />
        ) : (
          <RowsBox
            name={name}
            rows={list.items}
            columns={columns}
            shown={choice.shown}
            getRowId={getRowId}
            rowName={props.rowName}
            rowHref={props.rowHref}
            onOpen={props.onOpen}
            address={address}
            sorts={shape.sorts}
            ticks={bulkActions ? ticks : null}
            pageIds={pageIds}
            onTick={act}
            searchRef={search}
          />
        )}
        {list.items.length > 0 && (
          <Pagination list={list} state={address.answered} selected={selected} pending={address.pending} onAsk={address.ask} onSize={changeSize} />
        )}
      </section>
    </>
  );
}
