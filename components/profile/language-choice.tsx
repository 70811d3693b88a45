"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useLanguageChange } from "#components/shell/use-language-change.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Select } from "#components/ui/select.tsx";
import { toast } from "#components/ui/toast.tsx";

type LanguageChoiceProps = { language: string; languages: readonly { code: string; name: string }[] };

/** The language of a person, kept with the person; this browser takes it up at once. */
export function LanguageChoice({ language, languages }: LanguageChoiceProps) {
  const t = useTranslations("profile.person");
  const keep = useLanguageChange(true);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  async function choose(code: string) {
    setProblem(null);
    const error = await keep(code);
    if (error) setProblem(error.message);
    else toast({ title: t("languageSaved") });
  }
  return (
    <div className="mt-4 flex max-w-xs flex-col gap-1 border-t border-line pt-4">
      <span id={`${id}-label`} className="text-sm font-semibold">{t("language")}</span>
      <Select
        value={language}
        onValueChange={(code) => void choose(code)}
        options={languages.map(({ code, name }) => ({ value: code, label: name }))}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`} className="text-xs text-fg-3">{t("languageHint")}</p>
      {problem && <Banner tone="bad" title={problem} live />}
    </div>
  );
}
