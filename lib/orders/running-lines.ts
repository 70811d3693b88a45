import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { entitlementOf } from "#lib/products/skus.ts";
import type { Entitlement, SkuQuantity } from "#lib/products/skus.ts";
import { isRunningOn } from "./status-sql.ts";

/** The lines of the orders of an account that run on a day, as a query's rows `sku`, `quantity`, `order_id` and more. */
export function runningLines(accountId: string, today: string): Prisma.Sql {
  return Prisma.sql`
    select o.id as order_id, o.number, o.term, o.starts_on, o.expires_on, o.purchased_on, l.sku, l.quantity
      from orders o join order_lines l on l.account_id = o.account_id and l.order_id = o.id
     where o.assigned_account_id = ${accountId}::uuid and ${isRunningOn(today)}`;
}

/** What an account may use on a day: computed from its assigned orders, stored nowhere. */
export async function readEntitlement(db: Db, accountId: string, today: string): Promise<Entitlement> {
  return entitlementOf(await readRows<SkuQuantity>(db, Prisma.sql`select r.sku, sum(r.quantity)::int as quantity from (${runningLines(accountId, today)}) r group by r.sku`));
}
