"use client";

import { Field, labelId, type FieldProps } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Select, type SelectOption } from "#components/ui/select.tsx";
import { NULL_CHOICE } from "./choice-options.ts";

/** A drop-down one of whose entries may stand for `null`. */
export function ChoiceField({ name, label, hint, disabled, className, options }: FieldProps & { options: readonly SelectOption[] }) {
  const field = useField(name, label);
  const none = options.some(({ value }) => value === NULL_CHOICE) ? NULL_CHOICE : null;
  return (
    <Field id={field.id} label={label} hint={hint} error={field.error} labelling="labelledby" className={className}>
      {({ "aria-required": _, ...aria }) => (
        <Select
          {...aria}
          aria-labelledby={labelId(field.id)}
          options={options}
          value={typeof field.value === "string" ? field.value : none}
          disabled={disabled}
          onValueChange={(value) => field.change(value === NULL_CHOICE ? null : value)}
          onBlur={field.blur}
        />
      )}
    </Field>
  );
}
