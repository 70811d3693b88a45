"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useEffectEvent, useId, useMemo, useRef, useState, type ReactNode, type SubmitEvent } from "react";
import { useForm, type DefaultValues, type FieldValues, type Path } from "react-hook-form";
import type { z } from "zod";
import { newIdempotencyKey, type RequestError, type Result } from "#components/api/request.ts";
import { ErrorSummary, type Refusal } from "./error-summary.tsx";
import { countChanges, fieldFor, pickChanged } from "./field-errors.ts";
import { FormContext, type FormContextValue } from "./form-context.ts";
import { UnsavedGuard } from "./unsaved-guard.tsx";
import { useAfterPress } from "./use-after-press.ts";
import { useFieldNames } from "./use-field-names.ts";
import { useSubmitFocus } from "./use-submit-focus.ts";
import { validationSentences } from "./validation-sentences.ts";

type FormProps<Input extends FieldValues, Output extends FieldValues, Data> = {
  /** The shape that the operation itself takes. */
  schema: z.ZodType<Output, Input>;
  defaultValues: DefaultValues<Input>;
  /**
   * Sends what was typed, usually by `request`. `changed` holds only the top-level values that differ from the beginning,
   * so that a PATCH leaves alone what this reader may not even see. `idempotencyKey` stays the same while the same values
   * are sent again, so that a POST whose answer was lost makes nothing twice.
   */
  onSubmit: (values: Output, changed: Partial<Output>, idempotencyKey: string) => Promise<Result<Data>>;
  /** After it was taken; the form then counts as unchanged. */
  onSaved?: (data: Data, values: Output) => void;
  /** Asks before changes are left behind. */
  guard?: boolean;
  className?: string;
  children: ReactNode;
};

/**
 * A form over one zod shape. A field is checked when it is left and on submit, then live while it is wrong; what the
 * server refuses is shown at its field, anything else in the summary above; what was typed stays.
 */
export function Form<Input extends FieldValues, Output extends FieldValues, Data>(props: FormProps<Input, Output, Data>) {
  const { schema, defaultValues, onSubmit, onSaved, guard, className, children } = props;
  const t = useTranslations("ui.validation");
  const formId = useId();
  const element = useRef<HTMLFormElement>(null);
  const attempt = useRef<{ sent: string; key: string } | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [saved, setSaved] = useState<{ data: Data; values: Output } | null>(null);
  const { labels, addField } = useFieldNames();
  const afterPress = useAfterPress();
  const resolver = useMemo(() => zodResolver(schema, { error: validationSentences(t) }), [schema, t]);
  const form = useForm<Input, unknown, Output>({
    resolver,
    defaultValues,
    // When a field is checked is decided by `useField`.
    mode: "onSubmit",
    reValidateMode: "onSubmit",
    shouldFocusError: false,
  });
  const { control, setValue, trigger, reset, getValues, setError } = form;
  const { isSubmitting: saving, submitCount, dirtyFields } = form.formState;
  // Not react-hook-form's `isDirty`, which is true from the start where a field has no default.
  const changed = countChanges(dirtyFields) > 0;

  useSubmitFocus(element, submitCount, saving);

  // After the commit that makes the form clean, so that what `onSaved` opens meets no guard.
  const tellSaved = useEffectEvent((data: Data, values: Output) => onSaved?.(data, values));
  useEffect(() => {
    if (saved) tellSaved(saved.data, saved.values);
  }, [saved]);

  function showRefusal(error: RequestError) {
    const names = new Set(labels.keys());
    const unplaced = error.fields.filter((fault) => {
      const name = fieldFor(fault.path, names);
      if (name) setError(name as Path<Input>, { type: "server", message: fault.message });
      return !name;
    });
    setRefusal({ message: error.message, requestId: error.requestId, unplaced, answered: error.fields.length > unplaced.length });
  }

  async function send(values: Output) {
    const sent = JSON.stringify(values);
    if (attempt.current?.sent !== sent) attempt.current = { sent, key: newIdempotencyKey() };
    const result = await onSubmit(values, pickChanged(values, dirtyFields), attempt.current.key);
    if (!result.ok) return showRefusal(result.error);
    attempt.current = null;
    reset(getValues(), { keepValues: true });
    setSaved({ data: result.data, values });
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    // A form in a dialog is not inside the form around it in the document, but its events would rise to it in React.
    event.stopPropagation();
    event.preventDefault();
    if (saving) return;
    setRefusal(null);
    void form.handleSubmit(send)(event);
  }

  const discard = useCallback(() => {
    setRefusal(null);
    reset();
  }, [reset]);

  // Fields know their values by name only; the types of one form's values end here.
  const context = useMemo(
    () => ({ control, setValue, trigger, discard, formId, saving, addField, afterPress }) as unknown as FormContextValue,
    [control, setValue, trigger, discard, formId, saving, addField, afterPress],
  );

  return (
    <FormContext value={context}>
      <form ref={element} noValidate onSubmit={submit} className={className} aria-busy={saving || undefined}>
        <ErrorSummary refusal={refusal} labels={labels} />
        <fieldset disabled={saving} className="contents">
          {children}
        </fieldset>
        {guard && <UnsavedGuard when={changed && !saving} />}
      </form>
    </FormContext>
  );
}
