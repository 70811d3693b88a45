"use client";

import { Command } from "cmdk";
import Building2 from "lucide-react/icons/building-2";
import UserRound from "lucide-react/icons/user-round";
import { useTranslations } from "next-intl";
import { Tag } from "#components/ui/tag.tsx";
import type { FoundUser, SearchAnswer } from "#lib/search/schemas.ts";
import { accountHome } from "./navigation.ts";
import { OPTION, OPTION_GROUP } from "./option-classes.ts";

type SearchResultsProps = {
  answer: SearchAnswer;
  /** Whether users of several accounts can be among them, so that each says whose it is. */
  namesAccounts: boolean;
  onChoose: (href: string) => void;
};

/** The accounts and users that a search has found, as options. */
export function SearchResults({ answer: { accounts, users }, namesAccounts, onChoose }: SearchResultsProps) {
  const t = useTranslations("shell.jump");
  return (
    <>
      {accounts.items.length > 0 && (
        <Command.Group heading={t("accounts")} className={OPTION_GROUP}>
          {accounts.items.map(({ id, name, status }) => (
            <Command.Item key={id} value={`account-${id}`} onSelect={() => onChoose(accountHome(id))} className={OPTION}>
              <Building2 aria-hidden className="size-4 text-fg-3" />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              {status === "deactivated" && <Tag>{t("deactivated")}</Tag>}
            </Command.Item>
          ))}
        </Command.Group>
      )}
      {users.items.length > 0 && (
        <Command.Group heading={t("users")} className={OPTION_GROUP}>
          {users.items.map((user) => (
            <Command.Item key={user.id} value={`user-${user.id}`} onSelect={() => onChoose(`/accounts/${user.accountId}/users/${user.id}`)} className={OPTION}>
              <UserOption user={user} namesAccount={namesAccounts} />
            </Command.Item>
          ))}
        </Command.Group>
      )}
    </>
  );
}

function UserOption({ user: { name, email, extension, accountName }, namesAccount }: { user: FoundUser; namesAccount: boolean }) {
  return (
    <>
      <UserRound aria-hidden className="size-4 text-fg-3" />
      <span className="min-w-0 flex-1">
        <span className="block truncate">{name}</span>
        <span className="flex gap-x-2.5 text-xs text-fg-3">
          <span className="truncate">{email}</span>
          {extension && <span className="shrink-0 tabular-nums">{extension}</span>}
        </span>
      </span>
      {namesAccount && <span className="max-w-[40%] truncate text-xs text-fg-3">{accountName}</span>}
    </>
  );
}
