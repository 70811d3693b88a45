import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of imports can say. */
export const IMPORT_LIST: ListShape = { filters: [], sorts: [], defaultSort: "" };

export const IMPORT_LIST_NAME = "imports";

/** What the address of a preview can say; `rows=errors` shows only rows with errors. */
export const IMPORT_ROW_LIST: ListShape = { filters: ["rows"], sorts: [], defaultSort: "" };

/** Where imports of an account are. */
export function importsPath(accountId: string): string {
  return `/accounts/${accountId}/users/import`;
}
