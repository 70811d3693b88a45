/**
 * Which licenses go when there are fewer than are assigned, and which users get another plan of the product instead. Pure.
 * The stated order: of a plan that has too few, the licenses assigned last go first; of those assigned at the same moment, that of
 * the user added last. Whoever loses one gets a free license of the product's highest plan that has one, those who have had theirs
 * longest first.
 */
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";

export type Holder = { userId: string; plan: string };

export type Settlement<H extends Holder> = { moved: { holder: H; to: string }[]; removed: H[] };

type Numbers = ReadonlyMap<string, number>;

/** How many licenses of each plan are assigned beyond what there is. */
export function excessOf(product: ProductKey, entitled: Numbers, assigned: Numbers): Map<string, number> {
  const plans = PRODUCTS[product].plans.map(({ key }) => [key, (assigned.get(key) ?? 0) - (entitled.get(key) ?? 0)] as const);
  return new Map(plans.filter(([, excess]) => excess > 0));
}

/**
 * Settles a product.
 * @param losers of every plan that has too few: those who lose theirs, the last assigned first
 */
export function settle<H extends Holder>(product: ProductKey, entitled: Numbers, assigned: Numbers, losers: readonly H[]): Settlement<H> {
  const free = new Map(PRODUCTS[product].plans.map(({ key }) => [key, (entitled.get(key) ?? 0) - (assigned.get(key) ?? 0)]));
  const highestFirst = PRODUCTS[product].plans.map(({ key }) => key).toReversed();
  const settlement: Settlement<H> = { moved: [], removed: [] };
  for (const holder of losers.toReversed()) {
    const to = highestFirst.find((plan) => free.get(plan)! > 0);
    if (to === undefined) settlement.removed.unshift(holder);
    else {
      free.set(to, free.get(to)! - 1);
      settlement.moved.push({ holder, to });
    }
  }
  return settlement;
}
