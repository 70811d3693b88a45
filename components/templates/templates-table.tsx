"use client";

import Layers from "lucide-react/icons/layers";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import type { FilterDefinition } from "#components/data-table/filters.ts";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { TemplateListItem } from "#lib/templates/schemas.ts";
import { templateColumns } from "./template-columns.tsx";
import { TEMPLATE_LIST } from "./template-list.ts";
import type { TemplateRights } from "./template-rights.ts";

type TemplatesTableProps = { accountId: string; page: ListPage<TemplateListItem>; rights: TemplateRights; preferences: ListPreferences };

const keepPreferences = keepListPreferences("templates");
const idOf = ({ id }: TemplateListItem) => id;
const labelOf = ({ label }: TemplateListItem) => label;

/** The default template and the custom ones of an account (ACDTPL-01). */
export function TemplatesTable({ accountId, page, rights, preferences }: TemplatesTableProps) {
  const t = useTranslations("templates.list");
  const columns = useMemo(() => templateColumns(t), [t]);
  const filters = useMemo((): FilterDefinition[] => {
    const options = [
      { value: "default", label: t("default") },
      { value: "custom", label: t("custom") },
    ];
    return [{ id: "kind", label: t("kind"), kind: "choice", options }];
  }, [t]);
  const add = rights.add && (
    <ButtonLink href={`/accounts/${accountId}/templates/new`} variant="primary" icon={<Plus aria-hidden />}>
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={add} />
      <DataTable
        name={t("title")}
        shape={TEMPLATE_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={labelOf}
        rowHref={({ id }) => `/accounts/${accountId}/templates/${id}`}
        firstUse={{ icon: <Layers />, title: t("emptyTitle"), text: t("empty"), action: add }}
        searchLabel={t("search")}
        filters={filters}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/templates/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
      />
    </>
  );
}
