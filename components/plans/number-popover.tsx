"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Result } from "#components/api/request.ts";
import { Form } from "#components/forms/form.tsx";
import { SubmitButton } from "#components/forms/submit-button.tsx";
import { TextField } from "#components/forms/text-field.tsx";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { ChangeRunInput } from "#lib/plans/schemas.ts";

const NumberForm = ChangeRunInput.pick({ number: true }).required();

type NumberPopoverProps = { userName: string; number: string; disabled: boolean; onSubmit: (number: string) => Promise<Result<unknown>>; onSaved: () => void };

/** Asks for another directory number for one user of a plan. */
export function NumberPopover({ userName, number, disabled, onSubmit, onSaved }: NumberPopoverProps) {
  const t = useTranslations("plans.blocked");
  const [open, setOpen] = useState(false);
  const saved = () => {
    setOpen(false);
    onSaved();
  };
  return (
    <Popover
      open={open}
      onOpenChange={(next) => setOpen(next && !disabled)}
      title={t("numberFor", { name: userName })}
      trigger={
        <Button variant="ghost" aria-disabled={disabled || undefined} aria-label={t("otherNumberFor", { name: userName })}>
          {t("otherNumber")}
        </Button>
      }
    >
      <Form schema={NumberForm} defaultValues={{ number }} onSubmit={({ number: asked }) => onSubmit(asked)} onSaved={saved} className="grid w-56 gap-3">
        <TextField name="number" label={t("number")} inputMode="tel" required autoFocus />
        <SubmitButton>{t("useNumber")}</SubmitButton>
      </Form>
    </Popover>
  );
}
