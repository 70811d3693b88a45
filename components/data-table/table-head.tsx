"use client";

import type { RowData } from "@tanstack/react-table";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { BESIDE_TICK_CELL, NAMING_CELL, TICK_CELL } from "./cell-classes.ts";
import { SHOWN_FROM } from "./column.ts";
import type { ColumnLook, ListTable } from "./use-list-table.ts";

type PageTicks = "none" | "some" | "all";

type TableHeadProps<Row extends RowData> = {
  table: ListTable<Row>;
  sort: string;
  sorts: readonly string[];
  onSort: (columnId: string) => void;
  /** Null where nothing can be selected. */
  pageTicks: PageTicks | null;
  onTickPage: (on: boolean) => void;
};

/** The column headers; those that sort are buttons. */
export function TableHead<Row extends RowData>({ table, sort, sorts, onSort, pageTicks, onTickPage }: TableHeadProps<Row>) {
  const t = useTranslations("table.select");
  const naming = classNames(NAMING_CELL, "z-20", pageTicks === null ? "start-0" : BESIDE_TICK_CELL);
  const headers = table.getHeaderGroups()[0]?.headers ?? [];
  return (
    <thead className="sticky top-0 z-10 bg-surface-2">
      <tr className="bg-surface-2">
        {pageTicks !== null && (
          <th scope="col" className={classNames(HEAD, "text-start", TICK_CELL, "z-20")}>
            <Checkbox
              className="align-middle"
              aria-label={t("page")}
              checked={pageTicks === "all"}
              indeterminate={pageTicks === "some"}
              onCheckedChange={() => onTickPage(pageTicks !== "all")}
            />
          </th>
        )}
        {headers.map((header, index) => {
          const { id } = header.column;
          const look = header.column.columnDef.meta;
          if (!look) return null;
          const order = sort === id ? "ascending" : sort === `-${id}` ? "descending" : undefined;
          return (
            <th key={id} scope="col" aria-sort={order} className={classNames(HEAD, headClasses(look), index === 0 && naming)}>
              {sorts.includes(id) ? (
                <SortButton order={order} onSort={() => onSort(id)}>
                  {look.header}
                </SortButton>
              ) : (
                <span className={look.headerHidden ? "sr-only" : "px-2 sm:px-3"}>{look.header}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const HEAD = classNames(
  "h-9.5 border-b border-line bg-inherit p-0 whitespace-nowrap",
  "text-[0.6875rem] leading-4 font-semibold tracking-wider text-fg-3 uppercase",
);

function headClasses({ numeric, from, width }: ColumnLook): string {
  return classNames(width, numeric ? "text-end" : "text-start", from && SHOWN_FROM[from]);
}

const UNSORTED = "opacity-45 group-hover/sort:opacity-100 group-focus-visible/sort:opacity-100 max-sm:hidden";

const MARK = { ascending: ArrowUp, descending: ArrowDown };

function SortButton({ order, onSort, children }: { order: "ascending" | "descending" | undefined; onSort: () => void; children: ReactNode }) {
  const Mark = order ? MARK[order] : ArrowUpDown;
  return (
    <button
      type="button"
      onClick={onSort}
      className={classNames(
        "group/sort inline-flex min-h-8 items-center gap-1 rounded-sm px-2 sm:px-3",
        "font-[inherit] tracking-[inherit] uppercase hover:text-fg focus-visible:-outline-offset-2",
      )}
    >
      {children}
      <Mark aria-hidden className={classNames("size-3 shrink-0", !order && UNSORTED)} />
    </button>
  );
}
