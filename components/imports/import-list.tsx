"use client";

import FileSpreadsheet from "lucide-react/icons/file-spreadsheet";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo } from "react";
import { DataTable } from "#components/data-table/data-table.tsx";
import { LiveRefresh } from "#components/live/live-refresh.tsx";
import type { ImportPage, ImportView } from "#lib/imports/schemas.ts";
import { importColumns } from "./import-columns.tsx";
import { IMPORT_LIST, importsPath } from "./import-lists.ts";

const TOPICS = ["imports"];
const idOf = ({ id }: ImportView) => id;
const nameOf = ({ fileName }: ImportView) => fileName;

/** The imports of the account, open ones first, each leading to its preview or its result. */
export function ImportList({ accountId, page }: { accountId: string; page: ImportPage }) {
  const t = useTranslations("imports.list");
  const format = useFormatter();
  const columns = useMemo(() => importColumns(t, format), [t, format]);
  return (
    <>
      <LiveRefresh topics={TOPICS} />
      <h2 className="text-base leading-8 font-semibold sm:-mb-8">{t("title")}</h2>
      <DataTable
        name={t("title")}
        shape={IMPORT_LIST}
        result={page}
        columns={columns}
        getRowId={idOf}
        rowName={nameOf}
        rowHref={({ id }) => `${importsPath(accountId)}/${id}`}
        exportHref={(format, query) => `/api/v1/accounts/${accountId}/imports/export?format=${format}&${query}`}
        firstUse={{ icon: <FileSpreadsheet />, title: t("emptyTitle"), text: t("empty") }}
      />
    </>
  );
}
