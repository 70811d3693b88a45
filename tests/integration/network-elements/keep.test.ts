/** Looking after connected systems: checking them, their flow through switch, and letting go of them. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { checkNetworkElement } from "#lib/network-elements/check-network-element.ts";
import { deleteNetworkElement } from "#lib/network-elements/delete-network-element.ts";
import { setFlowThrough } from "#lib/network-elements/set-flow-through.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, apply, makePlan, provision } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";
import { eventsOf } from "#tests/builders/registered.ts";

let peers: TestPeers;
let partner: SignedIn;
let place: OnPeers;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
beforeEach(async () => void (place = await anAccountOnPeers(partner, peers, 1)));
afterAll(() => peers.close());

async function element(kind: string) {
  return database().prisma.networkElement.findFirstOrThrow({ where: { accountId: place.accountId, kind } });
}
async function check(kind: string) {
  return runOperation(checkNetworkElement, { resolved: await partner.at(place.accountId), input: { elementId: (await element(kind)).id } });
}
async function flowThrough(kind: string, on: boolean) {
  return runOperation(setFlowThrough, { resolved: await partner.at(place.accountId), input: { elementId: (await element(kind)).id, on } });
}
async function disconnect(kind: string) {
  return runOperation(deleteNetworkElement, { resolved: await partner.at(place.accountId), input: { elementId: (await element(kind)).id } });
}

test("a check shows that a system is away or refuses, keeps what it last said of itself, and that it is back", async () => {
  const { release } = await element("mbg");
  await peers.ask("mbg", "PUT", "/_faults", { outage: true });
  expect(await check("mbg")).toMatchObject({ status: "unreachable", statusMessage: expect.stringContaining("broke the connection off"), release, name: "mbg-1" });
  await peers.ask("mbg", "PUT", "/_faults", { failNext: [{ status: 401 }] });
  expect(await check("mbg")).toMatchObject({ status: "refused", statusMessage: expect.stringContaining("does not accept this user name and password") });
  expect(await check("mbg")).toMatchObject({ status: "connected", statusMessage: "", release });
});

test("ACDPRE-03 Flow Through Provisioning is switched on from the portal; off, it blocks the plan and is named there", async () => {
  expect(await flowThrough("micollab", false)).toEqual({ on: false });
  expect((await peers.ask<{ flowThrough: boolean }>("micollab", "GET", "/_settings")).flowThrough).toBe(false);
  const blocked = await makePlan(place);
  expect(blocked.refusals.join(" ")).toMatch(/^Flow through provisioning is off on micollab-1\./);
  await expect(apply(place, blocked.id)).rejects.toMatchObject({ code: "conflict" });
  expect(await flowThrough("micollab", true)).toEqual({ on: true });
  expect((await peers.ask<{ flowThrough: boolean }>("micollab", "GET", "/_settings")).flowThrough).toBe(true);
  expect(await makePlan(place)).toMatchObject({ status: "ready", refusals: [] });
  await flowThrough("micollab", true);
  expect(await eventsOf(place.accountId, "network-elements.set-flow-through")).toMatchObject([
    { changes: [{ property: "flowThrough", before: true, after: false }] },
    { changes: [{ property: "flowThrough", before: false, after: true }] },
  ]);
});

test("the switch is MiCollab's alone, and one that could not be switched is told and leaves no event", async () => {
  await expect(flowThrough("mivb", true)).rejects.toMatchObject({ code: "invalid" });
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  await expect(flowThrough("micollab", false)).rejects.toMatchObject({ code: "peer_failed", message: expect.stringContaining("MiCollab") });
  await peers.ask("micollab", "PUT", "/_faults", {});
  expect(await eventsOf(place.accountId, "network-elements.set-flow-through")).toEqual([]);
});

test("a system is let go of when nobody has services on it, and not before", async () => {
  expect(await provision(place)).toMatchObject({ status: "done", succeededCount: 1 });
  for (const kind of ["mivb", "mbg", "micollab", "micc"]) await expect(disconnect(kind), kind).rejects.toMatchObject({ code: "conflict", message: expect.stringMatching(/-1 still holds \d+ services of this account's users\. Remove them first\.$/) });
  expect(await database().prisma.networkElement.count({ where: { accountId: place.accountId } })).toBe(4);
  expect(await provision(place, { serviceRoleId: null })).toMatchObject({ status: "done", succeededCount: 1 });
  await disconnect("micc");
  expect(await database().prisma.networkElement.count({ where: { accountId: place.accountId } })).toBe(3);
  expect(await eventsOf(place.accountId, "network-elements.delete")).toMatchObject([{ action: "Delete", assetName: "micc-1" }]);
});

test("nor while a plan is at work on it, though nothing is there yet or any more", async () => {
  await provision(place);
  const removal = await makePlan(place, { serviceRoleId: null });
  await apply(place, removal.id);
  await workOff(["provisioning.apply"]);
  await database().prisma.service.deleteMany({ where: { accountId: place.accountId } });
  await expect(disconnect("mivb")).rejects.toMatchObject({ code: "conflict", message: "A plan is at work on mivb-1. Wait until it is done." });
});

test("somebody else's system is not found, nor one of another account of the same partner", async () => {
  const other = await anAccount(partner);
  const { id: elementId } = await element("mivb");
  for (const [operation, input] of [[checkNetworkElement, { elementId }], [deleteNetworkElement, { elementId }], [setFlowThrough, { elementId, on: true }]] as const) {
    await expect(runOperation(operation, { resolved: await partner.at(other.id), input })).rejects.toMatchObject({ code: "not_found", message: "The network element was not found." });
  }
});
