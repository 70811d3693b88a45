import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { Features } from "#lib/licenses/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";

type At = { accountId: string; userId: string; product: ProductKey };

/** Gives a user a license of a plan, or, without one, the product alone. */
export function giveLicense({ accountId, userId, product }: At, plan: string | null, features?: Features): Promise<Result<unknown>> {
  return request("PUT", `/accounts/${accountId}/users/${userId}/licenses/${product}`, { body: { plan, ...(features && { features }) } });
}

/** Takes a product and its license from a user. */
export function takeLicense({ accountId, userId, product }: At): Promise<Result<unknown>> {
  return request("DELETE", `/accounts/${accountId}/users/${userId}/licenses/${product}`);
}
