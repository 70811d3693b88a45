"use client";

import ChevronDown from "lucide-react/icons/chevron-down";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ImportField, ImportRole, ImportRowView } from "#lib/imports/schemas.ts";
import { CellErrors } from "./cell-errors.tsx";
import { lookAt } from "./grid-focus.ts";
import type { Focused } from "./grid-focus.ts";

const ROLES = ["User", "Account Admin"] as const satisfies readonly ImportRole[];

type RoleCellProps = {
  row: ImportRowView;
  focused: Focused | null;
  className: string;
  onFocus: (next: Focused) => void;
  onChange: (row: number, field: ImportField, value: string) => void;
};

/** The role, changed with a drop-down (IMPORT-17). The browser's own one: there is one in each of up to 200 rows, and phones have the better of it. */
export function RoleCell({ row, focused, className, onFocus, onChange }: RoleCellProps) {
  const columns = useTranslations("imports.columns");
  const roles = useTranslations("imports.roles");
  const t = useTranslations("imports.row");
  const errorId = useId();
  const errors = row.errors.filter(({ field }) => field === "role");
  const here = { row: row.position, column: "role" } as const;
  const isKnown = (ROLES as readonly string[]).includes(row.role);
  return (
    <div role="gridcell" data-row={row.position} data-column="role" tabIndex={focused && !focused.editing ? 0 : -1} aria-invalid={errors.length > 0 || undefined} className={className}>
      <span aria-hidden className="block px-1.5 text-[0.625rem] font-semibold tracking-wider text-fg-3 md:hidden">
        {columns("role")}
      </span>
      <span className="relative block">
        <select
          value={row.role}
          tabIndex={-1}
          aria-label={t("edit", { column: columns("role"), row: String(row.position) })}
          aria-invalid={errors.length > 0 || undefined}
          aria-describedby={errors.length > 0 ? errorId : undefined}
          className={classNames(
            "block h-8 w-full cursor-pointer appearance-none truncate rounded-md border ps-1.5 pe-7 text-sm text-fg",
            errors.length > 0 ? "border-bad-line bg-bad-soft" : "border-transparent bg-surface hover:border-line-strong",
          )}
          onFocus={() => !focused?.editing && onFocus({ ...here, editing: true, typed: null, moves: false })}
          onBlur={() => focused?.editing && onFocus(lookAt(here, false))}
          onChange={(event) => onChange(row.position, "role", event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" && event.key !== "Enter") return;
            event.preventDefault();
            event.stopPropagation();
            onFocus(lookAt(here));
          }}
        >
          {!isKnown && (
            <option value={row.role} disabled>
              {row.role}
            </option>
          )}
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {roles(role)}
            </option>
          ))}
        </select>
        <ChevronDown aria-hidden className="pointer-events-none absolute end-2 top-2 size-4 text-fg-3" />
      </span>
      <CellErrors id={errorId} errors={errors} />
    </div>
  );
}
