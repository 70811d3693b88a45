"use client";

import { RadioGroup, type RadioOption } from "#components/ui/radio-group.tsx";
import { Field, labelId, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

type RadioFieldProps = FieldProps & { options: readonly RadioOption[]; orientation?: "vertical" | "horizontal" };

/** A choice of one out of few, all in sight. */
export function RadioField({ name, label, hint, required, disabled, ownedBy, className, ...group }: RadioFieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} labelling="labelledby" className={className}>
      {({ "aria-required": isRequired, ...aria }) => (
        <RadioGroup
          {...aria}
          {...group}
          name={field.id}
          aria-labelledby={labelId(field.id)}
          required={isRequired}
          value={typeof field.value === "string" ? field.value : null}
          disabled={disabled || Boolean(ownedBy)}
          onValueChange={field.change}
          onBlur={field.blur}
        />
      )}
    </Field>
  );
}
