"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useFormContext } from "#components/forms/form-context.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { TemplateField } from "#lib/templates/fields.ts";
import { PASSWORD_MODES, SLOT_LABELS } from "#lib/templates/schemas.ts";
import type { PasswordMode } from "#lib/templates/schemas.ts";
import type { MergedField, Meanwhile } from "./template-merge.ts";

/** Says what somebody else saved while this form was open, puts back what was typed, and lets the reader choose where both changed a field. */
export function ChangedMeanwhile({ conflict }: { conflict: Meanwhile }) {
  const t = useTranslations("templates.conflict");
  const words = useValueWords();
  const { setValue } = useFormContext();
  const [open, setOpen] = useState(conflict.both);

  const putBack = useEffectEvent(() => {
    for (const { field, value } of conflict.mine) setValue(field.path, value, { shouldDirty: true });
  });
  useEffect(() => putBack(), [conflict]);

  const nameOf = ({ label, block }: TemplateField) => (block ? t("inBlock", { block: block === "client" ? "MiCollab Client" : SLOT_LABELS[block], field: label }) : label);
  const typed = (field: TemplateField) => conflict.mine.find((each) => each.field === field)!.value;
  function useTheirs({ field, value }: MergedField) {
    setValue(field.path, value, { shouldDirty: true });
    setOpen(open.filter((other) => other.field !== field));
  }
  return (
    <Banner tone="warn" live title={t("title", { name: conflict.by || t("somebody") })}>
      <p>{t("text")}</p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {conflict.taken.map(({ field, value }) => (
          <li key={field.path}>{t("taken", { field: nameOf(field), value: words(field, value) })}</li>
        ))}
        {open.map((merged) => (
          <li key={merged.field.path} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span>{t("both", { field: nameOf(merged.field), mine: words(merged.field, typed(merged.field)), theirs: words(merged.field, merged.value) })}</span>
            <Button size="sm" onClick={() => useTheirs(merged)}>
              {t("useTheirs")}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

/** A value in words, as its control would show it; never a password. */
function useValueWords(): (field: TemplateField, value: unknown) => string {
  const t = useTranslations("templates.conflict");
  const form = useTranslations("templates.form");
  return ({ control }, value) => {
    if (control === "check") return form(value === true ? "yes" : "no");
    if (control === "password") return PASSWORD_MODES[(value as { mode: PasswordMode }).mode];
    if (control === "shifts") return Object.values(value as object).join(" / ");
    return value === null || value === "" ? t("empty") : String(value);
  };
}
