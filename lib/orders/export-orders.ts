import { exportOf } from "#lib/lists/export-list.ts";
import { findOrders, orderRequest } from "./find-orders.ts";
import { toOrderListItem } from "./order-view.ts";
import { dayOf } from "./status.ts";

export const exportOrders = exportOf(findOrders, {
  name: "orders.export",
  summary: "The orders of the partner as a csv or xlsx file",
  messages: "orders",
  columns: {
    sap: ({ sapOrderNumber }, { words }) => sapOrderNumber || words("unavailable"),
    number: ({ number }) => number,
    reseller: ({ resellerPo }, { words }) => resellerPo || words("unavailable"),
    customer: ({ customerPo }, { words }) => customerPo || words("unavailable"),
    account: ({ assigned }, { words }) => assigned?.name ?? words("unassigned"),
    expiry: ({ cancelledOn, expiresOn }) => cancelledOn ?? expiresOn,
    status: ({ status }, { words }) => status && words(`status.${status}`),
    purchased: ({ purchasedOn }) => purchasedOn,
    starts: ({ startsOn }) => startsOn,
  },
  usual: ["sap", "number", "reseller", "customer", "account", "expiry", "status"],
  request: ({ actor, now }, asked) => orderRequest(actor, asked, dayOf(now)),
  toView: (row: Parameters<typeof toOrderListItem>[0]) => toOrderListItem(row, dayOf(new Date())),
});
