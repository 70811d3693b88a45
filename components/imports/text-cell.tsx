"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportField, ImportRowView } from "#lib/imports/schemas.ts";
import { CellErrors } from "./cell-errors.tsx";
import { edit, lookAt } from "./grid-focus.ts";
import type { Focused } from "./grid-focus.ts";
import { nextField } from "./grid-moves.ts";
import type { TextField } from "./grid-moves.ts";

type TextCellProps = {
  row: ImportRowView;
  field: TextField;
  focused: Focused | null;
  rows: readonly number[];
  className: string;
  onFocus: (next: Focused) => void;
  onChange: (row: number, field: ImportField, value: string) => void;
};

/** A value to be read, or corrected in place (IMPORT-15); an empty one shows the name of its column (IMPORT-14). */
export function TextCell({ row, field, focused, rows, className, onFocus, onChange }: TextCellProps) {
  const columns = useTranslations("imports.columns");
  const t = useTranslations("imports.row");
  const errorId = useId();
  const errors = row.errors.filter((error) => error.field === field);
  const value = row[field];
  const here = { row: row.position, column: field };
  return (
    <div
      role="gridcell"
      data-row={row.position}
      data-column={field}
      tabIndex={focused ? 0 : -1}
      aria-invalid={errors.length > 0 || undefined}
      aria-describedby={errors.length > 0 ? errorId : undefined}
      className={classNames(className, "cursor-text")}
    >
      <span aria-hidden className="block px-1.5 text-[0.625rem] font-semibold tracking-wider text-fg-3 md:hidden">
        {columns(field)}
      </span>
      {focused?.editing ? (
        <Editor
          label={t("edit", { column: columns(field), row: String(row.position) })}
          placeholder={columns(field)}
          value={value}
          typed={focused.typed}
          isEmail={field === "email"}
          describedBy={errors.length > 0 ? errorId : undefined}
          onKeep={(next) => next !== value && onChange(row.position, field, next)}
          onLeave={(by, shift) => {
            const next = by === "Tab" ? nextField(here, shift, rows) : by === "Enter" ? { ...here, row: rows[rows.indexOf(here.row) + 1] ?? here.row } : here;
            if (next) onFocus(by === "Tab" && next.column !== "role" ? edit(next) : lookAt(next, by !== "press"));
            return next !== null;
          }}
        />
      ) : (
        <span className={classNames(BOX, errors.length > 0 ? "border-bad-line bg-bad-soft" : "border-transparent hover:border-line-strong", value === "" && "text-fg-3")} title={value || undefined}>
          {value === "" ? (
            <>
              <span aria-hidden>{columns(field)}</span>
              <span className="sr-only">{t("empty", { column: columns(field) })}</span>
            </>
          ) : (
            value
          )}
        </span>
      )}
      <CellErrors id={errorId} errors={errors} />
    </div>
  );
}

const BOX = "block min-h-8 truncate rounded-md border px-1.5 py-1.25 leading-5";

type EditorProps = {
  label: string;
  placeholder: string;
  value: string;
  typed: string | null;
  isEmail: boolean;
  describedBy: string | undefined;
  onKeep: (value: string) => void;
  /** Leaves the cell by a key, or by a press elsewhere; gives whether that has been dealt with. */
  onLeave: (by: "Enter" | "Tab" | "Escape" | "press", shift: boolean) => boolean;
};

function Editor({ label, placeholder, value, typed, isEmail, describedBy, onKeep, onLeave }: EditorProps) {
  const left = useRef(false);
  return (
    <input
      aria-label={label}
      aria-describedby={describedBy}
      placeholder={placeholder}
      defaultValue={typed ?? value}
      inputMode={isEmail ? "email" : undefined}
      autoCapitalize={isEmail ? "none" : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={1_000}
      className="block h-8 w-full min-w-0 rounded-md border border-accent bg-surface px-1.5 text-sm leading-5 text-fg outline-2 -outline-offset-1 outline-accent"
      onFocus={(event) => typed === null && event.target.select()}
      onBlur={(event) => {
        if (left.current) return;
        left.current = true;
        onKeep(event.target.value.trim());
        onLeave("press", false);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Tab" && event.key !== "Escape")) return;
        left.current = true;
        if (event.key !== "Escape") onKeep(event.currentTarget.value.trim());
        if (onLeave(event.key, event.shiftKey)) event.preventDefault();
        event.stopPropagation();
      }}
    />
  );
}
