import { expect, test } from "vitest";
import { getAccountDashboard } from "#lib/dashboard/get-account-dashboard.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { aDifference, aFailedRun, anElement } from "#tests/builders/attention.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function dashboardOf(person: SignedIn, accountId: string) {
  return runOperation(getAccountDashboard, { resolved: await person.at(accountId), input: {} });
}

test("a new account has its steps before it", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  expect(await dashboardOf(partner, account.id)).toEqual({
    users: 0,
    registered: 0,
    needingAttention: 0,
    needingAttentionIsExact: true,
    withServices: false,
    elements: [],
    differences: 0,
    steps: { networkElements: false, template: false, users: false, services: false },
  });
});

test("counts users, registered ones and those who need attention, and shows the network elements with their state", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  await aUser(partner, account.id);
  await aFailedRun(partner, account.id);
  await anElement(account.id, { kind: "micc", name: "micc-1", status: "unreachable" });
  await anElement(account.id, { kind: "mivb", name: "mivb-1" });
  await aDifference(account.id);
  await aDifference(account.id, { status: "adopted" });
  const dashboard = await dashboardOf(admin, account.id);
  expect(dashboard).toMatchObject({ users: 3, registered: 1, needingAttention: 1, differences: 1 });
  expect(dashboard.elements).toMatchObject([{ kind: "mivb", name: "mivb-1", status: "connected" }, { kind: "micc", name: "micc-1", status: "unreachable" }]);
  expect(await dashboardOf(partner, account.id)).toEqual(dashboard);
});

test("each step is ticked off when it is done", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const { prisma } = database();
  const stepsNow = async () => (await dashboardOf(partner, account.id)).steps;
  await aUser(partner, account.id, { accountAdmin: true });
  const elementId = await anElement(account.id);
  expect(await stepsNow()).toEqual({ networkElements: true, template: false, users: false, services: false });
  await prisma.template.create({ data: { accountId: account.id, id: newId(), label: "Front desk", values: {} } });
  const user = await aUser(partner, account.id);
  expect(await stepsNow()).toEqual({ networkElements: true, template: true, users: true, services: false });
  await prisma.service.create({ data: { accountId: account.id, userId: user.id, elementId, kind: "mivb.phone", key: "2201", attributes: {} } });
  expect(await stepsNow()).toEqual({ networkElements: true, template: true, users: true, services: true });
});

test("an account's figures are for its administrators", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await expect(dashboardOf(await aSignedInUser(partner, account.id, "user"), account.id)).rejects.toMatchObject({ code: "forbidden" });
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  await expect(dashboardOf(await aSignedInUser(partner, sibling.id), account.id)).rejects.toMatchObject({ code: "not_found" });
});
