"use client";

import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { keepListPreferences } from "#components/data-table/keep-preferences.ts";
import type { ListPreferences } from "#components/data-table/list-state.ts";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import type { ImportPage, ImportView } from "#lib/imports/schemas.ts";
import { importColumns } from "./import-columns.tsx";
import { IMPORT_LIST, IMPORT_LIST_NAME, importsPath } from "./import-lists.ts";

const TOPICS = ["imports"];
const keepPreferences = keepListPreferences(IMPORT_LIST_NAME);
const idOf = ({ id }: ImportView) => id;
const nameOf = ({ fileName }: ImportView) => fileName;

/** The imports of the account, open ones first, each leading to its preview or its result. */
export function ImportList({ accountId, page, preferences }: { accountId: string; page: ImportPage; preferences: ListPreferences }) {
  const t = useTranslations("imports.list");
  const format = useFormatter();
  const columns = useMemo(() => importColumns(t, format), [t, format]);
  return (
    <>
      <LiveRefresh topics={TOPICS} />
      <h2 className="mb-3 text-base font-semibold">{t("title")}</h2>
      <DataTable
        name={t("title")}
        shape={IMPORT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        searchLabel={t("search")}
        rowHref={({ id }) => `${importsPath(accountId)}/${id}`}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/imports/export?format=${format}&${query}`}
        preferences={preferences}
        keepPreferences={keepPreferences}
        firstUse={{ icon: <FileSpreadsheet />, title: t("emptyTitle"), text: t("empty") }}
      />
    </>
  );
}
