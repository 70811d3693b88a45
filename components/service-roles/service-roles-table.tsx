"use client";

import IdCard from "lucide-react/icons/id-card";
import Lock from "lucide-react/icons/lock";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Column } from "#components/data-table/column.ts";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { ServiceRoleView } from "#lib/service-roles/schemas.ts";
import { SERVICE_ROLE_LIST } from "./service-role-list.ts";

type ServiceRolesTableProps = { accountId: string; page: ListPage<ServiceRoleView>; preferences: ListPreferences };

type Translate = ReturnType<typeof useTranslations<"serviceRoles">>;

const keepPreferences = keepListPreferences("service-roles");
const idOf = ({ id }: ServiceRoleView) => id;
const nameOf = ({ name }: ServiceRoleView) => name;

/** The roles that users can be given, each with the template it points to (ACDROLE-03, ACDROLE-06). */
export function ServiceRolesTable({ accountId, page, preferences }: ServiceRolesTableProps) {
  const t = useTranslations("serviceRoles");
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} />
      <DataTable
        name={t("title")}
        shape={SERVICE_ROLE_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ templateId }) => `/accounts/${accountId}/templates/${templateId}`}
        firstUse={{ icon: <IdCard />, title: t("emptyTitle"), text: t("empty") }}
        searchLabel={t("search")}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/service-roles/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
    </>
  );
}

function columnsOf(t: Translate): Column<ServiceRoleView>[] {
  return [
    { id: "name", header: t("columns.name"), cell: nameOf, width: "max-w-52 sm:max-w-88" },
    { id: "template", header: t("columns.template"), cell: (role) => <Template role={role} t={t} />, width: "max-w-96", from: "sm" },
    { id: "users", header: t("columns.users"), cell: ({ userCount: count, userCountIsExact: exact }) => t("users", { count, exact: String(exact) }), numeric: true, width: "w-20" },
    { id: "created", header: t("columns.created"), cell: ({ createdAt }) => <Time value={createdAt} show="date" />, from: "md" },
  ];
}

function Template({ role, t }: { role: ServiceRoleView; t: Translate }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <span className="truncate">{role.templateLabel}</span>
      {role.templateIsDefault && (
        <Pill tone="accent" icon={<Lock aria-hidden />}>
          {t("default")}
        </Pill>
      )}
    </span>
  );
}
