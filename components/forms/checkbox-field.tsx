"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

/** One thing that is agreed to or not. */
export function CheckboxField({ name, label, hint, required, disabled, ownedBy, className }: FieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} labelling="beside" className={className}>
      {(aria) => (
        <Checkbox
          {...aria}
          name={name}
          checked={field.value === true}
          disabled={disabled || Boolean(ownedBy)}
          onCheckedChange={field.change}
          onBlur={field.blur}
        />
      )}
    </Field>
  );
}
