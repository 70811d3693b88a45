import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of support logs can say. */
export const SUPPORT_LOG_LIST: ListShape = { filters: ["product", "state"], sorts: ["product", "created", "reporter", "title", "state"], defaultSort: "-created" };

/** What changes support logs as the pages show them. */
export const SUPPORT_LOG_TOPICS = ["support-logs"];
