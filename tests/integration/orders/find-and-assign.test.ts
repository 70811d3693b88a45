/** The list of orders, and giving them to accounts. */
import { beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { deactivateAccount, deleteAccount } from "#lib/accounts/change-status.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { findCompanies } from "#lib/orders/find-companies.ts";
import { findOrders } from "#lib/orders/find-orders.ts";
import { getOrder } from "#lib/orders/get-order.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf } from "#lib/permissions/grants.ts";
import { aBillingSystem, anAssignedOrder, anOrder, bought, inDays, SKU } from "#tests/builders/orders.ts";
import type { Billing, Partner } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

const { prisma } = database();

async function aPlace() {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner);
  return { partner, billing, account };
}

const find = async (person: SignedIn, input: object = {}) => runOperation(findOrders, { resolved: await person.at(null), input });
const numbers = async (person: SignedIn, input: object = {}) => (await find(person, input)).items.map(({ number }) => number);
const assign = async (person: SignedIn, orderId: string, companyId: string) => runOperation(assignOrder, { resolved: await person.at(null), input: { orderId, companyId } });

describe("the list", () => {
  let partner: Partner;
  let billing: Billing;
  const statuses: Record<string, string | null> = {
    "A-ASSIGN": "assign", "A-NODATE": "assign", "A-SOON": "expiring_soon", "A-SOON-ASSIGNED": "expiring_soon", "A-OVER": "expired",
    "A-PENDING": "pending_activation", "A-LATER": "pending_activation", "A-PERPETUAL": "perpetual", "A-RUNNING": null, "A-CANCELLED": "expired", "A-DAY90": "expiring_soon", "A-DAY91": "assign",
  };
  beforeAll(async () => {
    const place = await aPlace();
    ({ partner, billing } = place);
    const company = place.account.id;
    await anOrder(partner, billing, { orderNumber: "A-ASSIGN", sapOrderNumber: "0003414816", resellerPoNumber: "RPO-77", customerPoNumber: "Subsc MiVO manual", expiresOn: "2199-05-29" });
    await anOrder(partner, billing, { orderNumber: "A-NODATE", expiresOn: null, term: "none" });
    await anOrder(partner, billing, { orderNumber: "A-SOON", expiresOn: inDays(20) });
    await anAssignedOrder(partner, billing, company, { orderNumber: "A-SOON-ASSIGNED", expiresOn: inDays(0) });
    await anOrder(partner, billing, { orderNumber: "A-OVER", startsOn: inDays(-400), expiresOn: inDays(-1) });
    await anOrder(partner, billing, { orderNumber: "A-PENDING", startsOn: null, expiresOn: inDays(10) });
    await anOrder(partner, billing, { orderNumber: "A-LATER", startsOn: inDays(1) });
    await anAssignedOrder(partner, billing, company, { orderNumber: "A-PERPETUAL", expiresOn: null });
    await anAssignedOrder(partner, billing, company, { orderNumber: "A-RUNNING" });
    await anAssignedOrder(partner, billing, company, { orderNumber: "A-CANCELLED" });
    await billing.send({ event: "order.cancelled", order: { orderNumber: "A-CANCELLED" } });
    await anOrder(partner, billing, { orderNumber: "A-DAY90", expiresOn: inDays(90) });
    await anOrder(partner, billing, { orderNumber: "A-DAY91", expiresOn: inDays(91) });
  });

  test("ORDER-03 ORDER-11 shows each order with its account, its dates and the one status of the day", async () => {
    const { items } = await find(partner);
    expect(Object.fromEntries(items.map(({ number, status }) => [number, status]))).toEqual(statuses);
    expect(items.find(({ number }) => number === "A-RUNNING")).toMatchObject({ assigned: { name: "Ballad Industries" }, purchasedOn: inDays(-12), startsOn: inDays(-10), expiresOn: inDays(355), assignable: false });
    expect(items.filter(({ assignable }) => assignable).map(({ number }) => number).toSorted()).toEqual(["A-ASSIGN", "A-DAY90", "A-DAY91", "A-NODATE", "A-SOON"]);
  });

  test("ORDER-12 ORDER-13 All, Unassigned and Expiring list what they say, as the statuses say it, and count it", async () => {
    const { counts } = await find(partner);
    expect(counts).toEqual({ all: 12, unassigned: 8, expiring: 3 });
    expect((await numbers(partner, { show: "unassigned" })).toSorted()).toEqual(["A-ASSIGN", "A-DAY90", "A-DAY91", "A-LATER", "A-NODATE", "A-OVER", "A-PENDING", "A-SOON"]);
    const expiring = await find(partner, { show: "expiring" });
    expect(expiring.items.map(({ number }) => number).toSorted()).toEqual(Object.keys(statuses).filter((number) => statuses[number] === "expiring_soon").toSorted());
    expect(expiring).toMatchObject({ total: 3, totalIsExact: true });
  });

  test("ORDER-14 a search finds by part of every listed number, by account and by expiry date", async () => {
    for (const search of ["03414", "rpo-7", "mivo man", "-assig", "2199-05", "a-assign"]) expect(await numbers(partner, { search }), search).toContain("A-ASSIGN");
    expect((await numbers(partner, { search: "ballad" })).toSorted()).toEqual(["A-CANCELLED", "A-PERPETUAL", "A-RUNNING", "A-SOON-ASSIGNED"]);
    expect(await numbers(partner, { search: "ballad", show: "expiring" })).toEqual(["A-SOON-ASSIGNED"]);
    expect(await numbers(partner, { search: inDays(20) })).toEqual(["A-SOON"]);
    // A cancelled order shows the day on which it ended, and is found by that.
    expect((await numbers(partner, { search: inDays(0) })).toSorted()).toEqual(["A-CANCELLED", "A-SOON-ASSIGNED"]);
    expect(await numbers(partner, { search: inDays(355) })).not.toContain("A-CANCELLED");
    for (const search of ["%", "nothing like it", "0003414816 rpo"]) expect(await numbers(partner, { search }), search).toEqual([]);
  });

  test("is sorted by number, purchase or expiry, and paged by key", async () => {
    const sorted = Object.keys(statuses).toSorted();
    expect(await numbers(partner, { sort: "number" })).toEqual(sorted);
    const byExpiry = await numbers(partner, { sort: "expiry" });
    expect([byExpiry[0], byExpiry.slice(1, 3).toSorted()]).toEqual(["A-OVER", ["A-CANCELLED", "A-SOON-ASSIGNED"]]);
    const first = await find(partner, { sort: "-number", size: 5 });
    const second = await find(partner, { sort: "-number", size: 5, after: first.next });
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(sorted.toReversed().slice(0, 10));
  });

  test("another partner sees none of them, and an admin and a user are refused", async () => {
    const other = await aPartner();
    expect(await find(other)).toMatchObject({ items: [], counts: { all: 0 } });
    const account = await anAccount(partner);
    for (const role of ["account_admin", "user"] as const) await expect(find(await aSignedInUser(partner, account.id, role))).rejects.toMatchObject({ code: "forbidden" });
  });
});

test("OP1-75 an account manager sees unassigned orders and those of their accounts, and assigns to these alone", async () => {
  const { partner, billing, account } = await aPlace();
  const hidden = await anAccount(partner, { name: "Harbor Clinic" });
  const mine = await anAssignedOrder(partner, billing, account.id);
  const theirs = await anAssignedOrder(partner, billing, hidden.id);
  const free = await anOrder(partner, billing);
  const { userId } = (await partner.at(null)).actor as { userId: string };
  await prisma.user.updateMany({ where: { accountId: partner.accountId }, data: { accountManager: true } });
  await prisma.managedAccount.create({ data: { accountId: partner.accountId, userId, managedAccountId: account.id } });
  const page = await find(partner);
  expect(page.items.map(({ id }) => id).toSorted()).toEqual([mine.id, free.id].toSorted());
  expect(page.counts).toMatchObject({ all: 2, unassigned: 1 });
  expect(await numbers(partner, { search: "harbor" })).toEqual([]);
  await expect(runOperation(getOrder, { resolved: await partner.at(null), input: { orderId: theirs.id } })).rejects.toMatchObject({ code: "not_found" });
  await expect(assign(partner, theirs.id, account.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(assign(partner, free.id, hidden.id)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "companyId" }] });
  expect(await assign(partner, free.id, account.id)).toMatchObject({ assigned: { id: account.id } });
});

test("ORDER-17 PERM-59 OP1-75 who sees orders finds the active accounts to assign them to, also without seeing the list of accounts", async () => {
  const { partner, billing, account } = await aPlace();
  const harbor = await anAccount(partner, { name: "Harbor Clinic" });
  const closed = await anAccount(partner, { name: "Harbor Museum" });
  await runOperation(deactivateAccount, { resolved: await partner.at(closed.id), input: { word: "deactivate" } });
  const { actor, account: none } = await partner.at(null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  const narrowed = { account: none, actor: { ...actor, grants: grantsOf("partner", ["orders.view"]) } };
  const found = async (search?: string) => (await runOperation(findCompanies, { resolved: narrowed, input: { search } })).items;
  expect(await found()).toEqual([{ id: account.id, name: "Ballad Industries" }, { id: harbor.id, name: "Harbor Clinic" }]);
  expect(await found(" HARBOR ")).toEqual([{ id: harbor.id, name: "Harbor Clinic" }]);
  expect(await found("%")).toEqual([]);
  const { id } = await anOrder(partner, billing);
  expect(await runOperation(assignOrder, { resolved: narrowed, input: { orderId: id, companyId: harbor.id } })).toMatchObject({ assigned: { id: harbor.id } });
  const manager = { account: none, actor: { ...actor, accountManager: true } };
  expect((await runOperation(findCompanies, { resolved: manager, input: {} })).items).toEqual([]);
});

test("ORDER-18 ORDER-20 an assigned order shows its account; both histories and the bell tell of it", async () => {
  const { partner, billing, account } = await aPlace();
  const { id, order } = await anOrder(partner, billing);
  expect(await assign(partner, id, account.id)).toMatchObject({ assigned: { id: account.id, name: "Ballad Industries" }, assignedBy: "Mara Lindqvist", status: null, assignable: false });
  for (const accountId of [partner.accountId, account.id]) {
    expect(await prisma.event.findMany({ where: { accountId, operation: "orders.assign" } })).toMatchObject([{ action: "Assign", assetKind: "order", assetName: order.orderNumber, changes: [{ property: "assigned account", after: "Ballad Industries" }] }]);
  }
  expect(await prisma.notification.findMany({ where: { accountId: partner.accountId, title: "Order assigned" } })).toMatchObject([{ body: `Order ${order.orderNumber} has been assigned to Ballad Industries.` }]);
});

test("OP1-41 of ten people who assign an order at once one succeeds, and the others are told who has it", async () => {
  const { partner, billing, account } = await aPlace();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  const { id } = await anOrder(partner, billing);
  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, index) => assign(partner, id, index % 2 === 0 ? account.id : other.id)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { assigned } = await runOperation(getOrder, { resolved: await partner.at(null), input: { orderId: id } });
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict", message: expect.stringContaining(`assigned already: Mara Lindqvist gave it to ${assigned!.name}.`) });
  expect(await prisma.event.count({ where: { accountId: partner.accountId, operation: "orders.assign" } })).toBe(1);
});

test("ORDER-07 ORDER-08 ORDER-10 an expiring order is assigned; an expired, a pending and a cancelled one are refused", async () => {
  const { partner, billing, account } = await aPlace();
  const soon = await anOrder(partner, billing, { expiresOn: inDays(1) });
  await assign(partner, soon.id, account.id);
  const over = await anOrder(partner, billing, { expiresOn: inDays(-1) });
  await expect(assign(partner, over.id, account.id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("has expired") });
  const pending = await anOrder(partner, billing, { startsOn: null });
  await expect(assign(partner, pending.id, account.id)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("not activated yet") });
  const cancelled = await anOrder(partner, billing);
  await billing.send({ event: "order.cancelled", order: { orderNumber: cancelled.order.orderNumber } });
  await expect(assign(partner, cancelled.id, account.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await prisma.order.count({ where: { accountId: partner.accountId, NOT: { assignedAccountId: null } } })).toBe(1);
});

test("an order goes to an active customer account of the partner and to nobody else", async () => {
  const { partner, billing, account } = await aPlace();
  const { id } = await anOrder(partner, billing);
  const stranger = await aPlace();
  await runOperation(deactivateAccount, { resolved: await partner.at(account.id), input: { word: "deactivate" } });
  for (const companyId of [stranger.account.id, partner.accountId, newId(), account.id]) await expect(assign(partner, id, companyId)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "companyId" }] });
  await expect(assign(stranger.partner, id, stranger.account.id)).rejects.toMatchObject({ code: "not_found" });
  const admin = await aSignedInUser(stranger.partner, stranger.account.id);
  await expect(assign(admin, id, stranger.account.id)).rejects.toMatchObject({ code: "forbidden" });
  expect(await prisma.event.count({ where: { operation: "orders.assign", accountId: { in: [partner.accountId, stranger.partner.accountId] } } })).toBe(0);
});

test("OP1-14 the orders of an account that is deleted become unassigned", async () => {
  const { partner, billing, account } = await aPlace();
  const { id } = await anAssignedOrder(partner, billing, account.id);
  await runOperation(deleteAccount, { resolved: await partner.at(account.id), input: { word: "delete" } });
  expect(await runOperation(getOrder, { resolved: await partner.at(null), input: { orderId: id } })).toMatchObject({ assigned: null, assignedBy: "", status: "assign", assignable: true });
});

test("ORDER-16 ORDER-21 ORDER-22 the details have subscription, dates, term, plans with what they give, licenses and tracking numbers", async () => {
  const { partner, billing } = await aPlace();
  const made = bought({ sapOrderNumber: "1", resellerPoNumber: "2", customerPoNumber: "3", lines: [{ sku: SKU.zoom, quantity: 2 }, { sku: "54019081", quantity: 1 }, { sku: "54013111", quantity: 4 }] });
  const { id } = await anOrder(partner, billing, made);
  const details = await runOperation(getOrder, { resolved: await partner.at(null), input: { orderId: id } });
  expect(details).toMatchObject({ number: made.orderNumber, sapOrderNumber: "1", resellerPo: "2", customerPo: "3", startsOn: made.startsOn, purchasedOn: made.purchasedOn, expiresOn: made.expiresOn, term: "12-month", assigned: null });
  expect(details.plans).toEqual([
    { sku: "54013111", quantity: 4, details: "Mitel One: 54013111", about: "Essential, 12 months, part of MiVoice Office 400 UCC Entry. Chat and Telephony for one user." },
    { sku: "5401484", quantity: 2, details: "Zoom Hybrid - hMitel Indirect: 5401484", about: "hMitel Indirect, 12 months. Zoom Workplace with the Mitel phone system for one user." },
    { sku: "54019081", quantity: 1, details: "Workflow Studio: 54019081", about: "WorkflowStudio_Premier_Free, 12 months. 100 Premier interactions, free of charge." },
  ]);
});
