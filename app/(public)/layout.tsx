import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { personOrNull } from "#app/actor.ts";
import { PublicPage } from "#components/shell/fresh-pages.tsx";
import { LanguageMenu } from "#components/shell/language-menu.tsx";
import { ProductMark } from "#components/shell/product-mark.tsx";
import { settings } from "#lib/config/settings.ts";
import { LOCALES } from "#lib/messages/languages.ts";

/** What stands around the pages of somebody who is not signed in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("signIn");
  const shell = await getTranslations("shell");
  const { SUPPORT_URL, LEGAL_URL } = settings();
  const locales = LOCALES.map(({ code, label, name }) => ({ code, label, name }));
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-linear-to-b from-accent-soft to-bg to-60% px-4 py-10">
      <PublicPage />
      <header className="flex items-center gap-3 text-lg font-semibold">
        <ProductMark className="size-8" />
        {shell("productName")}
      </header>
      <main className="w-full max-w-100 rounded-lg border border-line bg-surface p-7 shadow-sm">{children}</main>
      {/* The language menu lightens when pointed at, as it stands on the dark navigation elsewhere. */}
      <footer className="flex flex-wrap items-center justify-center gap-x-5 gap-y-1 text-sm text-fg-2 [--nav-fg-strong:var(--fg)]">
        <a href={SUPPORT_URL} className="rounded-sm hover:underline">{t("footerSupport")}</a>
        <a href={LEGAL_URL} className="rounded-sm hover:underline">{t("footerLegal")}</a>
        <LanguageMenu locale={await getLocale()} locales={locales} isSignedIn={(await personOrNull()) !== null} />
        <p className="basis-full text-center text-xs text-fg-3">{shell("footer.copyright")}</p>
      </footer>
    </div>
  );
}
