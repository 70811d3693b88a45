"use client";

import Columns3 from "lucide-react/icons/columns-3";
import EllipsisVertical from "lucide-react/icons/ellipsis-vertical";
import KeyRound from "lucide-react/icons/key-round";
import Mail from "lucide-react/icons/mail";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import Upload from "lucide-react/icons/upload";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLink } from "#components/ui/menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { UserFigures } from "#lib/users/schemas.ts";
import type { BulkAct } from "./bulk-acts.ts";
import { allUsers, keepForManaging } from "./selected-users.ts";
import type { SelectedUsers } from "./selected-users.ts";
import type { UserRights } from "./user-rights.ts";

type UsersHeadingProps = {
  accountId: string;
  figures: UserFigures;
  rights: UserRights;
  /** Null while no row is ticked. */
  selected: SelectedUsers | null;
  onAct: (act: BulkAct, users: SelectedUsers) => void;
  /** Opens "Show/hide columns". */
  onColumns: () => void;
};

/** The head of the Users page: figures, "Manage all" or "Manage (x)", "Add User", and the menu (USER-04, USER-11, IMPORT-26). */
export function UsersHeading({ accountId, figures, rights, selected, onAct, onColumns }: UsersHeadingProps) {
  const t = useTranslations("users");
  const at = `/accounts/${accountId}/users`;
  return (
    <PageHeader
      title={t("list.title")}
      subtitle={<Figures figures={figures} at={at} />}
      actions={
        <>
          {rights.mail && (
            <ButtonLink href={selected ? `${at}/manage?selected` : `${at}/manage`} onClick={() => selected && keepForManaging(accountId, selected)}>
              {manageLabel(t, selected)}
            </ButtonLink>
          )}
          {rights.add && (
            <ButtonLink href={`${at}/new`} variant="primary" icon={<Plus aria-hidden />}>
              {t("list.add")}
            </ButtonLink>
          )}
          <Menu trigger={<IconButton variant="secondary" label={t("list.more")} icon={<EllipsisVertical aria-hidden />} />}>
            {rights.add && (
              <MenuLink href={`${at}/import`} icon={<Upload aria-hidden />}>
                {t("list.import")}
              </MenuLink>
            )}
            {rights.resetPasswords && <SelectionItem icon={<KeyRound aria-hidden />} selected={selected} label={t("menu.reset")} onSelect={(users) => onAct("reset", users)} />}
            {rights.mail && <SelectionItem icon={<Mail aria-hidden />} selected={selected} label={t("menu.welcome")} onSelect={(users) => onAct("welcome", users)} />}
            {rights.mail && (
              <MenuItem icon={<Mail aria-hidden />} disabled={figures.users === 0} onSelect={() => onAct("welcome", allUsers(figures.users))}>
                {t("menu.welcomeAll")}
              </MenuItem>
            )}
            {rights.delete && <SelectionItem danger icon={<Trash2 aria-hidden />} selected={selected} label={t("menu.delete")} onSelect={(users) => onAct("delete", users)} />}
            <MenuItem icon={<Columns3 aria-hidden />} onSelect={onColumns}>
              {t("menu.columns")}
            </MenuItem>
          </Menu>
        </>
      }
    />
  );
}

function manageLabel(t: ReturnType<typeof useTranslations<"users">>, selected: SelectedUsers | null): string {
  if (!selected) return t("list.manageAll");
  return selected.isExact ? t("list.manage", { count: selected.count }) : t("list.manageMany", { count: selected.count });
}

/** The figures of the whole account; those who need attention are a link to them. */
function Figures({ figures: { users, registered, attention, attentionIsExact }, at }: { figures: UserFigures; at: string }) {
  const t = useTranslations("users.list");
  return (
    <>
      {t("figures", { users, registered })}
      {attention > 0 && (
        <>
          {" · "}
          <Link href={`${at}?services=attention`} className="link">
            {t("attention", { count: attention, exact: String(attentionIsExact) })}
          </Link>
        </>
      )}
    </>
  );
}

type SelectionItemProps = { icon: ReactNode; label: string; selected: SelectedUsers | null; danger?: boolean; onSelect: (users: SelectedUsers) => void };

/** An entry for the ticked users; while none is ticked it says so. */
function SelectionItem({ icon, label, selected, danger, onSelect }: SelectionItemProps) {
  const t = useTranslations("users.list");
  return (
    <MenuItem icon={icon} danger={danger} disabled={selected === null} hint={selected === null && t("tickFirst")} onSelect={() => selected && onSelect(selected)}>
      {label}
    </MenuItem>
  );
}
