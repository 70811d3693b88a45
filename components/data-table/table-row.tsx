"use client";

import { FlexRender } from "@tanstack/react-table";
import type { RowData } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { memo } from "react";
import type { MouseEvent } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { BESIDE_TICK_CELL, NAMING_CELL, TICK_CELL } from "./cell-classes.ts";
import { SHOWN_FROM } from "./column.ts";
import type { ColumnLook, ListTable } from "./use-list-table.ts";

type RowOf<Row extends RowData> = ReturnType<ListTable<Row>["getRowModel"]>["rows"][number];

type TableRowProps<Row extends RowData> = {
  row: RowOf<Row>;
  /** Changes with the columns shown, which the row itself does not tell. */
  arrangement: string;
  name: string;
  href: string | undefined;
  onOpen: ((row: Row) => void) | undefined;
  compact: boolean;
  /** Null where nothing can be selected. */
  ticked: boolean | null;
  /** Whether this one can be. */
  mayTick: boolean;
  /** `range` while Shift is held. */
  onTick: (id: string, on: boolean, range: boolean) => void;
};

function PlainTableRow<Row extends RowData>({ row, name, href, onOpen, compact, ticked, mayTick, onTick }: TableRowProps<Row>) {
  const t = useTranslations("table.select");
  const cell = classNames(CELL, compact ? "h-row-compact" : "h-row");
  const naming = classNames(NAMING_CELL, PADDED, "text-start font-semibold", ticked === null ? classNames("start-0", ROW_MARK) : BESIDE_TICK_CELL);
  return (
    <tr
      data-row={row.id}
      tabIndex={-1}
      onClick={onOpen && ((event) => isPlainPress(event) && onOpen(row.original))}
      className={classNames("group/row focus-visible:outline-transparent", onOpen && "cursor-pointer", ticked ? "bg-accent-soft" : "bg-surface hover:bg-surface-2")}
    >
      {ticked !== null && (
        <td className={classNames(cell, TICK_CELL, ROW_MARK)}>
          <Checkbox
            className="align-middle"
            aria-label={t("row", { name })}
            checked={ticked}
            disabled={!mayTick}
            onChange={({ target, nativeEvent }) => onTick(row.id, target.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
          />
        </td>
      )}
      {row.getVisibleCells().map((each, index) => {
        const look = each.column.columnDef.meta;
        if (!look) return null;
        const content = <FlexRender cell={each} />;
        if (index > 0) {
          return (
            <td key={each.id} className={classNames(cell, PADDED, "text-fg-2", cellClasses(look))}>
              {content}
            </td>
          );
        }
        return (
          <th key={each.id} scope="row" className={classNames(cell, naming, cellClasses(look))}>
            {href === undefined ? (
              content
            ) : (
              <Link href={href} onClick={onOpen && ((event) => !opensElsewhere(event) && event.preventDefault())} className="block truncate rounded-sm hover:underline">
                {content}
              </Link>
            )}
          </th>
        );
      })}
    </tr>
  );
}

/** A press on the row itself or on its name, and not on the box that ticks it, nor one that selects text or opens another tab. */
function isPlainPress(event: MouseEvent): boolean {
  return !(event.target as Element).closest("input, label, button") && !opensElsewhere(event) && window.getSelection()?.type !== "Range";
}

function opensElsewhere({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey;
}

/** One row. Drawn anew only when something of it changed, so that a tick among 200 rows is quick. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;

// The focus of a row is drawn by its cells, as an outline of the row would lie under the cells that stay in sight.
const CELL = classNames(
  "max-w-88 truncate border-b border-line py-0 group-last/row:border-b-0 [&>.inline-flex]:align-middle",
  "group-focus-visible/row:shadow-[inset_0_2px_var(--accent),inset_0_-2px_var(--accent)]",
);
const PADDED = "px-2 sm:px-3";

/** At the start of the row that has the focus. */
const ROW_MARK = "group-focus-visible/row:shadow-[inset_3px_0_var(--accent),inset_0_2px_var(--accent),inset_0_-2px_var(--accent)]";

function cellClasses({ numeric, from, width }: ColumnLook): string {
  return classNames(width, numeric && "text-end tabular-nums", from && SHOWN_FROM[from]);
}
