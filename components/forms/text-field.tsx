"use client";

import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from "react";
import type { ControlSize } from "#components/ui/control-classes.ts";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useField } from "./use-field.ts";

type TextFieldProps = FieldProps & {
  type?: Exclude<HTMLInputTypeAttribute, "checkbox" | "radio" | "password" | "file">;
  autoComplete?: string;
  inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  /** Several lines. */
  multiline?: boolean;
  /** An emptied field holds `null` instead of "", for what is optional. */
  emptyAsNull?: boolean;
  controlSize?: ControlSize;
  icon?: ReactNode;
  trailing?: ReactNode;
  autoFocus?: boolean;
};

/** A text of one or several lines. */
export function TextField({ name, label, hint, required, disabled, ownedBy, className, multiline, emptyAsNull, icon, trailing, ...input }: TextFieldProps) {
  const field = useField(name, label);
  return (
    <Field id={field.id} label={label} hint={hint} required={required} ownedBy={ownedBy} error={field.error} className={className}>
      {(aria) => {
        const shared = {
          ...aria,
          name,
          value: typeof field.value === "string" || typeof field.value === "number" ? field.value : "",
          disabled,
          readOnly: Boolean(ownedBy),
          autoComplete: input.autoComplete ?? "off",
          autoFocus: input.autoFocus,
          onBlur: field.blur,
          onChange: (event: { target: { value: string } }) => {
            field.change(event.target.value === "" && emptyAsNull ? null : event.target.value);
          },
        };
        if (multiline) return <Textarea {...shared} />;
        return (
          <Input
            {...shared}
            type={input.type ?? "text"}
            inputMode={input.inputMode}
            controlSize={input.controlSize}
            icon={icon}
            trailing={trailing}
          />
        );
      }}
    </Field>
  );
}
