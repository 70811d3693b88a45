import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ProductMark } from "#components/shell/product-mark.tsx";
import { settings } from "#lib/config/settings.ts";

/** What stands around the pages of somebody who is not signed in. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("signIn");
  const shell = await getTranslations("shell");
  const { SUPPORT_URL, LEGAL_URL } = settings();
  return (
    <div className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-linear-to-b from-accent-soft to-bg to-60% px-4 py-10">
      <p className="flex items-center gap-3 text-lg font-semibold">
        <ProductMark className="size-8" />
        {shell("productName")}
      </p>
      <main className="w-full max-w-100 rounded-lg border border-line bg-surface p-7 shadow-sm">{children}</main>
      <footer className="flex gap-5 text-sm text-fg-2">
        <a href={SUPPORT_URL} className="hover:underline">{t("footerSupport")}</a>
        <a href={LEGAL_URL} className="hover:underline">{t("footerLegal")}</a>
      </footer>
    </div>
  );
}
