/** What expiry, change and cancellation of orders take back, in which order, and who is told. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { changeLicenses } from "#lib/licenses/change-set.ts";
import { getLicenseUsage } from "#lib/licenses/get-usage.ts";
import { previewLicenseChange } from "#lib/licenses/preview-change.ts";
import { settleExpired } from "#lib/licenses/settle-expired.ts";
import { beginDay } from "#lib/orders/daily.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findSubscriptions } from "#lib/subscriptions/find-subscriptions.ts";
import { removeFrom } from "#tests/builders/integrations.ts";
import { aLicensedAccount, some, withIntegrations } from "#tests/builders/licenses.ts";
import { anAssignedOrder, inDays, SKU } from "#tests/builders/orders.ts";
import { aSignedInUser } from "#tests/builders/people.ts";

const { prisma } = database();
const DAY_MS = 24 * 60 * 60 * 1_000;
const later = (days: number) => new Date(Date.now() + days * DAY_MS);

/** Licenses given one after another, so that it is known whose was the last. */
async function givenInTurn(quantity: number, users: number, sku: string = SKU.meetings) {
  const place = await aLicensedAccount([{ sku, quantity }], users);
  await withIntegrations(place.accountId, "miteam_meetings");
  const [product, plan] = sku === SKU.meetings ? (["miteam_meetings", "meetings"] as const) : (["mitel_one", "elite"] as const);
  for (const userId of place.userIds) await place.set(userId, product, plan);
  return { ...place, product, admin: await aSignedInUser(place.partner, place.accountId) };
}

test("an order with fewer licenses takes back the ones assigned last, with events, and tells partner and admin", async () => {
  const { partner, billing, accountId, order, userIds, held, events, admin } = await givenInTurn(5, 5);
  await billing.send({ event: "order.changed", order: { ...order, lines: [{ sku: SKU.meetings, quantity: 3 }] } });
  expect([...(await held("miteam_meetings")).keys()].toSorted()).toEqual(userIds.slice(0, 3).toSorted());
  const taken = (await events("billing.receive")).filter(({ assetKind }) => assetKind === "user");
  expect(taken.map(({ assetId, actorName, changes, details }) => ({ assetId, actorName, changes, details }))).toEqual(
    userIds.slice(3).map((assetId) => ({ assetId, actorName: "Billing", changes: [{ property: "license", before: "MiTeam Meetings", after: null }], details: { reason: `Order ${order.orderNumber} was changed.` } })),
  );
  const told = { title: "Licenses taken back: Ballad Industries", body: `Order ${order.orderNumber} was changed. 2 licenses taken back.`, details: { "User 004": "loses MiTeam Meetings", "User 003": "loses MiTeam Meetings" } };
  for (const owner of [partner.accountId, accountId]) expect(await prisma.notification.findMany({ where: { accountId: owner, title: told.title } })).toMatchObject([told]);
  expect(await prisma.notification.count({ where: { accountId, userId: admin.user.id, title: told.title } })).toBe(1);
});

test("who loses two licenses is told of with both, and two of one name are told apart", async () => {
  const { partner, billing, accountId, order, userIds, set } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 2 }, { sku: SKU.premier, quantity: 2 }], 2);
  await prisma.user.updateMany({ where: { accountId, id: { in: userIds } }, data: { name: "Anna Weber" } });
  for (const userId of userIds) await set(userId, "zoom_hybrid", "indirect");
  await set(userIds[0]!, "mitel_one", "premier");
  await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  const addresses = await prisma.user.findMany({ where: { accountId, id: { in: userIds } }, select: { id: true, email: true } });
  const labelOf = (userId: string) => `Anna Weber, ${addresses.find(({ id }) => id === userId)!.email}`;
  const [told] = await prisma.notification.findMany({ where: { accountId: partner.accountId, title: { startsWith: "Licenses taken back" } } });
  // "See details" of one without a link shows its details.
  expect(told).toMatchObject({ body: `Order ${order.orderNumber} was cancelled. 3 licenses taken back.`, link: "" });
  expect(told!.details).toEqual({ [labelOf(userIds[0]!)]: "loses Mitel One (Premier), loses Zoom Hybrid", [labelOf(userIds[1]!)]: "loses Zoom Hybrid" });
});

test("a downgrade of the tier keeps those who have had theirs longest, in the lower tier", async () => {
  const { billing, order, userIds, held } = await givenInTurn(4, 4, SKU.elite);
  await billing.send({ event: "order.changed", order: { ...order, lines: [{ sku: SKU.elite, quantity: 1 }, { sku: SKU.premier, quantity: 2 }] } });
  const holders = await held("mitel_one");
  expect(userIds.map((id) => holders.get(id) ?? null)).toEqual(["elite", "premier", "premier", null]);
});

test("WFS-10 WFS-20 a cancelled order takes everything back, and entitles to no workflows any more", async () => {
  const { partner, billing, accountId, order, held } = await givenInTurn(3, 3);
  const flows = await anAssignedOrder(partner, billing, accountId, { lines: [{ sku: "54014769", quantity: 2 }] });
  const limits = async () => (await runOperation(findSubscriptions, { resolved: await partner.at(accountId), input: {} })).workflowLimits;
  expect(await limits()).toEqual({ essential: 200, premier: 0 });
  await billing.send({ event: "order.changed", order: { ...flows.order, term: "36-month", lines: [{ sku: "54014770", quantity: 2 }, { sku: "54014773", quantity: 1 }] } });
  expect(await limits()).toEqual({ essential: 200, premier: 100 });
  await billing.send({ event: "order.cancelled", order: { orderNumber: flows.order.orderNumber } });
  expect(await limits()).toBeNull();
  await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  expect((await held("miteam_meetings")).size).toBe(0);
});

test("WFS-09 WFS-10 what no user holds is told of too when it gets less, in both histories; more of it, or other numbers, are not", async () => {
  const { partner, billing, accountId } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 1 }]);
  await aSignedInUser(partner, accountId);
  const { order } = await anAssignedOrder(partner, billing, accountId, { lines: [{ sku: "54014769", quantity: 2 }] });
  const change = (fields: object) => billing.send({ event: "order.changed", order: { ...order, ...fields } });
  const told = async () => (await prisma.notification.findMany({ where: { accountId: { in: [partner.accountId, accountId] }, title: "Subscriptions ended or reduced: Ballad Industries" }, orderBy: { createdAt: "asc" } })).map(({ accountId: of, body, link }) => [of === accountId ? "admin" : "partner", body, link]);
  await change({ lines: [{ sku: "54014769", quantity: 3 }] });
  await change({ lines: [{ sku: "54014769", quantity: 3 }], customerPoNumber: "4711" });
  expect(await told()).toEqual([]);
  await change({ customerPoNumber: "4711" });
  const subscriptions = `/accounts/${accountId}/billing/subscriptions`;
  const reduced = [["admin", `Order ${order.orderNumber} was changed.`, subscriptions], ["partner", `Order ${order.orderNumber} was changed.`, "/orders"]];
  expect((await told()).toSorted()).toEqual(reduced);
  await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  expect((await told()).toSorted()).toEqual([["admin", `Order ${order.orderNumber} was cancelled.`, subscriptions], reduced[0], ["partner", `Order ${order.orderNumber} was cancelled.`, "/orders"], reduced[1]].toSorted());
  const events = await prisma.event.findMany({ where: { accountId, operation: "billing.receive" } });
  expect(events.map(({ action }) => action).toSorted()).toEqual(["Cancel", "Edit", "Edit", "Edit"]);
});

test("an order that expires takes back once, by whichever worker comes first; one that is prolonged before does not", async () => {
  const { partner, billing, accountId, order, held } = await givenInTurn(2, 2);
  await billing.send({ event: "order.changed", order: { ...order, expiresOn: inDays(5) } });
  const day = later(6);
  const settled = () => prisma.event.count({ where: { accountId: partner.accountId, operation: "orders.settle" } });
  await settleExpired(later(5));
  expect([(await held("miteam_meetings")).size, await settled()]).toEqual([2, 0]);
  await Promise.all([settleExpired(day), settleExpired(day), settleExpired(day)]);
  expect([(await held("miteam_meetings")).size, await settled()]).toEqual([0, 1]);
  expect(await prisma.notification.findMany({ where: { accountId, title: { startsWith: "Licenses taken back" } } })).toMatchObject([{ body: `Order ${order.orderNumber} has expired. 2 licenses taken back.` }]);
  await billing.send({ event: "order.changed", order: { ...order, expiresOn: inDays(50) } });
  await settleExpired(day);
  expect(await settled()).toBe(1);
  await settleExpired(later(51));
  expect(await settled()).toBe(2);
});

test("licenses of another running order stay", async () => {
  const { partner, billing, accountId, order, held } = await givenInTurn(3, 3);
  await anAssignedOrder(partner, billing, accountId, { lines: [{ sku: SKU.meetings, quantity: 2 }] });
  await billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  expect((await held("miteam_meetings")).size).toBe(2);
});

test("giving and taking back at once never leaves more licenses than there are", async () => {
  const { billing, order, userIds, set, held } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 20 }], 40);
  await Promise.allSettled([
    ...userIds.map((userId) => set(userId, "zoom_hybrid", "indirect")),
    billing.send({ event: "order.changed", order: { ...order, lines: [{ sku: SKU.zoom, quantity: 5 }] } }),
  ]);
  expect((await held("zoom_hybrid")).size).toBeLessThanOrEqual(5);
});

test("a license that is being given while its order is cancelled is taken back too, also when it is the first of all", async () => {
  const { billing, accountId, order, userIds, held } = await aLicensedAccount([{ sku: SKU.zoom, quantity: 1 }], 1);
  const given = Promise.withResolvers<void>();
  const giving = prisma.$transaction(async (db) => {
    await changeLicenses({ db, emit: () => Promise.resolve(), accountId, now: new Date() }, userIds, { product: "zoom_hybrid", licenses: "indirect", features: {} });
    given.resolve();
    await cancelledOrWaiting();
  });
  await given.promise;
  let cancelled = false;
  const cancelling = billing.send({ event: "order.cancelled", order: { orderNumber: order.orderNumber } }).finally(() => (cancelled = true));
  async function cancelledOrWaiting(): Promise<void> {
    const [row] = await prisma.$queryRaw<[{ waiting: boolean }]>`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waiting`;
    if (!cancelled && !row.waiting) await cancelledOrWaiting();
  }
  await Promise.all([giving, cancelling]);
  expect((await held("zoom_hybrid")).size).toBe(0);
});

test("the preview says what the change then does, and changes nothing", async () => {
  const { partner, accountId, billing, order, userIds, held, admin } = await givenInTurn(4, 4, SKU.elite);
  const plans = async () => held("mitel_one").then((holders) => userIds.map((id) => holders.get(id)));
  const preview = async (input: object) => runOperation(previewLicenseChange, { resolved: await admin.at(accountId), input: { product: "mitel_one", plan: "elite", ...input } });
  expect(await preview({ quantity: 1 })).toEqual({ entitledBefore: 4, entitledAfter: 3, assigned: 4, removed: { count: 1, examples: ["User 003"] }, moved: [] });
  const asked = await preview({ quantity: 2, to: "premier" });
  expect(asked).toMatchObject({ entitledAfter: 2, removed: { count: 0 }, moved: [{ to: "Mitel One (Premier)", count: 2, examples: ["User 002", "User 003"] }] });
  expect(await plans()).toEqual(["elite", "elite", "elite", "elite"]);
  await billing.send({ event: "order.changed", order: { ...order, lines: [{ sku: SKU.elite, quantity: 2 }, { sku: SKU.premier, quantity: 2 }] } });
  expect(await plans()).toEqual(["elite", "elite", "premier", "premier"]);
  await expect(preview({ quantity: 9 })).rejects.toMatchObject({ message: "The account has 2 licenses of this plan.", fields: [{ path: "quantity" }] });
  await expect(preview({ quantity: "many" })).rejects.toMatchObject({ message: "Please enter how many.", fields: [{ path: "quantity" }] });
  for (const input of [{ quantity: 9 }, { quantity: 1, to: "elite" }, { quantity: 1, to: "gold" }, { quantity: 0 }]) await expect(preview(input)).rejects.toMatchObject({ code: "invalid" });
  const user = await aSignedInUser(partner, accountId, "user");
  await expect(runOperation(previewLicenseChange, { resolved: await user.at(accountId), input: { product: "mitel_one", plan: "elite", quantity: 1 } })).rejects.toMatchObject({ code: "forbidden" });
});

test("the usage has what is used, free and expiring, and a picture of each day", async () => {
  const { partner, accountId, change, userIds } = await givenInTurn(5, 2);
  await beginDay(new Date(Date.now() - DAY_MS));
  await beginDay(new Date(Date.now() - DAY_MS));
  await change(some(userIds.slice(0, 1)), "miteam_meetings", "unassign");
  const { plans, history } = await runOperation(getLicenseUsage, { resolved: await partner.at(accountId), input: {} });
  expect(plans).toEqual([{ product: "miteam_meetings", plan: "meetings", name: "MiTeam Meetings", entitled: 5, assigned: 1, free: 4, expiring: 0, expiresFirst: inDays(355) }]);
  expect(history).toEqual([
    { day: inDays(-1), product: "miteam_meetings", plan: "meetings", entitled: 5, assigned: 2 },
    { day: inDays(0), product: "miteam_meetings", plan: "meetings", entitled: 5, assigned: 1 },
  ]);
});

test("MEETMC-05 without MiCollab the licenses go with the integration of MiTeam Meetings, and are free again", async () => {
  const { partner, accountId, held } = await givenInTurn(3, 2);
  await removeFrom(partner, accountId, "miteam_meetings");
  expect((await held("miteam_meetings")).size).toBe(0);
  const events = await prisma.event.findMany({ where: { accountId, operation: "integrations.remove", action: "Delete" } });
  expect(events).toMatchObject([{ assetId: "miteam_meetings", details: { licenses: 2 } }]);
});

test("MEETMC-02 MEETMC-06 while MiCollab is on they stay when MiTeam Meetings goes, and also when MiCollab goes afterwards", async () => {
  const { partner, accountId, held } = await givenInTurn(3, 2);
  await withIntegrations(accountId, "micollab");
  await removeFrom(partner, accountId, "miteam_meetings");
  expect((await held("miteam_meetings")).size).toBe(2);
  await removeFrom(partner, accountId, "micollab");
  expect((await held("miteam_meetings")).size).toBe(2);
});
