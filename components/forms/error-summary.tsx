"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormState } from "react-hook-form";
import { useSentence } from "#components/api/use-sentence.ts";
import type { FieldError } from "#lib/operations/schemas.ts";
import { Banner } from "#components/ui/banner.tsx";
import { namedErrors } from "./field-errors.ts";
import { fieldId } from "./field-id.ts";
import { focusControl } from "./focus-control.ts";
import { useFormContext } from "./form-context.ts";

/** Why the server did not take a form, as far as it is not shown at a field. */
export type Refusal = {
  message: string;
  requestId: string;
  unplaced: FieldError[];
  /** Some of it is shown at fields, so that correcting those answers it. */
  answered: boolean;
};

type ErrorSummaryProps = { refusal: Refusal | null; labels: ReadonlyMap<string, string> };

/** Above the form after a submit that failed: what the server said, and a link to each faulty field. */
export function ErrorSummary({ refusal, labels }: ErrorSummaryProps) {
  const t = useTranslations("ui.form");
  const say = useSentence();
  const { control, formId } = useFormContext();
  const { errors, isSubmitted } = useFormState({ control });
  const faults = isSubmitted ? namedErrors(errors).map((fault) => ({ ...fault, message: say(fault) })) : [];
  const box = useRef<HTMLDivElement>(null);
  // Save stands at the other end of a long form; what is said at a field is gone to by the focus.
  useEffect(() => {
    if (refusal && !refusal.answered) box.current?.scrollIntoView({ block: "nearest" });
  }, [refusal]);
  const refused = refusal && !(refusal.answered && faults.length === 0 && refusal.unplaced.length === 0) ? refusal : null;
  if (faults.length === 0 && !refused) return null;
  const unanswered = refused && !refused.answered ? refused : null;
  const count = faults.length + (refused?.unplaced.length ?? 0);
  return (
    <div ref={box} className="col-span-full mb-5">
      <Banner tone="bad" live title={unanswered?.message ?? t("summary", { count })}>
        {faults.length > 0 && (
          <ul className="flex flex-col">
            {faults.map((fault) => (
              <li key={fault.name}>
                <Fault id={fieldId(formId, fault.name)} label={labels.get(fault.name)} message={fault.message} />
              </li>
            ))}
          </ul>
        )}
        {refused?.unplaced.map((fault) => <p key={fault.path}>{t("fault", { label: fault.path, message: fault.message })}</p>)}
        {unanswered?.requestId && <p className="text-xs">{t("request", { id: unanswered.requestId })}</p>}
      </Banner>
    </div>
  );
}

function Fault({ id, label, message }: { id: string; label: string | undefined; message: string }) {
  const t = useTranslations("ui.form");
  if (!label) return message;
  return (
    <a
      href={`#${id}`}
      className="inline-flex min-h-6 items-center text-bad underline underline-offset-3"
      onClick={(event) => {
        event.preventDefault();
        focusControl(document.getElementById(id));
      }}
    >
      {t("fault", { label, message })}
    </a>
  );
}
