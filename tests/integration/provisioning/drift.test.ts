/** What somebody changed on a system behind the portal's back. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { findDrift } from "#lib/drift/find-drift.ts";
import type { DriftView } from "#lib/drift/schemas.ts";
import { adoptDrift, repairDrift } from "#lib/drift/settle-drift.ts";
import { startReconciliation } from "#lib/drift/start-reconciliation.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addPlan } from "#lib/plans/add-plan.ts";
import { applyPlan } from "#lib/plans/apply-plan.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

async function provisionedUser(): Promise<{ accountId: string; userId: string; number: string }> {
  const account = await anAccount(partner);
  await connectPeers(partner, account.id, peers);
  const user = await aUser(partner, account.id);
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId: account.id } });
  const resolved = await partner.at(account.id);
  const plan = await runOperation(addPlan, { resolved, input: { selection: { mode: "some", ids: [user.id] }, serviceRoleId: role.id } });
  await workOff(PROVISIONING);
  await runOperation(applyPlan, { resolved, input: { planId: plan.id } });
  await workOff(PROVISIONING);
  return { accountId: account.id, userId: user.id, number: (await stateOf(account.id, user.id)).extension };
}

function stateOf(accountId: string, userId: string) {
  return database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userId } } });
}

async function look(accountId: string): Promise<DriftView[]> {
  await runOperation(startReconciliation, { resolved: await partner.at(accountId), input: {} });
  await workOff(["provisioning.reconcile"]);
  return (await runOperation(findDrift, { resolved: await partner.at(accountId), input: {} })).items;
}

test("nothing differs right after provisioning", async () => {
  const { accountId } = await provisionedUser();
  expect(await look(accountId)).toEqual([]);
});

test("a phone that was changed on the PBX is a difference, and is repaired", async () => {
  const { accountId, userId, number } = await provisionedUser();
  await peers.ask("mivb", "PATCH", `/api/v1/phones/${number}`, { zoneId: 2 });
  const [drift] = await look(accountId);
  expect(drift).toMatchObject({ difference: "changed", kind: "mivb.phone", key: number, element: "mivb-1", userId, fields: [{ field: "zoneId", wanted: 1, found: 2 }] });
  expect(await stateOf(accountId, userId)).toMatchObject({ servicesState: "differs" });
  await runOperation(repairDrift, { resolved: await partner.at(accountId), input: { driftIds: [drift!.id] } });
  await workOff(PROVISIONING);
  expect(await peers.ask("mivb", "GET", `/api/v1/phones/${number}`)).toMatchObject({ zoneId: 1 });
  expect(await look(accountId)).toEqual([]);
  expect(await stateOf(accountId, userId)).toMatchObject({ servicesState: "in_sync" });
  expect(await database().prisma.drift.findFirst({ where: { accountId, id: drift!.id } })).toMatchObject({ status: "repaired" });
});

test("adopting takes the PBX's value into the portal and sends nothing", async () => {
  const { accountId, userId, number } = await provisionedUser();
  await peers.ask("mivb", "PATCH", `/api/v1/phones/${number}`, { serviceLabel: "Front desk" });
  const [drift] = await look(accountId);
  await runOperation(adoptDrift, { resolved: await partner.at(accountId), input: { driftIds: [drift!.id] } });
  await workOff(["provisioning.adopt"]);
  expect(await look(accountId)).toEqual([]);
  const phone = await database().prisma.service.findFirstOrThrow({ where: { accountId, userId, kind: "mivb.phone" } });
  expect(phone.attributes).toMatchObject({ serviceLabel: "Front desk" });
  expect(await peers.ask("mivb", "GET", `/api/v1/phones/${number}`)).toMatchObject({ serviceLabel: "Front desk" });
  expect(await database().prisma.drift.findFirst({ where: { accountId, id: drift!.id } })).toMatchObject({ status: "adopted" });
});

test("a user who is renamed here differs on every system that has the name, and is repaired there", async () => {
  const { accountId, userId, number } = await provisionedUser();
  const { loginId, version } = await stateOf(accountId, userId);
  await runOperation(updateUser, { resolved: await partner.at(accountId), input: { userId, version, lastName: "Hopper", email: "grace.hopper@ballad.example" } });
  await workOff(["provisioning.reconcile"]);
  expect(await stateOf(accountId, userId)).toMatchObject({ servicesState: "differs" });
  const drifts = (await runOperation(findDrift, { resolved: await partner.at(accountId), input: {} })).items;
  expect(drifts.map(({ kind }) => kind).toSorted()).toEqual(["mbg.teleworker_set", "micc.employee", "micollab.client_account", "mivb.user"]);
  expect(drifts.find(({ kind }) => kind === "mivb.user")!.message).toMatch(/ differs on mivb-1: e-mail address is .* instead of grace\.hopper@ballad\.example, last name is .* instead of Hopper\.$|last name is .* instead of Hopper, e-mail address is .* instead of grace\.hopper@ballad\.example\.$/);
  await runOperation(repairDrift, { resolved: await partner.at(accountId), input: { driftIds: drifts.map(({ id }) => id) } });
  await workOff(PROVISIONING);
  expect(await peers.ask("mivb", "GET", `/api/v1/users/${loginId}`)).toMatchObject({ lastName: "Hopper", email: "grace.hopper@ballad.example" });
  expect(await peers.ask("mbg", "GET", `/api/v1/teleworker-sets/${loginId}-${number}`)).toMatchObject({ description: expect.stringContaining("Hopper") });
  expect(await look(accountId)).toEqual([]);
});

test("a user without services is renamed without a look at any system", async () => {
  const account = await anAccount(partner);
  const user = await aUser(partner, account.id);
  await runOperation(updateUser, { resolved: await partner.at(account.id), input: { userId: user.id, version: (await stateOf(account.id, user.id)).version, lastName: "Hopper" } });
  expect(await workOff(["provisioning.reconcile"])).toBe(0);
});

test("a last name that is adopted from the PBX is the user's in every list", async () => {
  const { accountId, userId } = await provisionedUser();
  const { loginId, firstName } = await stateOf(accountId, userId);
  await peers.ask("mivb", "PATCH", `/api/v1/users/${loginId}`, { lastName: "Lovelace" });
  const [drift] = await look(accountId);
  await runOperation(adoptDrift, { resolved: await partner.at(accountId), input: { driftIds: [drift!.id] } });
  await workOff(["provisioning.adopt"]);
  expect(await stateOf(accountId, userId)).toMatchObject({ lastName: "Lovelace", name: `${firstName} Lovelace` });
  const [told] = await database().prisma.event.findMany({ where: { accountId, assetKind: "user", assetId: userId }, orderBy: { id: "desc" }, take: 1 });
  expect(told!.changes).toEqual(expect.arrayContaining([expect.objectContaining({ property: "lastName", after: "Lovelace" })]));
});

test("a teleworker set that was deleted is missing, and is made again", async () => {
  const { accountId, number } = await provisionedUser();
  const user = await database().prisma.user.findFirstOrThrow({ where: { accountId, extension: number } });
  await peers.ask("mbg", "DELETE", `/api/v1/teleworker-sets/${user.loginId}-${number}`);
  const [drift] = await look(accountId);
  expect(drift).toMatchObject({ difference: "missing", kind: "mbg.teleworker_set" });
  await runOperation(repairDrift, { resolved: await partner.at(accountId), input: { driftIds: [drift!.id] } });
  await workOff(PROVISIONING);
  expect(await look(accountId)).toEqual([]);
});

test("a system that does not answer makes nothing seem to be missing, and is shown as unreachable", async () => {
  const { accountId } = await provisionedUser();
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  expect(await look(accountId)).toEqual([]);
  expect(await database().prisma.networkElement.findFirst({ where: { accountId, kind: "micollab" } })).toMatchObject({ status: "unreachable" });
  await peers.ask("micollab", "PUT", "/_faults", {});
});

test("what a run changes while the systems are read is no difference, and settles none", async () => {
  const { accountId, userId, number } = await provisionedUser();
  await peers.ask("mivb", "PATCH", `/api/v1/phones/${number}`, { zoneId: 5 });
  const [drift] = await look(accountId);
  const run = await database().prisma.provisioningRun.findFirstOrThrow({ where: { accountId, userId } });
  const as = (data: object) => database().prisma.provisioningRun.update({ where: { accountId_id: { accountId, id: run.id } }, data });
  // As if it ended between the reading of the PBX and the comparison.
  await as({ finishedAt: new Date(Date.now() + 60_000) });
  await peers.ask("mivb", "PATCH", `/api/v1/phones/${number}`, { zoneId: 1, serviceLabel: "Desk" });
  expect(await look(accountId)).toMatchObject([{ id: drift!.id, status: "open" }]);
  await as({ status: "waiting", finishedAt: null });
  await runOperation(adoptDrift, { resolved: await partner.at(accountId), input: { driftIds: [drift!.id] } });
  await workOff(["provisioning.adopt"]);
  expect(await database().prisma.drift.findFirst({ where: { accountId, id: drift!.id } })).toMatchObject({ status: "open" });
  const phone = await database().prisma.service.findFirstOrThrow({ where: { accountId, userId, kind: "mivb.phone" } });
  expect(phone.attributes).toMatchObject({ serviceLabel: "Primary Phone", zoneId: 1 });
  await as({ status: "succeeded", finishedAt: run.finishedAt });
  expect(await look(accountId)).toMatchObject([{ difference: "changed", fields: [{ field: "serviceLabel" }] }]);
});

test("a system that does not take the password any more is shown as refusing", async () => {
  const { accountId } = await provisionedUser();
  await peers.ask("mbg", "PUT", "/_faults", { failNext: [{ status: 401, times: 2 }] });
  await look(accountId);
  await peers.ask("mbg", "PUT", "/_faults", {});
  expect(await database().prisma.networkElement.findFirst({ where: { accountId, kind: "mbg" } })).toMatchObject({ status: "refused" });
});

test("of two who settle the same difference one is told", async () => {
  const { accountId, number } = await provisionedUser();
  await peers.ask("mivb", "PATCH", `/api/v1/phones/${number}`, { zoneId: 3 });
  const [drift] = await look(accountId);
  const resolved = await partner.at(accountId);
  const input = { driftIds: [drift!.id] };
  const outcomes = await Promise.allSettled([runOperation(repairDrift, { resolved, input }), runOperation(adoptDrift, { resolved, input })]);
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(1);
});
