import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { getPartnerDashboard } from "#lib/dashboard/get-partner-dashboard.ts";
import { ATTENTION_SHOWN } from "#lib/dashboard/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aFailedRun, anElement, aDifference } from "#tests/builders/attention.ts";
import { withIntegrations } from "#tests/builders/licenses.ts";
import { aBillingSystem, anAssignedOrder, anOrder, inDays, SKU } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function dashboardOf(partner: SignedIn) {
  return runOperation(getPartnerDashboard, { resolved: await partner.at(null), input: {} });
}

test("a partner who has no account yet has nothing but zeros", async () => {
  expect(await dashboardOf(await aPartner())).toEqual({
    accounts: 0,
    accountsThisMonth: 0,
    deactivatedAccounts: 0,
    users: 0,
    failedRuns: 0,
    elementsNotReachable: 0,
    orders: { toAssign: 0, expiring: 0 },
    attentionCount: 0,
    attention: [],
  });
});

test("adds up the own accounts that are active, and nobody else's", async () => {
  const partner = await aPartner();
  const ballad = await anAccount(partner);
  const harbor = await anAccount(partner, { name: "Harbor Clinic" });
  const closed = await anAccount(partner, { name: "Closed" });
  for (const account of [ballad, ballad, harbor, closed]) await aUser(partner, account.id);
  await runOperation(deactivateAccount, { resolved: await partner.at(closed.id), input: { word: "deactivate" } });
  const stranger = await aPartner();
  await aUser(stranger, (await anAccount(stranger)).id);
  expect(await dashboardOf(partner)).toMatchObject({ accounts: 2, accountsThisMonth: 2, deactivatedAccounts: 1, users: 3 });
});

test("names the accounts that need attention with every reason, failures first", async () => {
  const partner = await aPartner();
  await anAccount(partner, { name: "All is well" });
  const silent = await anAccount(partner, { name: "Silent" });
  const failing = await anAccount(partner, { name: "Failing" });
  await anElement(silent.id, { name: "mivb-1", status: "unreachable" });
  await anElement(silent.id, { kind: "mbg", name: "mbg-1", status: "connected" });
  await aDifference(silent.id);
  await aDifference(silent.id, { status: "repaired" });
  const finishedAt = new Date("2026-11-20T08:00:00Z");
  await aFailedRun(partner, failing.id, { finishedAt });
  const dashboard = await dashboardOf(partner);
  expect(dashboard).toMatchObject({ failedRuns: 1, elementsNotReachable: 1, attentionCount: 2 });
  expect(dashboard.attention).toMatchObject([
    { accountId: failing.id, name: "Failing", userCount: 1, failedRuns: 1, elements: [], differences: 0, noticedAt: "2026-11-20T08:00:00.000Z" },
    { accountId: silent.id, name: "Silent", failedRuns: 0, elements: ["mivb-1"], differences: 1 },
  ]);
});

test("DASH-08 counts the orders that wait for an account and those that expire; an account with a subscription that lacks its integration is named", async () => {
  const partner = await aPartner();
  const billing = await aBillingSystem(partner);
  const account = await anAccount(partner, { name: "Lacking" });
  await anAssignedOrder(partner, billing, account.id, { expiresOn: inDays(30), lines: [{ sku: SKU.zoom, quantity: 1 }, { sku: SKU.cx, quantity: 1 }] });
  await anOrder(partner, billing);
  await anOrder(partner, billing, { expiresOn: inDays(10) });
  await anOrder(partner, billing, { startsOn: null });
  await anOrder(partner, billing, { startsOn: inDays(-40), expiresOn: inDays(-1) });
  await withIntegrations(account.id, "mitel_cx");
  expect(await dashboardOf(partner)).toMatchObject({ orders: { toAssign: 2, expiring: 2 }, attention: [{ accountId: account.id, missingIntegrations: 1, failedRuns: 0 }] });
  await withIntegrations(account.id, "zoom");
  expect(await dashboardOf(partner)).toMatchObject({ attention: [] });
});

test("a failed run of a user who is well again is history", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await aFailedRun(partner, account.id, { servicesState: "in_sync" });
  expect(await dashboardOf(partner)).toMatchObject({ failedRuns: 0, attentionCount: 0, attention: [] });
});

test("what needs attention in a deactivated or in a foreign account is not shown", async () => {
  const partner = await aPartner();
  const closed = await anAccount(partner);
  await anElement(closed.id, { status: "refused" });
  await runOperation(deactivateAccount, { resolved: await partner.at(closed.id), input: { word: "deactivate" } });
  const stranger = await aPartner();
  await anElement((await anAccount(stranger)).id, { status: "refused" });
  expect(await dashboardOf(partner)).toMatchObject({ elementsNotReachable: 0, attention: [] });
});

test("a long list of accounts is cut and says of how many", async () => {
  const partner = await aPartner();
  for (let index = 0; index <= ATTENTION_SHOWN; index += 1) await anElement((await anAccount(partner, { name: `Account ${index}` })).id, { status: "unreachable" });
  const dashboard = await dashboardOf(partner);
  expect(dashboard.attention).toHaveLength(ATTENTION_SHOWN);
  expect(dashboard.attentionCount).toBe(ATTENTION_SHOWN + 1);
});

test("the partner's figures are for partners", async () => {
  const partner = await aPartner();
  const admin = await aSignedInUser(partner, (await anAccount(partner)).id);
  await expect(dashboardOf(admin)).rejects.toMatchObject({ code: "forbidden" });
});
