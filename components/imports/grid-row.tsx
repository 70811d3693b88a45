"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportField, ImportRowView } from "#lib/imports/schemas.ts";
import type { Focused } from "./grid-focus.ts";
import { CELL_FIELDS } from "./grid-moves.ts";
import type { GridColumn } from "./grid-moves.ts";
import { RoleCell } from "./role-cell.tsx";
import { TextCell } from "./text-cell.tsx";

export type GridRowProps = {
  row: ImportRowView;
  rowIndex: number;
  /** The cell of this row that is in the tab order; null when it is in another row. */
  focused: Focused | null;
  rows: readonly number[];
  onFocus: (next: Focused) => void;
  onChange: (row: number, field: ImportField, value: string) => void;
  onDelete: (row: number) => void;
};

function PlainGridRow({ row, rowIndex, focused, rows, onFocus, onChange, onDelete }: GridRowProps) {
  const t = useTranslations("imports.row");
  const number = String(row.position);
  const isIn = (column: GridColumn) => focused?.column === column;
  const faults = row.errors.length;
  return (
    <div role="row" aria-rowindex={rowIndex} className={classNames(ROW, "border-b border-line last:border-b-0 max-md:p-2", faults > 0 && "md:shadow-[inset_3px_0_var(--bad)]")}>
      <div
        role="gridcell"
        data-row={number}
        data-column="status"
        tabIndex={isIn("status") ? 0 : -1}
        className={classNames(CELL, "ps-3 max-md:row-start-1")}
      >
        <span className="flex min-h-8 items-center gap-2">
          {faults > 0 ? <CircleAlert aria-hidden className="size-4.5 shrink-0 text-bad" /> : <CircleCheck aria-hidden className="size-4.5 shrink-0 text-good" />}
          <span aria-hidden className="text-xs text-fg-3 tabular-nums">
            {number}
          </span>
          <span className="sr-only">{faults > 0 ? t("invalid", { row: number, count: faults }) : t("valid", { row: number })}</span>
        </span>
      </div>
      {CELL_FIELDS.map((field) => (
        <TextCell key={field} row={row} field={field} focused={isIn(field) ? focused : null} rows={rows} className={classNames(CELL, PLACE[field])} onFocus={onFocus} onChange={onChange} />
      ))}
      <RoleCell row={row} focused={isIn("role") ? focused : null} className={classNames(CELL, "max-md:row-start-3")} onFocus={onFocus} onChange={onChange} />
      <div role="gridcell" data-row={number} data-column="action" className={classNames(CELL, "max-md:col-start-2 max-md:row-start-1 max-md:justify-self-end")}>
        <button
          type="button"
          tabIndex={isIn("action") ? 0 : -1}
          aria-label={t("delete", { row: number })}
          title={t("delete", { row: number })}
          className={classNames(buttonClasses("ghost", "icon"), "size-8 hover:text-bad")}
          onClick={() => onDelete(row.position)}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
    </div>
  );
}

/** One row. Drawn anew only when something of it changed, so that typing among 200 rows is quick. */
export const GridRow = memo(PlainGridRow, (before, after) => {
  const names = Object.keys(before) as (keyof GridRowProps)[];
  // The list of all rows and what acts on them change with every row; what they do for this one stays the same.
  return names.filter((name) => name !== "rows" && !name.startsWith("on")).every((name) => before[name] === after[name]) && after.focused === null;
});

/** The columns of the grid; on a phone each row is a card with its fields one below the other. */
export const ROW = "grid grid-cols-2 md:grid-cols-[5.5rem_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.7fr)_9.5rem_4.75rem]";

// What has the focus lies neither under the header of the grid nor under the bar at the lower edge.
const CELL = "min-w-0 scroll-mt-24 scroll-mb-24 px-1.5 py-1 text-sm focus-visible:-outline-offset-2";

const PLACE = { firstName: "max-md:row-start-2", lastName: "max-md:row-start-2", name: "max-md:row-start-3", email: "max-md:row-start-4 max-md:col-span-2" };
