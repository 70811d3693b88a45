/** Taking services away and taking runs back: all of what is meant goes, and nothing else (pains 22, 24). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { rollBackRuns } from "#lib/plans/roll-back-runs.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { aPhone } from "#tests/conformance/peers/builders.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, planNow, provision } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

/** All that the peers hold, as a text to search and to compare. */
async function held(): Promise<Record<string, string>> {
  const kinds = ["mivb", "mbg", "micollab", "micc"] as const;
  return Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, JSON.stringify(await peers.ask(kind, "GET", "/_state"))] as const)));
}

async function userOf({ accountId, userIds }: OnPeers) {
  return database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userIds[0]! } } });
}

async function rollBack({ accountId }: OnPeers, planId: string) {
  const back = await runOperation(rollBackRuns, { resolved: await partner.at(accountId), input: { planId } });
  await workOff(PROVISIONING);
  return planNow({ accountId, person: partner, userIds: [], roleId: "" }, back.id);
}

test("removing services leaves nothing of the user on any system, all of everybody else, and the user free to be deleted", async () => {
  const neighbour = await anAccountOnPeers(partner, peers, 1);
  await provision(neighbour);
  const before = await held();
  const place = await anAccountOnPeers(partner, peers, 1);
  expect(await provision(place)).toMatchObject({ succeededCount: 1 });
  const { loginId, extension } = await userOf(place);
  expect(extension).not.toBe("");
  for (const text of Object.values(await held())) expect(text).toContain(loginId!);
  expect(await provision(place, { serviceRoleId: null })).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
  expect(await held()).toEqual(before);
  expect(await userOf(place)).toMatchObject({ servicesState: "none", extension: "", serviceRoleId: null });
  expect(await database().prisma.service.count({ where: { accountId: place.accountId } })).toBe(0);
  expect(await database().prisma.deployment.count({ where: { accountId: place.accountId } })).toBe(0);
  await runOperation(deleteUsers, { resolved: await partner.at(place.accountId), input: { selection: { mode: "some", ids: place.userIds } } });
  expect(await database().prisma.user.count({ where: { accountId: place.accountId } })).toBe(0);
});

test("what somebody has deleted on a system already is no obstacle to its removal", async () => {
  const before = await held();
  const place = await anAccountOnPeers(partner, peers, 1);
  await provision(place);
  const { loginId, extension } = await userOf(place);
  await peers.ask("mbg", "DELETE", `/api/v1/teleworker-sets/${loginId}-${extension}`);
  await peers.ask("micc", "DELETE", `/api/v1/employees/${loginId}`).catch(() => {});
  expect(await provision(place, { serviceRoleId: null })).toMatchObject({ status: "done", succeededCount: 1 });
  expect(await held()).toEqual(before);
});

const withoutMark = (phones: Record<string, unknown>[]) => phones.map((phone) => ({ ...phone, isPrimary: null }));
const phones = (numbers: string[]) => Promise.all(numbers.map((number) => peers.ask<Record<string, unknown>>("mivb", "GET", `/api/v1/phones/${number}`)));

test("taking back what was applied leaves the phones that came beside it since", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const plan = await provision(place);
  const { loginId, extension } = await userOf(place);
  for (const phone of [aPhone({ number: "2801", loginId: loginId!, zoneId: 4 }), aPhone({ number: "2802", loginId: loginId!, deviceType: "6940 IP" })]) await peers.ask("mivb", "POST", "/api/v1/phones", phone);
  const beside = await phones(["2801", "2802"]);
  expect(await rollBack(place, plan.id)).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
  expect(withoutMark(await phones(["2801", "2802"]))).toEqual(withoutMark(beside));
  await expect(phones([extension])).rejects.toThrow("404");
  expect(await peers.ask("mivb", "GET", `/api/v1/users/${loginId}`)).toMatchObject({ loginId });
});

test("taking back what was applied to somebody who had other phones brings those back as they were", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const person = { loginId: "existing-agent", firstName: "Ada", lastName: "Brandt0", email: (await userOf(place)).email, department: "", location: "" };
  await peers.ask("mivb", "POST", "/api/v1/users", person);
  for (const phone of [aPhone({ number: "2811", loginId: person.loginId, isPrimary: true, zoneId: 4 }), aPhone({ number: "2812", loginId: person.loginId, deviceType: "6940 IP" })]) await peers.ask("mivb", "POST", "/api/v1/phones", phone);
  const before = await phones(["2811", "2812"]);
  const plan = await provision(place);
  expect(plan).toMatchObject({ status: "done", succeededCount: 1 });
  expect(await userOf(place)).toMatchObject({ loginId: person.loginId, extension: "2811", servicesState: "in_sync" });
  expect(await phones(["2811"])).toMatchObject([{ protocol: "SIP", acdAgent: true }]);
  expect(await rollBack(place, plan.id)).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
  expect(await phones(["2811", "2812"])).toEqual(before);
});

test("a removal that is taken back brings the services back under their numbers", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  await provision(place);
  const user = await userOf(place);
  const services = await database().prisma.service.findMany({ where: { accountId: place.accountId }, select: { kind: true, key: true, attributes: true }, orderBy: [{ kind: "asc" }, { key: "asc" }] });
  const removal = await provision(place, { serviceRoleId: null });
  expect(await rollBack(place, removal.id)).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
  expect(await userOf(place)).toMatchObject({ extension: user.extension, serviceRoleId: user.serviceRoleId, servicesState: "in_sync" });
  expect(await database().prisma.service.findMany({ where: { accountId: place.accountId }, select: { kind: true, key: true, attributes: true }, orderBy: [{ kind: "asc" }, { key: "asc" }] })).toEqual(services);
  expect(await peers.ask("mivb", "GET", `/api/v1/phones/${user.extension}`)).toMatchObject({ loginId: user.loginId });
});

test("a run that failed at its very first step has nothing to take back and is taken back all the same", async () => {
  const before = await held();
  const place = await anAccountOnPeers(partner, peers, 1);
  await peers.ask("mivb", "PUT", "/_faults", { failNext: [{ method: "POST", status: 422 }] });
  const plan = await provision(place);
  expect(plan).toMatchObject({ failedCount: 1 });
  expect(await rollBack(place, plan.id)).toMatchObject({ status: "done", succeededCount: 1 });
  expect(await held()).toEqual(before);
  expect(await userOf(place)).toMatchObject({ servicesState: "none", extension: "" });
  expect(await database().prisma.service.count({ where: { accountId: place.accountId } })).toBe(0);
});

test("a removal for which nothing is left to be done on any system still ends what is stored of the services", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  await provision(place);
  const services = await database().prisma.service.findMany({ where: { accountId: place.accountId } });
  await provision(place, { serviceRoleId: null });
  // As if the systems had been cleared by hand: the portal still thinks that the services are there.
  await database().prisma.service.createMany({ data: services.map((service) => ({ ...service, attributes: service.attributes as object })) });
  expect(await provision(place, { serviceRoleId: null })).toMatchObject({ status: "done", stepCount: 0, succeededCount: 1 });
  expect(await database().prisma.service.count({ where: { accountId: place.accountId } })).toBe(0);
});

test("a user whose run failed is in sync when a new plan finds that everything is there", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  await provision(place);
  const { extension } = await userOf(place);
  await database().prisma.user.update({ where: { accountId_id: { accountId: place.accountId, id: place.userIds[0]! } }, data: { servicesState: "failed", extension: "" } });
  expect(await provision(place)).toMatchObject({ status: "done", stepCount: 0 });
  expect(await userOf(place)).toMatchObject({ servicesState: "in_sync", extension });
});
