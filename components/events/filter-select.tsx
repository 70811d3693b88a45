"use client";

import { useTranslations } from "next-intl";
import { Field } from "#components/forms/field.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SelectOption } from "#components/ui/select.tsx";

type FilterSelectProps = { id: string; label: string; value: string; options: readonly SelectOption[]; onChange: (value: string) => void };

/** One choice of the filter; what is chosen can be taken back. */
export function FilterSelect({ id, label, value, options, onChange }: FilterSelectProps) {
  const t = useTranslations("events.filter");
  const all = value === "" ? options : [{ value: "", label: t("any") }, ...options];
  return (
    <Field id={id} label={label} labelling="labelledby">
      {({ id: controlId, ...aria }) => (
        <Select {...aria} id={controlId} aria-labelledby={`${controlId}-label`} value={value === "" ? null : value} options={all} placeholder={t("select")} onValueChange={onChange} />
      )}
    </Field>
  );
}
