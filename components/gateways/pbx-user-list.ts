import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of PBX users can say. */
export const PBX_USER_LIST: ListShape = { filters: ["email"], sorts: ["name", "extension", "email"], defaultSort: "name" };
export const PBX_USER_LIST_NAME = "pbx-users";
