"use client";

import type { ControlSize } from "#components/ui/control-classes.ts";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { Field, labelId, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

type SelectFieldProps = FieldProps & { options: readonly SelectOption[]; placeholder?: string; controlSize?: ControlSize };

/** A choice of one out of a list. */
export function SelectField({ name, label, hint, required, disabled, ownedBy, className, ...select }: SelectFieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} labelling="labelledby" className={className}>
      {({ "aria-required": isRequired, ...aria }) => (
        <Select
          {...aria}
          {...select}
          aria-labelledby={labelId(field.id)}
          required={isRequired}
          value={typeof field.value === "string" ? field.value : null}
          disabled={disabled || field.saving}
          readOnly={Boolean(ownedBy)}
          onValueChange={field.change}
          onBlur={field.blur}
        />
      )}
    </Field>
  );
}
