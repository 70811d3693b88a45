/** Reminders before subscriptions expire. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { remindOfExpiry } from "#lib/orders/remind.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { startMailServer } from "#tests/builders/mail-server.ts";
import { aBillingSystem, anAssignedOrder, anOrder, inDays, SKU } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";

const server = await startMailServer();
const { prisma } = database();
const DAY_MS = 24 * 60 * 60 * 1_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

test("reminders come 60, 30 and 7 days before, once each, by mail and in the bell, to partner and admin in their language", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner, { name: "Hafen GmbH", defaultLanguage: "de" });
  const admin = await aSignedInUser(partner, account.id);
  const number = `A-REMIND-${account.id.slice(-6)}`;
  await anAssignedOrder(partner, billing, account.id, { orderNumber: number, expiresOn: inDays(60), lines: [{ sku: SKU.zoom, quantity: 2 }] });
  const bell = () => prisma.notification.findMany({ where: { title: { startsWith: "Subscriptions expire" }, accountId: { in: [partner.accountId, account.id] } }, orderBy: { createdAt: "asc" } });
  const mails = () => prisma.mailMessage.count({ where: { kind: "subscriptions_expiring", accountId: { in: [partner.accountId, account.id] } } });
  await remindOfExpiry(later(-1));
  expect(await mails()).toBe(0);
  for (const [day, reminders] of [[0, 1], [1, 1], [29, 1], [30, 2], [31, 2], [53, 3], [60, 3], [61, 3]] as const) {
    await Promise.all([remindOfExpiry(later(day)), remindOfExpiry(later(day))]);
    expect([await mails(), (await bell()).length], String(day)).toEqual([reminders * 2, reminders * 2]);
  }
  expect((await bell()).map(({ title }) => title).filter((title, index, all) => all.indexOf(title) === index)).toEqual(["Subscriptions expire within 60 days", "Subscriptions expire within 30 days", "Subscriptions expire within 7 days"]);
  await workOff(["mail.send"]);
  const german = (await server.receivedBy(admin.user.email)).filter(({ subject }) => subject.startsWith("Abonnements"));
  expect(german.map(({ subject }) => subject).toSorted()).toEqual([30, 60, 7].map((days) => `Abonnements von Hafen GmbH laufen in höchstens ${days} Tagen ab`).toSorted());
  expect(german[0]!.text).toContain(`${number} · Zoom Hybrid · bis`);
});

test("whoever is given an order late is reminded of it as well, though partners were before; who is inactive is not", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  const gone = await aSignedInUser(partner, account.id);
  await prisma.user.update({ where: { accountId_id: { accountId: account.id, id: gone.user.id } }, data: { disabledAt: new Date() } });
  const { id } = await anOrder(partner, billing, { expiresOn: inDays(5) });
  await remindOfExpiry();
  await runOperation(assignOrder, { resolved: await partner.at(null), input: { orderId: id, companyId: account.id } });
  await remindOfExpiry();
  await remindOfExpiry();
  const mails = await prisma.mailMessage.findMany({ where: { kind: "subscriptions_expiring", accountId: account.id } });
  expect(mails.map(({ userId }) => userId)).toEqual([admin.user.id]);
  expect(await prisma.mailMessage.count({ where: { kind: "subscriptions_expiring", accountId: partner.accountId } })).toBe(2);
});

test("the reminder leads the partner to the orders and the admin to the subscriptions; admins of a Prime Partner's accounts have none to be told of", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner);
  await aSignedInUser(partner, account.id);
  const remind = async () => {
    await anAssignedOrder(partner, billing, account.id, { expiresOn: inDays(5) });
    await remindOfExpiry();
    const told = await prisma.notification.findMany({ where: { title: { startsWith: "Subscriptions expire" }, accountId: { in: [partner.accountId, account.id] } } });
    return told.map(({ accountId, link }) => [accountId === account.id ? "admin" : "partner", link]).toSorted();
  };
  const first = [["admin", `/accounts/${account.id}/billing/subscriptions`], ["partner", "/orders?show=expiring"]];
  expect(await remind()).toEqual(first);
  await prisma.account.update({ where: { id: partner.accountId }, data: { primePartner: true } });
  expect(await remind()).toEqual([...first, ["partner", "/orders?show=expiring"]]);
});

test("of an unassigned order partners alone are reminded; of a cancelled or prolonged one nobody is", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const { order } = await anOrder(partner, billing, { expiresOn: inDays(20) });
  const cancelled = await anOrder(partner, billing, { expiresOn: inDays(20) });
  await billing.send({ event: "order.cancelled", order: { orderNumber: cancelled.order.orderNumber } });
  await remindOfExpiry();
  const told = await prisma.notification.findMany({ where: { accountId: partner.accountId, title: { startsWith: "Subscriptions expire" } } });
  expect(told).toMatchObject([{ title: "Subscriptions expire within 30 days", body: `Not assigned to any account: ${order.orderNumber}`, link: "/orders?show=expiring" }]);
  await billing.send({ event: "order.changed", order: { ...order, expiresOn: inDays(400) } });
  await remindOfExpiry(later(14));
  expect(await prisma.notification.count({ where: { accountId: partner.accountId, title: { startsWith: "Subscriptions expire" } } })).toBe(1);
});
