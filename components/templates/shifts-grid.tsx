"use client";

import CircleAlert from "lucide-react/icons/circle-alert";
import { useTranslations } from "next-intl";
import { useField } from "#components/forms/use-field.ts";
import type { TemplateField } from "#lib/templates/fields.ts";
import { NumberInput } from "./number-field.tsx";
import { useTemplateForm } from "./template-form-context.ts";

const SHIFTS = ["day", "night1", "night2"] as const;
type Shift = (typeof SHIFTS)[number];

/** Classes that differ by day, night 1 and night 2: a line each, under one head (ACDTPL-10). */
export function ShiftsGrid({ fields }: { fields: readonly TemplateField[] }) {
  const t = useTranslations("templates.form");
  return (
    <table className="-mx-2 w-[calc(100%+1rem)] max-w-lg border-separate border-spacing-x-2 border-spacing-y-1.5 text-sm">
      <thead>
        <tr>
          <td />
          {SHIFTS.map((shift) => (
            <th key={shift} scope="col" className="text-start text-xs font-medium text-fg-3">
              {t(shift)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {fields.map(({ path, label }) => (
          <tr key={path}>
            <th scope="row" className="w-2/5 pt-1.5 pe-2 text-start align-top font-semibold">
              {label}
            </th>
            {SHIFTS.map((shift) => (
              <td key={shift} className="align-top">
                <ShiftInput path={path} label={label} shift={shift} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ShiftInput({ path, label, shift }: { path: string; label: string; shift: Shift }) {
  const t = useTranslations("templates.form");
  const { locked } = useTemplateForm();
  const name = t("shift", { field: label, shift: t(shift) });
  const field = useField(`${path}.${shift}`, name);
  const errorId = `${field.id}-error`;
  return (
    <>
      <NumberInput
        id={field.id}
        name={field.name}
        aria-label={name}
        aria-invalid={field.error ? true : undefined}
        aria-describedby={field.error ? errorId : undefined}
        value={field.value}
        disabled={locked(path)}
        onChange={field.change}
        onBlur={field.blur}
      />
      {field.error && (
        <p id={errorId} className="mt-1 flex items-start gap-1 text-xs font-medium text-bad">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {field.error}
        </p>
      )}
    </>
  );
}
