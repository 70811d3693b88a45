import type { useFormatter, useTranslations } from "next-intl";
import type { Column } from "#components/data-table/column.ts";
import { Time } from "#components/ui/time.tsx";
import type { ImportView } from "#lib/imports/schemas.ts";
import { ImportState } from "./import-state.tsx";

/** The columns of the list of imports. */
export function importColumns(t: ReturnType<typeof useTranslations<"imports.list">>, format: ReturnType<typeof useFormatter>): Column<ImportView>[] {
  return [
    { id: "file", header: t("columns.file"), cell: ({ fileName }) => fileName, width: "max-sm:max-w-40" },
    { id: "state", header: t("columns.state"), cell: (item) => <ImportState item={item} /> },
    { id: "left", header: t("columns.left"), cell: ({ rowCount }) => format.number(rowCount), numeric: true, from: "md" },
    { id: "added", header: t("columns.added"), cell: ({ addedCount, removedCount }) => format.number(addedCount - removedCount), numeric: true, from: "sm" },
    { id: "by", header: t("columns.by"), cell: ({ createdByName }) => createdByName, from: "lg" },
    { id: "when", header: t("columns.when"), cell: ({ createdAt }) => <Time value={createdAt} />, from: "md" },
  ];
}
