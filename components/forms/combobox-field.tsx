"use client";

import type { ControlSize } from "#components/ui/control-classes.ts";
import { Combobox } from "#components/ui/combobox.tsx";
import type { SelectOption } from "#components/ui/select.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

type ComboboxFieldProps = FieldProps & {
  options: readonly SelectOption[];
  /** Options come from the server; see `Combobox`. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  placeholder?: string;
  controlSize?: ControlSize;
};

/** A choice of one out of a long list, narrowed by typing. A cleared one holds `null`. */
export function ComboboxField({ name, label, hint, required, disabled, ownedBy, className, ...combobox }: ComboboxFieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} className={className}>
      {({ "aria-required": isRequired, ...aria }) => (
        <Combobox
          {...aria}
          {...combobox}
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
