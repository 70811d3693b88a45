import type { ListShape } from "#components/data-table/list-state.ts";

/** What the address of the event history can say. It is sorted by date alone (EVENT-10). */
export const EVENT_LIST: ListShape = { filters: ["assetKind", "action", "assetId"], sorts: ["at"], defaultSort: "-at" };
