import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { Person } from "#lib/operations/actor.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { ORDER_COLUMNS, ORDER_DETAIL_COLUMNS, ORDER_TABLES, ordersOf, toOrderDetails } from "./order-view.ts";
import type { OrderDetailRow } from "./order-view.ts";
import { Company, OrderDetails } from "./schemas.ts";
import { dayOf } from "./status.ts";

/**
 * Reads one order of those that a partner sees.
 * @throws OperationError not_found when it is none of theirs
 */
export async function readOrder(db: Db, partner: Person, orderId: string, now: Date): Promise<OrderDetails> {
  const [row] = await readRows<OrderDetailRow>(db, Prisma.sql`
    select ${ORDER_COLUMNS}, ${ORDER_DETAIL_COLUMNS} from ${ORDER_TABLES} where ${Prisma.join([...ordersOf(partner), Prisma.sql`o.id = ${orderId}::uuid`], " and ")}`);
  if (!row) throw notFound("The order");
  return toOrderDetails(row, dayOf(now));
}

/** One order with its subscription and tracking details (ORDER-15, ORDER-21, ORDER-22). */
export const getOrder = operation({
  name: "orders.get",
  summary: "One order of the partner",
  permission: [{ feature: "orders", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({ orderId: z.uuid() }),
  output: OrderDetails,
  http: { method: "GET", path: "/orders/{orderId}" },
  run: ({ actor, db, now }, { orderId }) => readOrder(db, actor, orderId, now),
});

/** The account that an order is to be added to, by its name; null when the partner has no such active account (SUBS-14). */
export const getCompany = operation({
  name: "orders.get-company",
  summary: "A customer account that orders can be assigned to",
  permission: [{ feature: "orders", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({ companyId: z.uuid() }),
  output: z.object({ company: Company.nullable() }),
  http: null,
  run: async ({ actor, db }, { companyId }) => ({ company: await readCompany(db, actor, companyId) }),
});

/** An active customer account that a partner sees. */
export async function readCompany(db: Db, partner: Person, companyId: string): Promise<Company | null> {
  const [row] = await readRows<Company>(db, Prisma.sql`select a.id::text, a.name from accounts a where ${customersOf(partner)} and a.id = ${companyId}::uuid and a.status = 'active'`);
  return row ?? null;
}
