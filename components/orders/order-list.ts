import type { ListShape } from "#components/data-table/list-state.ts";
import { ORDER_VIEWS } from "#lib/orders/schemas.ts";
import type { OrderView } from "#lib/orders/schemas.ts";

/** What the address of the list of orders can say. Which orders are shown is not a filter but the choice beside the title (ORDER-12). */
export const ORDER_LIST: ListShape = { filters: [], sorts: ["number", "expiry", "purchased"], defaultSort: "-purchased" };

/** The choice that an address names. */
export function viewIn(value: string | string[] | undefined): OrderView {
  return ORDER_VIEWS.find((view) => view === value) ?? "all";
}

/** The subscriptions of an account, where an order that was added to it is then seen (SUBS-15). */
export function subscriptionsOf(accountId: string): string {
  return `/accounts/${accountId}/billing/subscriptions`;
}
