import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the list of users can say. `importId` comes from the page of an import, and is taken off like any filter. */
export const USER_LIST: ListShape = { filters: ["property", "product", "smsNumber", "services", "importId"], sorts: ["name", "email", "extension", "modified"], defaultSort: "name" };

/** What changes users as the pages show them: themselves, their mails, their runs, and differences of their systems. */
export const USER_TOPICS = ["users", "plan:", "drift"];
