import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import { PRODUCT_KEYS, PRODUCTS } from "#lib/products/schemas.ts";
import type { MissingIntegration } from "./schemas.ts";

/**
 * The subscribed products without the integration that they need (INFO-20, INFO-24, INTEG-09, INTEG-10). Pure.
 * @param subscribed the products of orders that run
 * @param states the integrations of the account
 */
export function missingIntegrations(subscribed: Iterable<string>, states: IntegrationStates): MissingIntegration[] {
  const products = new Set(subscribed);
  return PRODUCT_KEYS.filter((product) => products.has(product)).flatMap((product) => {
    const { name, integration } = PRODUCTS[product];
    const status = states[integration.key]?.status ?? "off";
    return status === "off" ? [{ product, name, integration: integration.name }] : [];
  });
}
