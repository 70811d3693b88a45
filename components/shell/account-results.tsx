"use client";

import { Command } from "cmdk";
import { useTranslations } from "next-intl";
import { OPTION, OPTION_GROUP } from "./option-classes.ts";
import type { AccountSearch } from "./use-account-search.ts";

/** The accounts that a search has found, as options. */
export function AccountResults({ found, onChoose }: { found: AccountSearch; onChoose: (id: string) => void }) {
  const t = useTranslations("shell.account");
  if (found.status !== "found" || found.answer.items.length === 0) return null;
  return (
    <Command.Group heading={t("found")} className={OPTION_GROUP}>
      {found.answer.items.map(({ id, name }) => (
        <Command.Item key={id} value={`account-${id}`} onSelect={() => onChoose(id)} className={OPTION}>
          <span className="min-w-0 flex-1 truncate">{name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
