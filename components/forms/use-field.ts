"use client";

import { useEffect } from "react";
import { useController } from "react-hook-form";
import { useSentence } from "#components/api/use-sentence.ts";
import { fieldId } from "./field-id.ts";
import { useFormContext } from "./form-context.ts";

type FieldBinding = {
  id: string;
  name: string;
  value: unknown;
  error: string | undefined;
  saving: boolean;
  change: (value: unknown) => void;
  blur: () => void;
};

/** Binds a control to a value of the form: checked when it is left, and from then on at every change while it is wrong. */
export function useField(name: string, label: string): FieldBinding {
  const { control, trigger, formId, saving, addField, afterPress } = useFormContext();
  const { field, fieldState } = useController({ name, control });
  const say = useSentence();
  const message = fieldState.error?.message;
  const wrong = fieldState.error !== undefined;

  useEffect(() => addField(name, label), [addField, name, label]);

  return {
    id: fieldId(formId, name),
    name,
    value: field.value,
    error: message === undefined ? undefined : say({ message }),
    saving,
    change: (value) => {
      field.onChange(value);
      if (wrong) void trigger(name);
    },
    blur: () => {
      field.onBlur();
      afterPress(() => void trigger(name));
    },
  };
}
