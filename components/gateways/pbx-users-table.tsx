"use client";

import UsersRound from "lucide-react/icons/users-round";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { IRREGULARITIES } from "#lib/gateways/schemas.ts";
import type { PbxUserView } from "#lib/gateways/schemas.ts";
import type { ListPage } from "#lib/lists/schemas.ts";
import { PBX_USER_LIST, PBX_USER_LIST_NAME } from "./pbx-user-list.ts";

const keepPreferences = keepListPreferences(PBX_USER_LIST_NAME);
const idOf = ({ id }: PbxUserView) => id;
const nameOf = ({ name }: PbxUserView) => name;

/** The users of the PBX, all or those with an irregular address (GW-35). */
export function PbxUsersTable({ accountId, list, preferences }: { accountId: string; list: ListPage<PbxUserView>; preferences: ListPreferences }) {
  const t = useTranslations("gateways.pbxUsers");
  const columns = useMemo<Column<PbxUserView>[]>(
    () => [
      { id: "name", header: t("columns.name"), cell: nameOf },
      { id: "extension", header: t("columns.extension"), cell: ({ extension }) => extension || "–" },
      { id: "email", header: t("columns.email"), cell: ({ email }) => email || "–" },
      { id: "imported", header: t("columns.imported"), cell: ({ imported }) => t(imported ? "yes" : "no"), from: "sm" },
    ],
    [t],
  );
  const filters = useMemo<FilterDefinition[]>(() => [{ id: "email", kind: "choice", label: t("filter"), options: IRREGULARITIES.map((value) => ({ value, label: t(value) })) }], [t]);
  return (
    <DataTable
      name={t("title")}
      shape={PBX_USER_LIST}
      result={list}
      columns={columns}
      getRowId={idOf}
      rowName={nameOf}
      firstUse={{ icon: <UsersRound />, title: t("emptyTitle"), text: t("emptyText") }}
      searchLabel={t("search")}
      filters={filters}
      exportHref={(format, query) => `/api/v1/accounts/${accountId}/gateway/pbx-users/export?format=${format}&${query}`}
      preferences={preferences}
      keepPreferences={keepPreferences}
    />
  );
}
