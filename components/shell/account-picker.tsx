"use client";

import { Command } from "cmdk";
import Network from "lucide-react/icons/network";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AccountResults } from "./account-results.tsx";
import { AccountSearchNotice } from "./account-search-notice.tsx";
import { accountHome, PARTNER_HOME } from "./navigation.ts";
import { OPTION, OPTION_GROUP, SEARCH_FIELD } from "./option-classes.ts";
import type { ShellContext } from "./shell-context.ts";
import { useAccountSearch } from "./use-account-search.ts";

type AccountPickerProps = {
  openId: string | null;
  partner: NonNullable<ShellContext["partner"]>;
  onChoose: (href: string) => void;
};

/** Finds an account: the ones opened last at once, all others by searching on the server. */
export function AccountPicker({ openId, partner, onChoose }: AccountPickerProps) {
  const t = useTranslations("shell.account");
  const [text, setText] = useState("");
  const { found, retry } = useAccountSearch(text);
  return (
    <Command label={t("title")} shouldFilter={false} loop>
      <Command.Input autoFocus value={text} onValueChange={setText} placeholder={t("search")} className={SEARCH_FIELD} />
      <Command.List className="max-h-80 overflow-y-auto pt-2">
        {found.status === "idle" && (
          <Command.Item value="partner-level" onSelect={() => onChoose(PARTNER_HOME)} className={OPTION}>
            <Network aria-hidden className="size-4 text-fg-3" />
            <span className="min-w-0 flex-1 truncate">{t("partnerLevel")}</span>
            <span className="max-w-32 truncate text-xs text-fg-3">{partner.name}</span>
          </Command.Item>
        )}
        {found.status === "idle" && partner.recentAccounts.length > 0 && (
          <Command.Group heading={t("recent")} className={OPTION_GROUP}>
            {partner.recentAccounts.map(({ id, name }) => (
              <Command.Item key={id} value={`recent-${id}`} onSelect={() => onChoose(accountHome(id))} className={OPTION}>
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {id === openId && <span className="text-xs text-fg-3">{t("open")}</span>}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        <AccountResults found={found} onChoose={(id) => onChoose(accountHome(id))} />
      </Command.List>
      <AccountSearchNotice found={found} onRetry={retry} />
    </Command>
  );
}
