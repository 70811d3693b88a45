/** The door of the billing system: who is let in, and what becomes of what they send. */
import { expect, test } from "vitest";
import { getAccount } from "#lib/accounts/get-account.ts";
import { endPreviousSecret, getBillingConnection, rotateBillingSecret } from "#lib/billing/connection.ts";
import { signatureOf } from "#lib/billing/signature.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aBillingSystem, anAssignedOrder, anOrder, bought, inDays, SKU } from "#tests/builders/orders.ts";
import type { Billing } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { byKey, send } from "#tests/builders/rest.ts";

const { prisma } = database();

async function aConnectedPartner() {
  const partner = await aPartner();
  return { partner, billing: await aBillingSystem(partner), orders: () => prisma.order.findMany({ where: { accountId: partner.accountId }, include: { lines: true } }) };
}

const seconds = () => Math.floor(Date.now() / 1_000);
const sendBy = (billing: Billing, secret: string) => {
  const body = JSON.stringify({ event: "order.created", order: bought() });
  return billing.sendRaw(body, signatureOf(secret, seconds(), Buffer.from(body)));
};
const REFUSED = { status: 401, error: { code: "unauthenticated", message: "The signature of this message is not right, or its time stamp is too old." } };

test("ORDER-02 an order that the billing system sends is there at once, with an event of the partner account by Billing", async () => {
  const { partner, billing, orders } = await aConnectedPartner();
  const order = bought({ sapOrderNumber: "0003414816", lines: [{ sku: SKU.zoom, quantity: 2 }, { sku: "54019081", quantity: 1 }] });
  expect(await billing.send({ event: "order.created", order })).toMatchObject({ status: 200, body: { taken: true } });
  expect(await orders()).toMatchObject([{ number: order.orderNumber, sapOrderNumber: "0003414816", assignedAccountId: null, lines: [{ quantity: 2 }, { quantity: 1 }] }]);
  const events = await prisma.event.findMany({ where: { accountId: partner.accountId, operation: "billing.receive" } });
  expect(events).toMatchObject([{ action: "Add", assetKind: "order", assetName: order.orderNumber, actorId: null, actorName: "Billing", origin: "billing" }]);
});

test("the same order sent again, with a signature of its own, tells nothing new; with other contents it is refused", async () => {
  const { partner, billing, orders } = await aConnectedPartner();
  const order = bought({ lines: [{ sku: SKU.premier, quantity: 3 }, { sku: SKU.elite, quantity: 1 }] });
  await billing.send({ event: "order.created", order });
  expect(await billing.send({ event: "order.created", order: { ...order, lines: order.lines.toReversed() } })).toMatchObject({ status: 200, body: { taken: false } });
  expect(await billing.send({ event: "order.created", order: { ...order, customerPoNumber: "4711" } })).toMatchObject({ status: 409, error: { fields: [{ path: "order.orderNumber" }] } });
  expect(await orders()).toHaveLength(1);
  expect(await prisma.event.count({ where: { accountId: partner.accountId, operation: "billing.receive" } })).toBe(1);
});

test("twenty sendings of one order at once make one order", async () => {
  const { billing, orders } = await aConnectedPartner();
  const order = bought();
  const replies = await Promise.all(Array.from({ length: 20 }, () => billing.send({ event: "order.created", order })));
  expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(replies.filter(({ body }) => (body as { taken: boolean }).taken)).toHaveLength(1);
  expect(await orders()).toMatchObject([{ lines: [{ quantity: 10 }] }]);
});

test("a wrong signature, none, or one of another body is refused, and nothing is stored", async () => {
  const { billing, orders } = await aConnectedPartner();
  const body = JSON.stringify({ event: "order.created", order: bought() });
  const right = signatureOf(billing.secret, seconds(), Buffer.from(body));
  const wrong = ["", "t=1,v1=", right.replace(/.$/, (digit) => (digit === "0" ? "1" : "0")), right.replace("v1=", "v2="), signatureOf("another secret", seconds(), Buffer.from(body)), right.replace(/t=\d/, "t=9")];
  for (const signature of wrong) expect(await billing.sendRaw(body, signature), signature).toMatchObject(REFUSED);
  expect(await billing.sendRaw(body.replace(/"quantity":10/, '"quantity":11'), right)).toMatchObject(REFUSED);
  expect(await orders()).toEqual([]);
});

test("a time stamp of more than five minutes ago, or ahead, is refused; within them it is taken", async () => {
  const { billing, orders } = await aConnectedPartner();
  for (const off of [-310, 310]) expect(await billing.send({ event: "order.created", order: bought() }, off), String(off)).toMatchObject(REFUSED);
  expect(await orders()).toEqual([]);
  for (const off of [-290, 290]) expect(await billing.send({ event: "order.created", order: bought() }, off), String(off)).toMatchObject({ status: 200 });
});

test("a message is taken once: a replay within the window is refused, one that was refused may come again", async () => {
  const { billing, orders } = await aConnectedPartner();
  const order = bought();
  const body = JSON.stringify({ event: "order.created", order });
  const signature = signatureOf(billing.secret, seconds(), Buffer.from(body));
  const replies = await Promise.all([1, 2, 3].map(() => billing.sendRaw(body, signature)));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  expect(await orders()).toHaveLength(1);
  const change = JSON.stringify({ event: "order.changed", order: { ...order, orderNumber: "A-LATER" } });
  const signed = signatureOf(billing.secret, seconds(), Buffer.from(change));
  expect(await billing.sendRaw(change, signed)).toMatchObject({ status: 404 });
  await billing.send({ event: "order.created", order: bought({ orderNumber: "A-LATER", customerPoNumber: "old" }) });
  expect(await billing.sendRaw(change, signed)).toMatchObject({ status: 200 });
});

test("an unknown partner, a customer account and a partner without a connection are refused in the same words", async () => {
  const { partner, billing } = await aConnectedPartner();
  const account = await anAccount(partner);
  const other = await aPartner();
  const body = JSON.stringify({ event: "order.created", order: bought() });
  const signature = signatureOf(billing.secret, seconds(), Buffer.from(body));
  for (const partnerId of [newId(), "nobody", account.id, other.accountId]) expect(await billing.sendRaw(body, signature, partnerId), partnerId).toMatchObject(REFUSED);
});

test("a partner's own session or key does not open the door", async () => {
  const { partner, orders } = await aConnectedPartner();
  expect(await send("POST", `/partners/${partner.accountId}/orders`, await byKey(partner), { event: "order.created", order: bought() })).toMatchObject(REFUSED);
  expect(await orders()).toEqual([]);
});

test("a rotated secret opens the door; both are kept sealed, the new one is shown once, and the history has no word of them", async () => {
  const { partner, billing } = await aConnectedPartner();
  const { secret } = await runOperation(rotateBillingSecret, { resolved: await partner.at(null), input: {} });
  expect(await sendBy(billing, secret)).toMatchObject({ status: 200 });
  const { secretSealed, previousSealed } = await prisma.billingConnection.findUniqueOrThrow({ where: { accountId: partner.accountId } });
  for (const sealed of [secretSealed, previousSealed!]) for (const each of [secret, billing.secret]) expect(Buffer.from(sealed).includes(each)).toBe(false);
  const connection = JSON.stringify(await runOperation(getBillingConnection, { resolved: await partner.at(null), input: {} }));
  const history = JSON.stringify(await prisma.event.findMany({ where: { accountId: partner.accountId } }));
  for (const each of [secret, billing.secret]) expect(connection + history).not.toContain(each);
});

test("the secret before a rotated one is taken for a day more, so that no order is lost while the billing system is changed over, and then no more", async () => {
  const { partner, billing } = await aConnectedPartner();
  const view = async () => runOperation(getBillingConnection, { resolved: await partner.at(null), input: {} });
  expect(await view()).toMatchObject({ previousUntil: null });
  await runOperation(rotateBillingSecret, { resolved: await partner.at(null), input: {} });
  const day = 24 * 60 * 60 * 1_000;
  expect(Date.parse((await view()).previousUntil!) - Date.parse((await view()).rotatedAt!)).toBe(day);
  expect(await billing.send({ event: "order.created", order: bought() })).toMatchObject({ status: 200 });
  await prisma.billingConnection.update({ where: { accountId: partner.accountId }, data: { previousUntil: new Date() } });
  expect(await billing.send({ event: "order.created", order: bought() })).toMatchObject(REFUSED);
  expect(await view()).toMatchObject({ previousUntil: null });
});

test("the secret before is ended at once by hand, and by another rotation; of that which was not there nothing is told", async () => {
  const { partner, billing } = await aConnectedPartner();
  const rotate = async () => (await runOperation(rotateBillingSecret, { resolved: await partner.at(null), input: {} })).secret;
  const end = async () => runOperation(endPreviousSecret, { resolved: await partner.at(null), input: {} });
  await end();
  const second = await rotate();
  await end();
  await end();
  expect(await sendBy(billing, billing.secret)).toMatchObject(REFUSED);
  expect(await sendBy(billing, second)).toMatchObject({ status: 200 });
  expect(await prisma.event.count({ where: { accountId: partner.accountId, operation: "billing.end-previous-secret" } })).toBe(1);
  const third = await rotate();
  const fourth = await rotate();
  for (const [secret, status] of [[second, 401], [third, 200], [fourth, 200]] as const) expect((await sendBy(billing, secret)).status).toBe(status);
});

test("only a Partner whose rights nothing narrows makes a secret", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  await expect(runOperation(rotateBillingSecret, { resolved: await admin.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  await prisma.user.updateMany({ where: { accountId: partner.accountId }, data: { accountManager: true } });
  await expect(runOperation(rotateBillingSecret, { resolved: await partner.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  await expect(runOperation(getBillingConnection, { resolved: await partner.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  expect(await prisma.billingConnection.count({ where: { accountId: partner.accountId } })).toBe(0);
});

test("what an order says must be right: SKUs that are known, of its term, once each, and days in their order", async () => {
  const { billing, orders } = await aConnectedPartner();
  const cases = [
    { order: bought({ lines: [{ sku: "4711", quantity: 1 }] }), path: "order.lines.0.sku" },
    { order: bought({ term: "36-month", lines: [{ sku: SKU.zoom, quantity: 1 }, { sku: "54019081", quantity: 1 }] }), path: "order.lines.1.sku" },
    { order: bought({ lines: [{ sku: SKU.zoom, quantity: 1 }, { sku: SKU.zoom, quantity: 2 }] }), path: "order.lines" },
    { order: bought({ lines: [{ sku: SKU.zoom, quantity: 0 }] }), path: "order.lines.0.quantity" },
    { order: bought({ startsOn: inDays(5), expiresOn: inDays(4) }), path: "order.expiresOn" },
    { order: { ...bought(), purchasedOn: "yesterday" }, path: "order.purchasedOn" },
    { order: { ...bought(), purchasedOn: "2027-02-29" }, path: "order.purchasedOn" },
    { order: { ...bought(), purchasedOn: "0000-01-01" }, path: "order.purchasedOn" },
  ];
  for (const { order, path } of cases) expect(await billing.send({ event: "order.created", order }), path).toMatchObject({ status: 422, error: { fields: [{ path }] } });
  expect(await orders()).toEqual([]);
});

test("a change tells what changed; an order that is not there, or was cancelled, is not changed", async () => {
  const { partner, billing } = await aConnectedPartner();
  const account = await anAccount(partner);
  const { id, order } = await anAssignedOrder(partner, billing, account.id);
  expect(await billing.send({ event: "order.changed", order })).toMatchObject({ body: { taken: false } });
  expect(await billing.send({ event: "order.changed", order: { ...order, expiresOn: inDays(700), lines: [{ sku: SKU.meetings, quantity: 12 }] } })).toMatchObject({ body: { taken: true } });
  const event = await prisma.event.findFirstOrThrow({ where: { accountId: partner.accountId, operation: "billing.receive", assetId: id, action: "Edit" } });
  expect(event.changes).toEqual([
    { property: "expiresOn", before: order.expiresOn, after: inDays(700) },
    { property: "lines", before: [{ sku: SKU.meetings, quantity: 10 }], after: [{ sku: SKU.meetings, quantity: 12 }] },
  ]);
  expect(await billing.send({ event: "order.changed", order: bought() })).toMatchObject({ status: 404 });
  expect(await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } })).toMatchObject({ body: { taken: true } });
  expect(await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } })).toMatchObject({ body: { taken: false } });
  expect(await billing.send({ event: "order.changed", order })).toMatchObject({ status: 409 });
  expect(await prisma.order.findFirst({ where: { id } })).toMatchObject({ assignedAccountId: account.id, cancelledOn: new Date(inDays(0)) });
});

test("one partner's order number is free for another", async () => {
  const first = await aConnectedPartner();
  const second = await aConnectedPartner();
  const { order } = await anOrder(first.partner, first.billing);
  expect(await second.billing.send({ event: "order.created", order })).toMatchObject({ body: { taken: true } });
});

test("OP1-43 the billing system says whether the partner is a Prime Partner and has a billing account; who buys has one", async () => {
  const { partner, billing } = await aConnectedPartner();
  const flags = () => prisma.account.findUniqueOrThrow({ where: { id: partner.accountId }, select: { primePartner: true, billingAccount: true } });
  expect(await flags()).toEqual({ primePartner: false, billingAccount: false });
  await anOrder(partner, billing);
  expect(await flags()).toEqual({ primePartner: false, billingAccount: true });
  await billing.send({ event: "partner.changed", partner: { primePartner: true, billingAccount: false } });
  expect(await flags()).toEqual({ primePartner: true, billingAccount: false });
  expect((await partner.at(null)).actor).toMatchObject({ partner: { prime: true, billingAccount: false } });
});

test("INFO-09 INFO-10 the customer's number comes with an order that is assigned; the billing system says which accounts are MiCloud Connect ones", async () => {
  const { partner, billing } = await aConnectedPartner();
  const account = await anAccount(partner);
  const read = async () => runOperation(getAccount, { resolved: await partner.at(account.id), input: {} });
  expect(await read()).toMatchObject({ sapCustomerNumber: "", miCloudConnect: false });
  await anAssignedOrder(partner, billing, account.id, { sapCustomerNumber: "0007713020" });
  await anAssignedOrder(partner, billing, account.id);
  expect(await billing.send({ event: "customer.changed", customer: { accountId: account.id, miCloudConnect: true } })).toMatchObject({ body: { taken: true } });
  expect(await read()).toMatchObject({ sapCustomerNumber: "0007713020", miCloudConnect: true });
  const stranger = await aPartner();
  const foreign = await anAccount(stranger);
  expect(await billing.send({ event: "customer.changed", customer: { accountId: foreign.id, miCloudConnect: true } })).toMatchObject({ status: 404 });
});
