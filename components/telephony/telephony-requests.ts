import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { TelephonyProduct } from "#lib/telephony/schemas.ts";

type At = { accountId: string; userId: string; product: TelephonyProduct };

const pathOf = ({ accountId, userId, product }: At) => `/accounts/${accountId}/users/${userId}/telephony/${product}`;

/** Adds the product to the user, to be set up next. */
export function addProduct(at: At): Promise<Result<unknown>> {
  return request("PUT", pathOf(at), { body: {} });
}

/** Takes a product that is not set up from the user. */
export function removeProduct(at: At): Promise<Result<unknown>> {
  return request("DELETE", pathOf(at));
}
