import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of roles can say. */
export const ROLE_LIST: ListShape = { filters: ["base"], sorts: ["name", "modified"], defaultSort: "name" };

/** What the address of the list of a role's accounts can say. */
export const ROLE_ACCOUNT_LIST: ListShape = { filters: ["assigned"], sorts: ["name"], defaultSort: "name" };
