"use client";

import { Switch } from "#components/ui/switch.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

/** A feature that is on or off. It is saved with the form, not at once. */
export function SwitchField({ name, label, hint, disabled, ownedBy, className }: Omit<FieldProps, "required">) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} ownedBy={ownedBy} error={field.error} labelling="beside" className={className}>
      {({ "aria-required": _, ...aria }) => (
        <Switch
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
