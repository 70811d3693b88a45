/** Which features of Mitel One a user has: those of the plan, less what was switched off. Pure. */
import { planOf } from "#lib/products/schemas.ts";
import type { MitelOneFeature, ProductKey } from "#lib/products/schemas.ts";
import type { Features } from "./schemas.ts";

/** The features that a plan supports; none without a plan. */
export function supportedFeatures(product: ProductKey, plan: string | null): readonly MitelOneFeature[] {
  return plan === null ? [] : (planOf(product, plan)?.features ?? []);
}

/** The supported features and whether each is on; what nobody has switched is on. */
export function featuresOf(product: ProductKey, plan: string | null, switched: Features): Partial<Record<MitelOneFeature, boolean>> {
  return Object.fromEntries(supportedFeatures(product, plan).map((feature) => [feature, switched[feature] ?? true]));
}

/** The wish of somebody as far as the plan supports it; what it does not support stays as it is (ONELIC-20). */
export function withFeatures(product: ProductKey, plan: string | null, switched: Features, wanted: Features): Features {
  const taken = supportedFeatures(product, plan).filter((feature) => wanted[feature] !== undefined);
  return { ...switched, ...Object.fromEntries(taken.map((feature) => [feature, wanted[feature]])) };
}
