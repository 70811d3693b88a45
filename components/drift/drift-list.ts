import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of differences can hold. */
export const DRIFT_LIST: ListShape = { filters: ["status", "userId"], sorts: [], defaultSort: "" };
export const DRIFT_LIST_NAME = "differences";
