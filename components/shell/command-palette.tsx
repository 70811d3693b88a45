"use client";

import { Command } from "cmdk";
import CornerDownLeft from "lucide-react/icons/corner-down-left";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { leaveSafely } from "#components/forms/unsaved-changes.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { AccountResults } from "./account-results.tsx";
import { AccountSearchNotice } from "./account-search-notice.tsx";
import { accountHome, groupOf, pagesOf } from "./navigation.ts";
import type { NavigationItem, NavigationPage } from "./navigation.ts";
import { OPTION, OPTION_GROUP, SEARCH_FIELD } from "./option-classes.ts";
import { useAccountSearch } from "./use-account-search.ts";

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  navigation: readonly NavigationItem[];
  /** Accounts are searched for partners only (DASH-06). */
  searchesAccounts: boolean;
};

/** Goes to a page or an account by a few letters of its name. */
export function CommandPalette({ open, onOpenChange, navigation, searchesAccounts }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [text, setText] = useState("");
  const { found, retry } = useAccountSearch(searchesAccounts ? text : "");
  const labelOf = (page: NavigationPage) => {
    const group = groupOf(navigation, page);
    return group ? t("jump.pageOf", { group: t(`navigation.${group.id}`), page: t(`navigation.${page.id}`) }) : t(`navigation.${page.id}`);
  };
  const wanted = text.trim().toLocaleLowerCase();
  const pages = pagesOf(navigation).filter((page) => labelOf(page).toLocaleLowerCase().includes(wanted));
  const nothing = pages.length === 0 && (found.status === "idle" || (found.status === "found" && found.list.items.length === 0));

  const change = (next: boolean) => {
    setText("");
    onOpenChange(next);
  };
  const go = (href: string) => {
    change(false);
    leaveSafely(() => router.push(href));
  };
  return (
    <Dialog open={open} onOpenChange={change} title={t("jump.title")} size="md">
      <Command label={t("jump.title")} shouldFilter={false} loop>
        <Command.Input
          autoFocus
          value={text}
          onValueChange={setText}
          placeholder={t(searchesAccounts ? "jump.placeholder" : "jump.pagePlaceholder")}
          className={SEARCH_FIELD}
        />
        <Command.List className="max-h-96 overflow-y-auto pt-2">
          {pages.length > 0 && (
            <Command.Group heading={t("jump.pages")} className={OPTION_GROUP}>
              {pages.map((page) => (
                <Command.Item key={page.id} value={`page-${page.id}`} onSelect={() => go(page.href)} className={OPTION}>
                  <span className="min-w-0 flex-1 truncate">{labelOf(page)}</span>
                  <CornerDownLeft aria-hidden className="hidden size-3.5 text-fg-3 in-data-[selected=true]:block" />
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <AccountResults found={found} onChoose={(id) => go(accountHome(id))} />
        </Command.List>
        {nothing ? (
          <p role="status" className="px-2 py-2 text-sm text-fg-3">
            {t("jump.nothing", { search: text.trim() })}
          </p>
        ) : (
          <AccountSearchNotice found={found} onRetry={retry} />
        )}
      </Command>
    </Dialog>
  );
}
