"use client";

import ChevronUp from "lucide-react/icons/chevron-up";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { Menu, MenuChoice } from "#components/ui/menu.tsx";
import { rememberInCookie } from "./remember-in-cookie.ts";
import type { ShellLocale } from "./shell-context.ts";

/** Lists the supported languages and changes the portal's to the one chosen (NAV-11). */
export function LanguageMenu({ locale, locales }: { locale: string; locales: readonly ShellLocale[] }) {
  const t = useTranslations("shell.footer");
  const router = useRouter();
  const current = locales.find(({ code }) => code === locale);
  const change = (code: string) => {
    rememberInCookie("locale", code);
    router.refresh();
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
        onValueChange={change}
      />
    </Menu>
  );
}
