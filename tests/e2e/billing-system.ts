/** The billing system of a partner, as it reaches the running portal. */
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { signatureOf } from "#lib/billing/signature.ts";
import { ask } from "./portal-api.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The calendar day so many days from now. */
export const inDays = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Connects it anew for the signed-in partner; gives how it sends an order. */
export async function billingOf(page: Page): Promise<(orderNumber: string, fields?: object) => Promise<void>> {
  const { url } = inject("portal");
  const { partnerId, secret } = await ask<{ partnerId: string; secret: string }>(page, "POST", "/billing/secret", {});
  return async (orderNumber, fields = {}) => {
    const lines = [{ sku: "5401484", quantity: 2 }, { sku: "54019081", quantity: 1 }, { sku: "54019078", quantity: 1 }];
    const order = { orderNumber, term: "12-month", purchasedOn: inDays(-3), startsOn: inDays(-2), expiresOn: inDays(300), lines, ...fields };
    const body = JSON.stringify({ event: "order.created", order });
    const headers = { "x-billing-signature": signatureOf(secret, Math.floor(Date.now() / 1_000), Buffer.from(body)) };
    const response = await fetch(`${url}/api/v1/partners/${partnerId}/orders`, { method: "POST", headers, body });
    if (!response.ok) throw new Error(await response.text());
  };
}

/** Lets an order come in and assigns it to an account. */
export async function assignNew(page: Page, buy: Awaited<ReturnType<typeof billingOf>>, companyId: string, orderNumber: string, lines: { sku: string; quantity: number }[]): Promise<void> {
  await buy(orderNumber, { lines });
  const { items } = await ask<{ items: { id: string }[] }>(page, "GET", `/orders?search=${orderNumber}`);
  await ask(page, "POST", `/orders/${items[0]!.id}/assign`, { companyId });
}
