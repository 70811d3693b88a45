"use client";

import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import { AccountSwitcher } from "./account-switcher.tsx";
import { NavigationFooter } from "./navigation-footer.tsx";
import { NavigationList } from "./navigation-list.tsx";
import { pagesOf } from "./navigation.ts";
import { ProductMark } from "./product-mark.tsx";
import type { ShellContext } from "./shell-context.ts";

/** The dark column: product, account, entries, footer. The same beside a wide page and behind the menu button of a narrow one. */
export function NavigationPanel({ context, onNavigate }: { context: ShellContext; onNavigate?: () => void }) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-full flex-col bg-nav-bg px-3 pb-3 text-nav-fg [--focus:var(--nav-mark)]">
      <Link
        href={pagesOf(context.navigation)[0]?.href ?? "/dashboard"}
        onClick={onNavigate}
        className="my-3.5 flex items-center gap-2.5 rounded-md px-2 py-1 text-[0.9375rem] font-semibold text-nav-fg-strong"
      >
        <ProductMark className="size-6.5 shrink-0" />
        {t("productName")}
      </Link>
      {context.partner ? (
        <AccountSwitcher account={context.account} partner={context.partner} onNavigate={onNavigate} />
      ) : (
        <div className="rounded-md border border-nav-line px-2.5 py-1.5 text-sm">
          <p className="text-xs">{t("account.customer")}</p>
          <p className="truncate text-nav-fg-strong">{context.account?.name}</p>
        </div>
      )}
      <nav aria-label={t("mainNavigation")} className="mt-3.5 mb-4">
        <NavigationList items={context.navigation} onNavigate={onNavigate} />
      </nav>
      <NavigationFooter links={context.links} locale={context.locale} locales={context.locales} />
    </div>
  );
}
