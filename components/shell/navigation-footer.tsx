import { useTranslations } from "next-intl";
import { LanguageMenu } from "./language-menu.tsx";
import type { ShellContext } from "./shell-context.ts";

/** The links and the language at the end of the navigation (NAV-08). */
export function NavigationFooter({ links, locale, locales }: Pick<ShellContext, "links" | "locale" | "locales">) {
  const t = useTranslations("shell.footer");
  return (
    <footer className="mt-auto border-t border-nav-line px-2 pt-3 pb-1 text-xs">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-1">
        <a href={links.support} target="_blank" rel="noreferrer" className={LINK}>
          {t("support")}
        </a>
        <a href={links.legal} target="_blank" rel="noreferrer" className={LINK}>
          {t("legal")}
        </a>
        <span className="ms-auto">
          <LanguageMenu locale={locale} locales={locales} isSignedIn />
        </span>
      </div>
      <p className="mt-1.5">{t("copyright")}</p>
    </footer>
  );
}

const LINK = "inline-flex min-h-6 items-center rounded-sm hover:text-nav-fg-strong hover:underline";
