"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useFormContext } from "#components/forms/form-context.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Meanwhile, SupportField } from "./meanwhile.ts";

/** Says what somebody else saved first: what only they changed is taken over, and where both did the reader chooses (surface: two editors). */
export function MeanwhileNotice({ meanwhile: { by, stored, taken, both } }: { meanwhile: Meanwhile }) {
  const t = useTranslations("supportLogs.conflict");
  const labels = useTranslations("supportLogs.support");
  const states = useTranslations("supportLogs.states");
  const { setValue } = useFormContext();
  const [open, setOpen] = useState(both);
  useEffect(() => {
    for (const field of taken) setValue(field, stored[field]);
  }, [taken, stored, setValue]);

  const words = (field: SupportField) => ({
    field: labels(field === "state" ? "status" : "notes"),
    value: field === "state" ? states(stored.state) : stored.notes || t("empty"),
  });
  function takeTheirs(field: SupportField) {
    setValue(field, stored[field], { shouldDirty: true });
    setOpen(open.filter((other) => other !== field));
  }
  return (
    <Banner live tone="warn" title={t("title", { who: by || t("somebody") })}>
      <p>{t("text")}</p>
      <ul className="mt-2 flex flex-col gap-1.5">
        {taken.map((field) => (
          <li key={field} className="whitespace-pre-line">
            {t("taken", words(field))}
          </li>
        ))}
        {open.map((field) => (
          <li key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="whitespace-pre-line">{t("both", words(field))}</span>
            <Button size="sm" onClick={() => takeTheirs(field)}>
              {t("useTheirs")}
            </Button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}
