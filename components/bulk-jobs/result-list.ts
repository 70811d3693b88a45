import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the users of a bulk job can say. */
export const RESULT_LIST: ListShape = { filters: ["state"], sorts: ["name"], defaultSort: "name" };
export const RESULT_LIST_NAME = "bulk-job-results";
