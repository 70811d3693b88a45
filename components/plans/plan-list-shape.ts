import type { ListShape } from "#components/data-table/list-state.ts";

export const PLAN_LIST: ListShape = { filters: ["status"], sorts: [], defaultSort: "" };
export const PLAN_LIST_NAME = "plans";
