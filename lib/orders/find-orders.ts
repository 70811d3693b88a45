import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { ORDER_COLUMNS, ORDER_TABLES, ordersOf, toOrderListItem } from "./order-view.ts";
import type { OrderRow } from "./order-view.ts";
import { FindOrdersInput, OrderPage } from "./schemas.ts";
import type { OrderView } from "./schemas.ts";
import { isExpiringOn } from "./status-sql.ts";
import { dayOf } from "./status.ts";

/** The day that the list shows as that of expiry: a cancelled order ended before its own. */
const LAST_DAY = Prisma.sql`coalesce(o.cancelled_on, o.expires_on)::text`;

const SORTS: Record<string, Sort> = {
  number: { expression: Prisma.sql`o.number collate "C"`, type: "text" },
  // What does not expire comes last.
  expiry: { expression: Prisma.sql`coalesce(${LAST_DAY}, 'never')`, type: "text" },
  purchased: { expression: Prisma.sql`o.purchased_on::text`, type: "text" },
};

/** The orders of the partner (ORDER-01 to ORDER-14). */
export const findOrders = operation({
  name: "orders.find",
  summary: "List the orders of the partner",
  permission: [{ feature: "orders", action: "view" }],
  scope: "partner",
  kind: "read",
  input: FindOrdersInput,
  output: OrderPage,
  http: { method: "GET", path: "/orders" },
  async run({ actor, db, now }, { size, after, before, ...asked }) {
    const today = dayOf(now);
    const request = orderRequest(actor, asked, today);
    const counting = Prisma.sql`
      select count(*)::int as all, count(*) filter (where ${VIEWS.unassigned(today)})::int as unassigned, count(*) filter (where ${VIEWS.expiring(today)})::int as expiring
        from ${ORDER_TABLES} where ${Prisma.join(ordersOf(actor), " and ")}`;
    const [page, [counts], found] = await Promise.all([
      findPage<OrderRow>(db, { ...request, size, after, before }),
      readRows<Record<OrderView, number>>(db, counting),
      // What is not searched for is counted for the drop-down anyway.
      asked.search ? countUpToCap(db, request.from, request.where) : null,
    ]);
    return { ...toListPage(page, found ?? { total: counts![asked.show], totalIsExact: true }, (row) => toOrderListItem(row, today)), counts: counts! };
  },
});

const VIEWS: Record<OrderView, (today: string) => Prisma.Sql> = {
  all: () => Prisma.sql`true`,
  unassigned: () => Prisma.sql`o.assigned_account_id is null`,
  expiring: isExpiringOn,
};

/** The orders that a partner asks for, in their order. */
export function orderRequest(partner: Person, { search, show, sort }: Pick<FindOrdersInput, "search" | "show" | "sort">, today: string): ListRequest {
  const where = [...ordersOf(partner), VIEWS[show](today)];
  if (search) where.push(searchCondition(search));
  return { select: ORDER_COLUMNS, from: ORDER_TABLES, where, sort: SORTS[sort.replace("-", "")]!, descending: sort.startsWith("-"), id: Prisma.sql`o.id` };
}

/** ORDER-14. The fields stand in lines of their own, so that no text is found across two of them. */
function searchCondition(search: string): Prisma.Sql {
  const fields = Prisma.sql`concat_ws(chr(10), o.sap_order_number, o.number, o.reseller_po, o.customer_po, c.name, ${LAST_DAY})`;
  return Prisma.sql`lower(${fields}) like ${containsPattern(search)}`;
}
