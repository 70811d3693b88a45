import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of templates can say. */
export const TEMPLATE_LIST: ListShape = { filters: ["kind"], sorts: ["label", "modified"], defaultSort: "label" };
