import type { ListShape } from "#components/data-table/list-state.ts";

/** What the dialog filters by, as the address and the operation name it. */
export const EVENT_FILTERS = ["assetKind", "action", "type", "actorId", "from", "to"] as const;
export type EventFilters = Partial<Record<(typeof EVENT_FILTERS)[number], string>>;

/** What the address of the event history can say; "asset" is the one object whose history it is. It is sorted by date alone (EVENT-10). */
export const EVENT_LIST: ListShape = { filters: [...EVENT_FILTERS, "asset"], sorts: ["at"], defaultSort: "-at" };
