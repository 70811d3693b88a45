import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of user roles can say. */
export const SERVICE_ROLE_LIST: ListShape = { filters: [], sorts: ["name", "created"], defaultSort: "name" };
