"use client";

import { useTranslations } from "next-intl";
import { useLayoutEffect, useRef } from "react";
import type { FocusEvent, KeyboardEvent, MouseEvent, RefObject } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportField, ImportRowView } from "#lib/imports/schemas.ts";
import { edit, lookAt } from "./grid-focus.ts";
import type { Focused } from "./grid-focus.ts";
import { GRID_COLUMNS, isTextField, moveBy } from "./grid-moves.ts";
import type { Place } from "./grid-moves.ts";
import { GridRow, ROW } from "./grid-row.tsx";

type RowGridProps = {
  name: string;
  rows: readonly ImportRowView[];
  /** The place of the first row among all that match, from 1, and how many match. */
  first: number;
  total: number;
  focused: Focused | null;
  onFocus: (next: Focused) => void;
  onChange: (row: number, field: ImportField, value: string) => void;
  onDelete: (row: number) => void;
};

/**
 * The rows of the preview, editable in place (IMPORT-12 to IMPORT-18). One cell is in the tab order; arrow keys lead to the others,
 * Enter, F2, a click or typing begins to edit, Enter and Tab keep what was typed and go on, Escape lets it go.
 */
export function RowGrid({ name, rows, first, total, focused, onFocus, onChange, onDelete }: RowGridProps) {
  const t = useTranslations("imports.columns");
  const grid = useRef<HTMLDivElement>(null);
  const numbers = rows.map(({ position }) => position);
  const here = focused && numbers.includes(focused.row) ? focused : lookAt({ row: numbers[0] ?? 0, column: "status" }, false);
  useGridFocus(grid, focused);

  function onKeyDown(event: KeyboardEvent) {
    const place = placeOf(event.target);
    if (!place || here.editing || event.altKey) return;
    const withControl = event.ctrlKey || event.metaKey;
    const next = moveBy(event.key, withControl, place, numbers);
    const begins = event.key === "Enter" || event.key === "F2" || (event.key.length === 1 && event.key !== " " && !withControl);
    if (next) onFocus(lookAt(next));
    else if (isTextField(place.column) && (event.key === "Delete" || event.key === "Backspace")) onChange(place.row, place.column, "");
    else if (isTextField(place.column) && begins) onFocus(edit(place, event.key.length === 1 ? event.key : null));
    else if (place.column === "role" && (begins || event.key === " ")) onFocus(edit(place));
    else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent) {
    const place = placeOf(event.target);
    if (place && isTextField(place.column) && !(here.editing && isSame(here, place))) onFocus(edit(place));
  }

  function onFocusIn(event: FocusEvent) {
    const place = placeOf(event.target);
    const isCell = event.target.role === "gridcell";
    if (place && (isCell || place.column === "action") && !isSame(here, place)) onFocus(lookAt(place, false));
  }

  return (
    <div ref={grid} role="grid" aria-label={name} aria-rowcount={total + 1} tabIndex={-1} className="outline-none" onKeyDown={onKeyDown} onClick={onClick} onFocus={onFocusIn}>
      <div role="rowgroup" className="sticky top-bar z-10 max-md:sr-only">
        <div role="row" aria-rowindex={1} className={classNames(ROW, "border-b border-line bg-surface-2")}>
          {GRID_COLUMNS.map((column) => (
            <div key={column} role="columnheader" className="flex h-9.5 items-center px-3 text-[0.6875rem] leading-4 font-semibold tracking-wider whitespace-nowrap text-fg-3">
              {t(column)}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {rows.map((row, index) => (
          <GridRow
            key={row.position}
            row={row}
            rowIndex={first + index + 1}
            focused={here.row === row.position ? here : null}
            rows={numbers}
            onFocus={onFocus}
            onChange={onChange}
            onDelete={onDelete}
          />
        ))}
      </div>
    </div>
  );
}

/** Moves the focus to where it was sent; not when the page is first shown, and not for a row that has gone meanwhile. */
function useGridFocus(grid: RefObject<HTMLElement | null>, focused: Focused | null): void {
  const sent = useRef(focused);
  useLayoutEffect(() => {
    if (focused === sent.current) return;
    sent.current = focused;
    if (!focused?.moves) return;
    const cell = grid.current?.querySelector<HTMLElement>(`[data-row="${focused.row}"][data-column="${focused.column}"]`);
    const control = cell?.querySelector<HTMLElement>(focused.editing ? "input, select" : "button") ?? cell;
    control?.focus();
    if (focused.editing && control instanceof HTMLSelectElement) openChoices(control);
  }, [grid, focused]);
}

function openChoices(select: HTMLSelectElement): void {
  try {
    select.showPicker();
  } catch {
    // Only after an act of the person; the arrow keys change the choice without it too.
  }
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
  const column = GRID_COLUMNS.find((each) => each === cell?.dataset["column"]);
  return cell && column ? { row: Number(cell.dataset["row"]), column } : null;
}

function isSame(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}
