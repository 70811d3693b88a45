"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormState } from "react-hook-form";
import { Button } from "#components/ui/button.tsx";
import { countChanges } from "./field-errors.ts";
import { useFormContext } from "./form-context.ts";
import { SubmitButton } from "./submit-button.tsx";

type SaveBarProps = {
  saveLabel?: string;
  /** Shown also while nothing is changed, with this in place of Discard: for a form that adds something (a Cancel link). */
  cancel?: ReactNode;
  /** Beside the count, such as what will happen on saving. */
  children?: ReactNode;
};

/** Sticks to the lower edge while a form has changes: how many, Discard and Save. */
export function SaveBar({ saveLabel, cancel, children }: SaveBarProps) {
  const t = useTranslations("ui.form");
  const { control, discard } = useFormContext();
  const { dirtyFields } = useFormState({ control });
  const changes = countChanges(dirtyFields);
  const isShown = changes > 0 || Boolean(cancel);
  return (
    <div className={isShown ? "sticky bottom-4 z-30 mt-6" : "contents"}>
      <p role="status" className="sr-only">
        {changes > 0 && t("changes", { count: changes })}
      </p>
      {isShown && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-lg">
          <p className="min-w-0 flex-1 basis-40 text-sm">
            {changes > 0 && <strong className="font-semibold">{t("changes", { count: changes })}</strong>} {children}
          </p>
          <div className="flex flex-wrap gap-2">
            {cancel ?? <Button onClick={discard}>{t("discard")}</Button>}
            <SubmitButton>{saveLabel ?? t("save")}</SubmitButton>
          </div>
        </div>
      )}
    </div>
  );
}
