"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import type { ImportWarning } from "#lib/imports/schemas.ts";

const SHOWN = 3;

/** What a spreadsheet program has done to values, or the reader has left out: to be looked at before anybody is added (pains 9). */
export function ImportWarnings({ warnings }: { warnings: readonly ImportWarning[] }) {
  const t = useTranslations("imports.warnings");
  const [all, setAll] = useState(false);
  if (warnings.length === 0) return null;
  const isCut = !all && warnings.length > SHOWN;
  return (
    <Banner
      tone="warn"
      title={t("title", { count: warnings.length })}
      action={
        isCut && (
          <Button size="sm" onClick={() => setAll(true)}>
            {t("more", { count: warnings.length })}
          </Button>
        )
      }
    >
      <ul className="flex max-h-60 list-disc flex-col gap-0.5 overflow-y-auto ps-4">
        {(isCut ? warnings.slice(0, SHOWN) : warnings).map(({ message }, index) => (
          <li key={index}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}
