"use client";

import { FlexRender } from "@tanstack/react-table";
import type { RowData } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { memo } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { NAMING_CELL, TICK_CELL } from "./cell-classes.ts";
import { SHOWN_FROM } from "./column.ts";
import type { ColumnLook, ListTable } from "./use-list-table.ts";

type RowOf<Row extends RowData> = ReturnType<ListTable<Row>["getRowModel"]>["rows"][number];

type TableRowProps<Row extends RowData> = {
  row: RowOf<Row>;
  /** Changes with the columns shown, which the row itself does not tell. */
  arrangement: string;
  name: string;
  href: string | undefined;
  compact: boolean;
  /** Null where nothing can be selected. */
  ticked: boolean | null;
  /** `range` while Shift is held. */
  onTick: (id: string, on: boolean, range: boolean) => void;
};

function PlainTableRow<Row extends RowData>({ row, name, href, compact, ticked, onTick }: TableRowProps<Row>) {
  const t = useTranslations("table.select");
  const cell = classNames(CELL, compact ? "h-row-compact" : "h-row");
  return (
    <tr
      data-row={row.id}
      tabIndex={-1}
      className={classNames("group/row focus-visible:-outline-offset-2", ticked ? "bg-accent-soft" : "bg-surface hover:bg-surface-2")}
    >
      {ticked !== null && (
        <td className={classNames(cell, TICK_CELL, ROW_MARK)}>
          <Checkbox
            aria-label={t("row", { name })}
            checked={ticked}
            onChange={(event) => onTick(row.id, event.target.checked, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)}
          />
        </td>
      )}
      {row.getVisibleCells().map((each, index) => {
        const look = each.column.columnDef.meta;
        if (!look) return null;
        if (index > 0) return <td key={each.id} className={classNames(cell, "px-3 text-fg-2", cellClasses(look))}><FlexRender cell={each} /></td>;
        return (
          <th
            key={each.id}
            scope="row"
            className={classNames(cell, NAMING_CELL, "px-3 text-start font-semibold", ticked === null ? classNames("start-0", ROW_MARK) : "start-11", cellClasses(look))}
          >
            {href === undefined ? <FlexRender cell={each} /> : <Link href={href} className="block truncate rounded-sm hover:underline"><FlexRender cell={each} /></Link>}
          </th>
        );
      })}
    </tr>
  );
}

/** One row. Drawn anew only when something of it changed, so that a tick among 200 rows is quick. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;

const CELL = "max-w-88 truncate border-b border-line py-0 group-last/row:border-b-0";

/** At the edge of the row that has the focus, as its outline lies under the cells that stay in sight. */
const ROW_MARK = "group-focus-visible/row:shadow-[inset_3px_0_0_var(--accent)]";

function cellClasses({ numeric, from, width }: ColumnLook): string {
  return classNames(width, numeric && "text-end tabular-nums", from && SHOWN_FROM[from]);
}
