"use client";

import { Field, type FieldProps } from "#components/forms/field.tsx";
import { useField } from "#components/forms/use-field.ts";
import { Input } from "#components/ui/input.tsx";

/** A whole number. While something else is typed it is kept as typed, so that it can be corrected. */
export function NumberField({ name, label, hint, required, disabled, className }: FieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} error={field.error} className={className}>
      {(aria) => <NumberInput {...aria} name={name} value={field.value} disabled={disabled} onChange={field.change} onBlur={field.blur} />}
    </Field>
  );
}

type NumberInputProps = {
  name: string;
  value: unknown;
  disabled: boolean | undefined;
  onChange: (value: number | string | null) => void;
  onBlur: () => void;
  id?: string;
  className?: string;
  "aria-label"?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
};

/** The input alone, where the label is elsewhere. */
export function NumberInput({ value, onChange, ...rest }: NumberInputProps) {
  return (
    <Input
      {...rest}
      inputMode="numeric"
      autoComplete="off"
      maxLength={10}
      value={typeof value === "number" || typeof value === "string" ? value : ""}
      onChange={(event) => onChange(numberIn(event.target.value))}
    />
  );
}

function numberIn(text: string): number | string | null {
  const typed = text.trim();
  if (typed === "") return null;
  return /^\d+$/.test(typed) ? Number(typed) : text;
}
