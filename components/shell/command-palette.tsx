"use client";

import { Command } from "cmdk";
import CornerDownLeft from "lucide-react/icons/corner-down-left";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { leaveSafely } from "#components/forms/unsaved-changes.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { MIN_TEXT_FOR_ALL_ACCOUNTS } from "#lib/search/rules.ts";
import { groupOf, pagesOf } from "./navigation.ts";
import type { NavigationPage } from "./navigation.ts";
import { OPTION, OPTION_GROUP, SEARCH_FIELD } from "./option-classes.ts";
import { SearchNotice } from "./search-notice.tsx";
import { SearchResults } from "./search-results.tsx";
import type { ShellContext } from "./shell-context.ts";
import { useSearch } from "./use-search.ts";

type CommandPaletteProps = { open: boolean; onOpenChange: (open: boolean) => void; context: ShellContext };

const PLACEHOLDER = { allAccounts: "placeholder", ownAccount: "accountPlaceholder", nothing: "pagePlaceholder" } as const;

/** Goes to a page, an action, an account or a user by a part of its name, address or number. */
export function CommandPalette({ open, onOpenChange, context }: CommandPaletteProps) {
  const { navigation, actions, reach, account } = context;
  const t = useTranslations("shell");
  const router = useRouter();
  const [text, setText] = useState("");
  const { found, retry } = useSearch(reach === "nothing" ? "" : text, account?.id ?? null);
  const labelOf = (page: NavigationPage) => {
    const group = groupOf(navigation, page);
    return group ? t("jump.pageOf", { group: t(`navigation.${group.id}`), page: t(`navigation.${page.id}`) }) : t(`navigation.${page.id}`);
  };
  const search = text.trim();
  const fits = (label: string) => label.toLocaleLowerCase().includes(search.toLocaleLowerCase());
  const pages = pagesOf(navigation).map((page) => ({ ...page, label: labelOf(page) })).filter(({ label }) => fits(label));
  const begun = actions.map((action) => ({ ...action, label: t(`actions.${action.id}`) })).filter(({ label }) => fits(label));

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
        <Command.Input autoFocus value={text} onValueChange={setText} maxLength={100} placeholder={t(`jump.${PLACEHOLDER[reach]}`)} className={SEARCH_FIELD} />
        <Command.List className="max-h-96 overflow-y-auto pt-2">
          <Places heading={t("jump.pages")} places={pages} onChoose={go} />
          <Places heading={t("jump.actions")} places={begun} onChoose={go} />
          {found.status === "found" && <SearchResults answer={found.answer} namesAccounts={reach === "allAccounts"} onChoose={go} />}
        </Command.List>
        <SearchNotice
          found={found}
          search={search}
          nothingElse={pages.length + begun.length === 0}
          tooShort={reach === "allAccounts" && account === null && search.length < MIN_TEXT_FOR_ALL_ACCOUNTS}
          onRetry={retry}
        />
      </Command>
    </Dialog>
  );
}

type PlacesProps = { heading: string; places: readonly { id: string; href: string; label: string }[]; onChoose: (href: string) => void };

function Places({ heading, places, onChoose }: PlacesProps) {
  if (places.length === 0) return null;
  return (
    <Command.Group heading={heading} className={OPTION_GROUP}>
      {places.map(({ id, href, label }) => (
        <Command.Item key={id} value={`place-${id}`} onSelect={() => onChoose(href)} className={OPTION}>
          <span className="min-w-0 flex-1 truncate">{label}</span>
          <CornerDownLeft aria-hidden className="hidden size-3.5 text-fg-3 in-data-[selected=true]:block" />
        </Command.Item>
      ))}
    </Command.Group>
  );
}
