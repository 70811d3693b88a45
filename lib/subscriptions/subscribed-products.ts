import type { Counts } from "#lib/licenses/counts.ts";
import { describeSku } from "#lib/products/describe-sku.ts";
import { PRODUCT_KEYS, PRODUCTS, productTitle } from "#lib/products/schemas.ts";
import { SKUS } from "#lib/products/skus.ts";
import type { Term } from "#lib/products/terms.ts";
import type { SubscribedPlan, SubscribedProduct, SubscriptionLine } from "./schemas.ts";

/** A line of an order that runs. */
export type RunningLine = { orderId: string; number: string; sku: string; quantity: number; term: Term; startsOn: string; expiresOn: string | null };

/** Products with their plans and the orders that these come from, numbers added up (SUBS-04 to SUBS-09). Pure. */
export function subscribedProducts(lines: readonly RunningLine[], counts: Counts): SubscribedProduct[] {
  return PRODUCT_KEYS.flatMap((product) => {
    const { counted, plans: known } = PRODUCTS[product];
    const own = lines.filter(({ sku }) => SKUS.get(sku)?.product === product);
    if (own.length === 0) return [];
    const plans = known.toReversed().flatMap(({ key, name }): SubscribedPlan[] => {
      const ofPlan = own.filter(({ sku }) => SKUS.get(sku)?.plan === key);
      const assigned = counts.get(product)?.get(key) ?? 0;
      return ofPlan.length === 0 ? [] : [{ plan: key, name, licenses: sum(ofPlan, ({ quantity }) => quantity), assigned, lines: ofPlan.map(toLine) }];
    });
    const licenses = sum(plans, (plan) => plan.licenses);
    const assigned = sum(plans, (plan) => plan.assigned);
    return [{ product, title: productTitle(product), counted, nested: known.length > 1, licenses, assigned, remaining: sum(plans, (plan) => Math.max(0, plan.licenses - plan.assigned)), plans }];
  });
}

function toLine({ orderId, number, sku, quantity, term, startsOn, expiresOn }: RunningLine): SubscriptionLine {
  return { orderId, number, ...describeSku(sku, term), licenses: quantity, startsOn, expiresOn };
}

function sum<T>(list: readonly T[], figure: (item: T) => number): number {
  return list.reduce((total, item) => total + figure(item), 0);
}
