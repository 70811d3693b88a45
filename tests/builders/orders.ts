/** The billing system of a partner, and orders as it sends them. */
import { randomUUID } from "node:crypto";
import { rotateBillingSecret } from "#lib/billing/connection.ts";
import { SIGNATURE_HEADER, signatureOf } from "#lib/billing/signature.ts";
import type { BilledOrder } from "#lib/billing/schemas.ts";
import { database } from "#lib/db/client.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { aPartner } from "./people.ts";
import { send } from "./rest.ts";
import type { Reply } from "./rest.ts";

export type Partner = Awaited<ReturnType<typeof aPartner>>;

/** SKUs by what they are, for orders that a test reads. */
export const SKU = { essential: "54013101", premier: "54013102", elite: "54013103", meetings: "54012201", zoom: "5401484", cx: "54013120" } as const;

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The calendar day so many days from now. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

export type Billing = {
  secret: string;
  /** Sends a message with a signature of its own, made so many seconds from now. */
  send(message: object, secondsFromNow?: number): Promise<Reply>;
  /** Sends bytes under a given signature. */
  sendRaw(body: string, signature: string, partnerId?: string): Promise<Reply>;
};

/** Connects a billing system to a partner account. */
export async function aBillingSystem(partner: Partner): Promise<Billing> {
  const { secret } = await runOperation(rotateBillingSecret, { resolved: await partner.at(null), input: {} });
  const sendRaw: Billing["sendRaw"] = (body, signature, partnerId = partner.accountId) => send("POST", `/partners/${partnerId}/orders`, { [SIGNATURE_HEADER]: signature }, body);
  let sent = 0;
  return {
    secret,
    sendRaw,
    send(message, secondsFromNow = 0) {
      // Two messages of the same words within a second would be one; a billing system numbers them.
      const body = JSON.stringify({ ...message, messageNumber: (sent += 1) });
      return sendRaw(body, signatureOf(secret, Math.floor(Date.now() / 1_000) + secondsFromNow, Buffer.from(body)));
    },
  };
}

/** An order as it is bought: started ten days ago, for a year, with ten licenses of MiTeam Meetings, unless said otherwise. */
export function bought(fields: Partial<BilledOrder> = {}): BilledOrder {
  return {
    orderNumber: `A-${randomUUID().slice(0, 8).toUpperCase()}`,
    sapOrderNumber: "",
    resellerPoNumber: "",
    customerPoNumber: "",
    sapCustomerNumber: "",
    term: "12-month",
    purchasedOn: inDays(-12),
    startsOn: inDays(-10),
    expiresOn: inDays(355),
    lines: [{ sku: SKU.meetings, quantity: 10 }],
    ...fields,
  };
}

/** Lets the billing system send an order; gives its id in the portal. */
export async function anOrder(partner: Partner, billing: Billing, fields: Partial<BilledOrder> = {}): Promise<{ id: string; order: BilledOrder }> {
  const order = bought(fields);
  const reply = await billing.send({ event: "order.created", order });
  if (reply.status !== 200) throw new Error(reply.text);
  const { id } = await database().prisma.order.findUniqueOrThrow({ where: { accountId_number: { accountId: partner.accountId, number: order.orderNumber } } });
  return { id, order };
}

/** An order that is assigned to an account. */
export async function anAssignedOrder(partner: Partner, billing: Billing, companyId: string, fields: Partial<BilledOrder> = {}): Promise<{ id: string; order: BilledOrder }> {
  const made = await anOrder(partner, billing, fields);
  await runOperation(assignOrder, { resolved: await partner.at(null), input: { orderId: made.id, companyId } });
  return made;
}
