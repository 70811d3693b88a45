"use client";

import Code from "lucide-react/icons/code";
import Ellipsis from "lucide-react/icons/ellipsis";
import History from "lucide-react/icons/history";
import KeyRound from "lucide-react/icons/key-round";
import Pencil from "lucide-react/icons/pencil";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { historyOf } from "#components/events/history-link.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLink } from "#components/ui/menu.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { timeTag } from "#components/ui/time-tag.tsx";
import type { ApplicationView } from "#lib/client-applications/schemas.ts";

export type ApplicationAct = "edit" | "renew" | "delete";

const NAMED = 6;

/** One registered application: its client ID, the accounts it is assigned to, and what can be done with it. */
export function ApplicationRow({ application, historyIn, onAct }: { application: ApplicationView; historyIn: string | null; onAct: (act: ApplicationAct) => void }) {
  const t = useTranslations("developer");
  const { id, name, description, accounts, modifiedBy, modifiedAt } = application;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 text-sm">
      <Code aria-hidden className="mt-0.5 size-5 shrink-0 text-fg-3" />
      <div className="min-w-0 flex-1 basis-60">
        <h2 className="font-semibold">{name}</h2>
        {description && <p className="text-fg-2">{description}</p>}
        <p className="mt-1 flex flex-wrap items-center gap-x-1 text-fg-2">
          {t("clientId")}
          <span className="flex min-w-0 items-center gap-1">
            <code className="min-w-0 font-mono text-xs break-all">{id}</code>
            <CopyButton value={id} label={t("copyClientId", { name })} />
          </span>
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-1.5">
          <span className="text-fg-3">{t("accounts", { count: accounts.length })}</span>
          {accounts.slice(0, NAMED).map((account) => (
            <Tag key={account.id}>{account.name}</Tag>
          ))}
        </p>
        <p className="mt-1 text-xs text-fg-3">{t.rich("changedBy", { name: modifiedBy, time: timeTag(modifiedAt) })}</p>
      </div>
      <Menu trigger={<IconButton label={t("more", { name })} icon={<Ellipsis aria-hidden />} />}>
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => onAct("edit")}>
          {t("edit")}
        </MenuItem>
        <MenuItem icon={<KeyRound aria-hidden />} onSelect={() => onAct("renew")}>
          {t("renew")}
        </MenuItem>
        {historyIn !== null && (
          <MenuLink href={historyOf(historyIn, { kind: "client_application", id })} icon={<History aria-hidden />}>
            {t("history")}
          </MenuLink>
        )}
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onAct("delete")}>
          {t("delete")}
        </MenuItem>
      </Menu>
    </li>
  );
}
