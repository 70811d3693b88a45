import { exportOf } from "#lib/lists/export-list.ts";
import { findImports, importRequest } from "./find-imports.ts";
import { toImportView } from "./import-view.ts";
import { importState } from "./labels.ts";

export const exportImports = exportOf(findImports, {
  name: "imports.export",
  summary: "The imports of an account as a csv or xlsx file",
  messages: "imports",
  title: "list.file",
  headers: "list.columns",
  columns: {
    file: ({ fileName }) => fileName,
    state: (item, { words }) => words(importState(item) === "errors" ? "list.needAttention" : `state.${importState(item)}`, { count: item.errorCount }),
    left: ({ rowCount }) => rowCount,
    added: ({ addedCount, removedCount }) => addedCount - removedCount,
    by: ({ createdByName }) => createdByName,
    when: ({ createdAt }, { time }) => time(createdAt),
  },
  request: ({ account }, { search }) => importRequest(account.id, search),
  toView: toImportView,
});
