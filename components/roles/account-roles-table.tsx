"use client";

import ShieldCheck from "lucide-react/icons/shield-check";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { RoleView } from "#lib/roles/schemas.ts";
import { ROLE_LIST } from "./role-list.ts";
import { roleColumns } from "./roles-table.tsx";

type AccountRolesTableProps = {
  accountId: string;
  page: ListPage<RoleView>;
  /** A partner makes and assigns them, at Partner level. */
  isPartner: boolean;
  preferences: ListPreferences;
};

const keepPreferences = keepListPreferences("account-roles");
const idOf = ({ id }: RoleView) => id;
const nameOf = ({ name }: RoleView) => name;

/** The custom roles that users of the account can be given; they are made by the partner (ROLE-04, ROLE-24, UROLE-05). */
export function AccountRolesTable({ accountId, page, isPartner, preferences }: AccountRolesTableProps) {
  const t = useTranslations("roles.list");
  const columns = useMemo(() => roleColumns(t).filter(({ id }) => id !== "accounts"), [t]);
  const manage = isPartner && <ButtonLink href="/roles">{t("manage")}</ButtonLink>;
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("accountSubtitle")} actions={manage} />
      <DataTable
        name={t("title")}
        shape={ROLE_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => `/accounts/${accountId}/roles/${id}`}
        firstUse={{ icon: <ShieldCheck />, title: t("accountEmptyTitle"), text: t("accountEmpty"), action: manage }}
        searchLabel={t("search")}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/roles/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
    </>
  );
}
