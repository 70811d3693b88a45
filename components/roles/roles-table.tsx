"use client";

import Copy from "lucide-react/icons/copy";
import EllipsisVertical from "lucide-react/icons/ellipsis-vertical";
import Plus from "lucide-react/icons/plus";
import ShieldCheck from "lucide-react/icons/shield-check";
import Trash2 from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem, MenuLink } from "#components/ui/menu.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import { BASE_ROLES } from "#lib/permissions/schemas.ts";
import type { RoleView } from "#lib/roles/schemas.ts";
import { DeleteRole } from "./delete-role.tsx";
import { ROLE_LIST } from "./role-list.ts";
import type { RoleRights } from "./role-rights.ts";

type RolesTableProps = { page: ListPage<RoleView>; rights: RoleRights; preferences: ListPreferences };

type Translate = ReturnType<typeof useTranslations<"roles.list">>;

const keepPreferences = keepListPreferences("roles");
const idOf = ({ id }: RoleView) => id;
const nameOf = ({ name }: RoleView) => name;

/** The custom roles of the partner account (ROLE-03). */
export function RolesTable({ page, rights, preferences }: RolesTableProps) {
  const t = useTranslations("roles.list");
  const router = useRouter();
  const [deleting, setDeleting] = useState<RoleView | null>(null);
  const columns = useMemo(() => [...roleColumns(t), actsOf(t, rights, setDeleting)], [t, rights]);
  const filters = useMemo(() => baseFilter(t), [t]);
  const add = rights.add && (
    <ButtonLink href="/roles/new" variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={add} />
      <DataTable
        name={t("title")}
        shape={ROLE_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => `/roles/${id}`}
        firstUse={{ icon: <ShieldCheck />, title: t("emptyTitle"), text: t("empty"), action: add }}
        searchLabel={t("search")}
        filters={filters}
        exportHref={(format, query) => `/api/v1/roles/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
      {deleting && (
        <DeleteRole
          role={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            setDeleting(null);
            router.refresh();
          }}
        />
      )}
    </>
  );
}

/** The columns that a role has at Partner level and inside an account. */
export function roleColumns(t: Translate): Column<RoleView>[] {
  return [
    { id: "name", header: t("columns.name"), cell: nameOf, width: "max-w-52 sm:max-w-88" },
    { id: "base", header: t("columns.base"), cell: ({ base }) => t(`bases.${base}`), from: "sm" },
    { id: "description", header: t("columns.description"), cell: ({ description }) => description || "–", from: "lg" },
    { id: "permissions", header: t("columns.permissions"), cell: ({ grants }) => t("permissions", { count: grants.length }), from: "xl", hiddenByDefault: true },
    { id: "accounts", header: t("columns.accounts"), cell: ({ accountCount }) => t("count", { count: accountCount }), numeric: true, width: "w-24", from: "md" },
    { id: "users", header: t("columns.users"), cell: ({ userCount }) => t("count", { count: userCount }), numeric: true, width: "w-20" },
    { id: "modified", header: t("columns.modified"), cell: modifiedOn, from: "md", width: "max-w-72" },
  ];
}

export function baseFilter(t: Translate): FilterDefinition[] {
  return [{ id: "base", label: t("columns.base"), kind: "choice", options: BASE_ROLES.map((value) => ({ value, label: t(`bases.${value}`) })) }];
}

function modifiedOn({ modifiedAt, modifiedBy }: RoleView) {
  return (
    <>
      <Time value={modifiedAt} show="date" /> {modifiedBy && `(${modifiedBy})`}
    </>
  );
}

/** "Duplicate Role" and "Delete Role" of a row (ROLE-32, ROLE-34). */
function actsOf(t: Translate, rights: RoleRights, onDelete: (role: RoleView) => void): Column<RoleView> {
  const cell = (role: RoleView) =>
    (rights.add || rights.delete) && (
      <Menu trigger={<IconButton label={t("more", { name: role.name })} icon={<EllipsisVertical aria-hidden />} />}>
        {rights.add && (
          <MenuLink href={`/roles/new?duplicate=${role.id}`} icon={<Copy aria-hidden />}>
            {t("duplicate")}
          </MenuLink>
        )}
        {rights.delete && (
          <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => onDelete(role)}>
            {t("delete")}
          </MenuItem>
        )}
      </Menu>
    );
  return { id: "menu", header: t("columns.menu"), headerHidden: true, hideable: false, cell, width: "w-12" };
}
