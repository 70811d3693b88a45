"use client";

import Building2 from "lucide-react/icons/building-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { request } from "#components/api/request.ts";
import type { BulkAction } from "#components/data-table/bulk-bar.tsx";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { RoleAccount, RoleView } from "#lib/roles/schemas.ts";
import { ROLE_ACCOUNT_LIST } from "./role-list.ts";

type RoleAccountsTableProps = { role: RoleView; page: ListPage<RoleAccount>; mayEdit: boolean; preferences: ListPreferences };

type Translate = ReturnType<typeof useTranslations<"roles.accounts">>;

const keepPreferences = keepListPreferences("role-accounts");
const idOf = ({ id }: RoleAccount) => id;
const nameOf = ({ name }: RoleAccount) => name;

/** The accounts of a role: "Assign" and "Unassign" for those ticked (ROLE-29 to ROLE-31). */
export function RoleAccountsTable({ role, page, mayEdit, preferences }: RoleAccountsTableProps) {
  const t = useTranslations("roles.accounts");
  const router = useRouter();
  const [refusal, setRefusal] = useState<string | null>(null);
  const columns = useMemo(() => accountColumns(t), [t]);
  const filters = useMemo(() => assignedFilter(t), [t]);
  const act = (id: "assign" | "unassign"): BulkAction => ({
    id,
    label: t(id),
    onSelect: async (selection, { clear }) => {
      const result = await request<{ changed: number }>("POST", `/roles/${role.id}/${id}`, { body: { accounts: selection } });
      setRefusal(result.ok ? null : result.error.message);
      if (!result.ok) return;
      toast({ title: t(id === "assign" ? "assigned" : "unassigned", { count: result.data.changed }), description: role.name });
      clear();
      router.refresh();
    },
  });
  return (
    <>
      {refusal && (
        <Banner tone="bad" title={refusal} live className="mb-3" onClose={() => setRefusal(null)} />
      )}
      <DataTable
        name={t("title")}
        shape={ROLE_ACCOUNT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        firstUse={{ icon: <Building2 />, title: t("emptyTitle"), text: t("empty") }}
        searchLabel={t("search")}
        filters={filters}
        bulkActions={mayEdit ? [act("assign"), act("unassign")] : undefined}
        preferences={preferences}
        keepPreferences={keepPreferences}
        exportHref={(format, query) => `/api/v1/roles/${role.id}/accounts/export?format=${format}&${query}`}
      />
    </>
  );
}

function accountColumns(t: Translate): Column<RoleAccount>[] {
  return [
    { id: "name", header: t("columns.name"), cell: nameOf, width: "max-w-52 sm:max-w-88" },
    { id: "assigned", header: t("columns.assigned"), cell: ({ assigned }) => (assigned ? <Pill tone="good">{t("isAssigned")}</Pill> : <Pill>{t("isNotAssigned")}</Pill>) },
    { id: "users", header: t("columns.users"), cell: ({ userCount }) => t("count", { count: userCount }), numeric: true, width: "w-20", from: "sm" },
  ];
}

function assignedFilter(t: Translate): FilterDefinition[] {
  const options = [
    { value: "yes", label: t("isAssigned") },
    { value: "no", label: t("isNotAssigned") },
  ];
  return [{ id: "assigned", label: t("columns.assigned"), kind: "choice", options }];
}
