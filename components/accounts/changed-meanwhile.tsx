"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useFormContext } from "#components/forms/form-context.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { SupportContact } from "#lib/accounts/schemas.ts";
import type { AccountField, Meanwhile } from "./account-values.ts";
import type { CountryOption } from "./customer-fields.tsx";
import { LANGUAGE_OPTIONS } from "./language-options.ts";

type ChangedMeanwhileProps = { conflict: Meanwhile; countries: readonly CountryOption[] };

/** Says what somebody else saved while this form was open, puts back what was typed, and lets the reader choose where both changed a field. */
export function ChangedMeanwhile({ conflict, countries }: ChangedMeanwhileProps) {
  const t = useTranslations("accounts.conflict");
  const label = useTranslations("accounts.form");
  const contacts = useTranslations("accounts.contacts");
  const { setValue } = useFormContext();
  const [open, setOpen] = useState(conflict.both);
  const notice = useRef<HTMLDivElement>(null);
  const { saved, mine } = conflict;

  const putBack = useEffectEvent(() => {
    for (const [field, value] of Object.entries(mine)) setValue(field, value, { shouldDirty: true });
    // Save was pressed at the lower end of the page.
    notice.current?.focus();
  });
  useEffect(() => putBack(), [conflict]);

  const nameOf = (field: AccountField) => (field === "supportContacts" ? contacts("label") : label(field));
  const inWords = (field: AccountField, value: unknown) => wordsOf(field, value, countries) || t("empty");
  function takeTheirs(field: AccountField) {
    setValue(field, saved[field], { shouldDirty: true });
    setOpen(open.filter((other) => other !== field));
  }
  return (
    <div ref={notice} tabIndex={-1} className="rounded-md">
      <Banner tone="warn" title={t("title", { name: conflict.by || t("somebody") })}>
        <p>{t("text")}</p>
        <ul className="mt-2 flex flex-col gap-1.5">
          {conflict.taken.map((field) => (
            <li key={field}>{t("taken", { field: nameOf(field), value: inWords(field, saved[field]) })}</li>
          ))}
          {open.map((field) => (
            <li key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span>{t("both", { field: nameOf(field), mine: inWords(field, mine[field]), theirs: inWords(field, saved[field]) })}</span>
              <Button size="sm" onClick={() => takeTheirs(field)}>
                {t("useTheirs")}
              </Button>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}

/** A value as the field shows it. */
function wordsOf(field: AccountField, value: unknown, countries: readonly CountryOption[]): string {
  if (field === "supportContacts") return (value as SupportContact[]).map(({ name, email }) => name || email).join(", ");
  const options = field === "country" ? countries : field === "defaultLanguage" ? LANGUAGE_OPTIONS : [];
  return options.find((option) => option.value === value)?.label ?? String(value);
}
