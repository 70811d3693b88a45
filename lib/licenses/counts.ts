/** How many licenses are assigned, and the lock under which that changes. */
import type { Db } from "#lib/db/client.ts";
import { COUNTED_PRODUCTS, PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";

/** Licenses of each plan of each product. */
export type Counts = ReadonlyMap<ProductKey, ReadonlyMap<string, number>>;

type CountRow = { product: ProductKey; plan: string; assigned: number };

/**
 * Locks the licenses of a product of an account and counts them. Whoever gives or takes licenses does so behind this lock, so
 * that none is given twice however many ask at once; users of whom rows are locked too are locked before.
 */
export async function lockCounts(db: Db, accountId: string, product: ProductKey): Promise<ReadonlyMap<string, number>> {
  await haveRows(db, accountId, [product]);
  const rows = await db.$queryRaw<CountRow[]>`
    select product, plan, assigned from license_counts where account_id = ${accountId}::uuid and product = ${product} order by plan for update`;
  return new Map(rows.map(({ plan, assigned }) => [plan, assigned]));
}

/** Locks and counts all licenses of an account. */
export async function lockAllCounts(db: Db, accountId: string): Promise<Counts> {
  await haveRows(db, accountId, COUNTED_PRODUCTS);
  const rows = await db.$queryRaw<CountRow[]>`
    select product, plan, assigned from license_counts where account_id = ${accountId}::uuid order by product, plan for update`;
  return toCounts(rows);
}

/** Makes the rows that are locked, where nobody has yet: what is not there can not be waited for, and whoever gives the very first license has made it unseen. */
async function haveRows(db: Db, accountId: string, products: readonly ProductKey[]): Promise<void> {
  const rows = products.flatMap((product) => PRODUCTS[product].plans.map(({ key: plan }) => ({ product, plan })));
  await db.$executeRaw`
    insert into license_counts (account_id, product, plan)
    select ${accountId}::uuid, r.product, r.plan from json_to_recordset(${JSON.stringify(rows)}::json) as r (product text, plan text) order by r.product, r.plan
    on conflict do nothing`;
}

/** Rows of the table, by product and plan; what is not counted, or in the catalogue no more, counts for nothing. */
export function toCounts(rows: readonly CountRow[]): Counts {
  const known = Map.groupBy(rows.filter(({ product }) => COUNTED_PRODUCTS.includes(product)), ({ product }) => product);
  return new Map([...known].map(([product, plans]) => [product, new Map(plans.map(({ plan, assigned }) => [plan, assigned]))]));
}
