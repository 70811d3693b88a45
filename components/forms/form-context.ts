"use client";

import { createContext, use } from "react";
import type { Control, FieldValues, UseFormSetValue, UseFormTrigger } from "react-hook-form";

export type FormContextValue = {
  /** For react-hook-form's `useWatch` and `useFieldArray`. */
  control: Control<FieldValues>;
  setValue: UseFormSetValue<FieldValues>;
  trigger: UseFormTrigger<FieldValues>;
  /** Takes back every change since the form was opened or last saved. */
  discard: () => void;
  /** What the ids of this form's fields start with. */
  formId: string;
  saving: boolean;
  /** Tells the form that a field of this name is on the page; gives back how to take it off. */
  addField: (name: string, label: string) => () => void;
  /** Runs at once, or, while the pointer is down, after it is up: a message that appears must not move a button from under it. */
  afterPress: (run: () => void) => void;
};

export const FormContext = createContext<FormContextValue | null>(null);

/** The form around a field. */
export function useFormContext(): FormContextValue {
  const form = use(FormContext);
  if (!form) throw new Error("A field stands outside of a Form.");
  return form;
}
