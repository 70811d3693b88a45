"use client";

import ChevronUp from "lucide-react/icons/chevron-up";
import { useTranslations } from "next-intl";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ShellLocale } from "./shell-context.ts";
import { useLanguageChange } from "./use-language-change.ts";

/** Lists the supported languages and changes the portal's to the one chosen (NAV-11). */
export function LanguageMenu({ locale, locales, isSignedIn }: { locale: string; locales: readonly ShellLocale[]; isSignedIn: boolean }) {
  const t = useTranslations("shell.footer");
  const keep = useLanguageChange(isSignedIn);
  const current = locales.find(({ code }) => code === locale);
  const change = async (code: string) => {
    const error = await keep(code);
    if (error) toast({ title: error.message, tone: "bad" });
  };
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className="inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-nav-fg-strong"
        >
          <span className="sr-only">{t("languages")}</span>
          {current?.label ?? locale}
          <ChevronUp aria-hidden className="size-3.5" />
        </button>
      }
    >
      <MenuChoice
        label={t("languages")}
        options={locales.map(({ code, name }) => ({ value: code, label: name }))}
        value={locale}
        onValueChange={(code) => void change(code)}
      />
    </Menu>
  );
}
