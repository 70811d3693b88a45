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
  const plans = PRODUCTS[product].plans.map(({ key }) => key);
  await db.$executeRaw`
    insert into license_counts (account_id, product, plan) select ${accountId}::uuid, ${product}, plan from unnest(${plans}::text[]) as plan order by plan
    on conflict do nothing`;
  const rows = await db.$queryRaw<CountRow[]>`
    select product, plan, assigned from license_counts where account_id = ${accountId}::uuid and product = ${product} order by plan for update`;
  return new Map(rows.map(({ plan, assigned }) => [plan, assigned]));
}

/** Locks and counts all licenses of an account that were ever given. */
export async function lockAllCounts(db: Db, accountId: string): Promise<Counts> {
  const rows = await db.$queryRaw<CountRow[]>`
    select product, plan, assigned from license_counts where account_id = ${accountId}::uuid order by product, plan for update`;
  return toCounts(rows);
}

/** Rows of the table, by product and plan; what is not counted, or in the catalogue no more, counts for nothing. */
export function toCounts(rows: readonly CountRow[]): Counts {
  const known = Map.groupBy(rows.filter(({ product }) => COUNTED_PRODUCTS.includes(product)), ({ product }) => product);
  return new Map([...known].map(([product, plans]) => [product, new Map(plans.map(({ plan, assigned }) => [plan, assigned]))]));
}
