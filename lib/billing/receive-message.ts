import { publish } from "#lib/live/publish.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { BillingMessage, BillingReceipt } from "./schemas.ts";
import type { z } from "zod";
import { cancelOrder, changeOrder, createOrder } from "./take-order.ts";

type Context = OperationContext<"billing">;

/** Takes a message of the partner's billing system: orders that were bought, changed or cancelled (ORDER-02, WFS-20). */
export const receiveBillingMessage = operation({
  name: "billing.receive",
  summary: "Take a signed message of the partner's billing system",
  permission: [],
  scope: "billing",
  kind: "write",
  input: BillingMessage,
  output: BillingReceipt,
  http: { method: "POST", path: "/partners/{partnerId}/orders" },
  async run(context, message) {
    const { actor, account, db, emit, now } = context;
    // In the same transaction: a message that was refused may come again, one that was taken may not.
    const { count } = await db.billingMessage.createMany({ data: { accountId: account.id, digest: actor.messageDigest, receivedAt: now }, skipDuplicates: true });
    if (count === 0) throw conflict("This message was taken already. Sent again it needs a time stamp and a signature of its own.");
    const taken = await take(context, message);
    if (taken) await publish(db, { channel: "account", accountId: account.id, topic: "orders" });
    else await emit([]);
    return { taken };
  },
});

function take(context: Context, message: z.infer<typeof BillingMessage>): Promise<boolean> {
  switch (message.event) {
    case "order.created":
      return createOrder(context, message.order);
    case "order.changed":
      return changeOrder(context, message.order);
    case "order.cancelled":
      return cancelOrder(context, message.order.orderNumber);
    case "customer.changed":
      return changeCustomer(context, message.customer);
    case "partner.changed":
      return changePartner(context, message.partner);
  }
}

/** What kind of customer it is (INFO-10). */
async function changeCustomer({ account, db, emit }: Context, { accountId, miCloudConnect }: { accountId: string; miCloudConnect: boolean }): Promise<boolean> {
  const customer = await db.account.findFirst({ where: { id: accountId, partnerId: account.id }, select: { name: true, miCloudConnect: true } });
  if (!customer) throw notFound("The customer account");
  if (customer.miCloudConnect === miCloudConnect) return false;
  await db.account.update({ where: { id: accountId }, data: { miCloudConnect } });
  await emit({ accountId, action: "Edit", asset: { kind: "account", id: accountId, name: customer.name }, changes: [{ property: "miCloudConnect", before: customer.miCloudConnect, after: miCloudConnect }] });
  return true;
}

/** What kind of partner it is (OP1-43). */
async function changePartner({ account, db, emit }: Context, flags: { primePartner: boolean; billingAccount: boolean }): Promise<boolean> {
  const before = await db.account.findUniqueOrThrow({ where: { id: account.id }, select: { primePartner: true, billingAccount: true } });
  const changed = (Object.keys(flags) as (keyof typeof flags)[]).filter((flag) => before[flag] !== flags[flag]);
  if (changed.length === 0) return false;
  await db.account.update({ where: { id: account.id }, data: flags });
  await emit({ action: "Edit", asset: { kind: "account", id: account.id, name: account.name }, changes: changed.map((flag) => ({ property: flag, before: before[flag], after: flags[flag] })) });
  return true;
}
