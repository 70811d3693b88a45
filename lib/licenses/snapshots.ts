/** How licenses stood day by day, for the picture of their use. */
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isRunningOn } from "#lib/orders/status-sql.ts";
import { dayOf } from "#lib/orders/status.ts";
import { COUNTED_PRODUCTS } from "#lib/products/schemas.ts";
import { SKU_ROWS } from "#lib/products/skus.ts";

/** Days that are kept. */
const KEPT_DAYS = 400;

/** Keeps the licenses of all accounts as they stand on the day; asked for again on the same day it keeps the later state. One statement. */
export async function takeSnapshots(now = new Date()): Promise<void> {
  const today = dayOf(now);
  const { prisma } = database();
  await prisma.$executeRaw(Prisma.sql`
    insert into license_snapshots (account_id, day, product, plan, entitled, assigned)
    select coalesce(e.account_id, c.account_id), ${today}::date, coalesce(e.product, c.product), coalesce(e.plan, c.plan), coalesce(e.entitled, 0), coalesce(c.assigned, 0)
      from (select o.assigned_account_id as account_id, k.product, k.plan, sum(l.quantity)::int as entitled
              from orders o
              join order_lines l on l.account_id = o.account_id and l.order_id = o.id
              join json_to_recordset(${SKU_ROWS}::json) as k (sku text, product text, plan text, counted boolean) on k.sku = l.sku and k.counted
             where o.assigned_account_id is not null and ${isRunningOn(today)}
             group by o.assigned_account_id, k.product, k.plan) e
      full join (select * from license_counts where assigned > 0 and product = any(${[...COUNTED_PRODUCTS]}::text[])) c on c.account_id = e.account_id and c.product = e.product and c.plan = e.plan
    on conflict (account_id, day, product, plan) do update set entitled = excluded.entitled, assigned = excluded.assigned`);
  await prisma.$executeRaw`delete from license_snapshots where day < ${today}::date - ${KEPT_DAYS}::int`;
}
