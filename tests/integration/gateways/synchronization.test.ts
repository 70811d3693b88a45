/** From the PBX into the account: the first synchronization, the schedule, and addresses that are missing or shared. */
import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import { setSyncSchedule, syncNow } from "#lib/gateways/connect-pbx.ts";
import { findPbxUsers } from "#lib/gateways/find-pbx-users.ts";
import { addPbxUsers, updatePbxUsers } from "#lib/gateways/import-pbx-users.ts";
import { lookAfterGateways } from "#lib/gateways/look-after-gateways.ts";
import { storePbxUsers } from "#lib/gateways/store-pbx-users.ts";
import { syncPbx } from "#lib/gateways/sync-pbx.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { onboard, setUpOf, startGatewayPeer } from "#tests/builders/gateways.ts";
import type { Gateways, PbxPerson } from "#tests/builders/gateways.ts";
import { addTo, entryIn } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const MINUTE_MS = 60_000;

const PEOPLE: PbxPerson[] = [
  { id: "1", firstName: "Nora", lastName: "Kessler", extension: "4101", email: "Nora.Kessler@pbx.example" },
  { id: "2", firstName: "Tom", lastName: "Albrecht", extension: "4102", email: "tom.albrecht@pbx.example" },
  { id: "3", firstName: "Otto", lastName: "Brenner", extension: "4103", email: "workshop@pbx.example" },
  { id: "4", firstName: "Emil", lastName: "Hartung", extension: "4104", email: "workshop@pbx.example" },
  { id: "5", firstName: "Front", lastName: "Desk", extension: "4105", email: "" },
];

let gateways: Gateways;
let partner: SignedIn;
let id: string;
let key: string;
let serial: string;

beforeAll(async () => {
  gateways = await startGatewayPeer();
});
beforeEach(async () => {
  // What is due is due for every account of the file.
  await database().prisma.gateway.deleteMany();
  partner = await aPartner();
  ({ id } = await anAccount(partner));
  await addTo(partner, id, "cloudlink_gateway");
});

const start = async (people = PEOPLE) => ({ key, serial } = await onboard(gateways, partner, id, { people }));
const change = (userId: string, fields: object) => gateways.ask("PUT", `/_pbxs/${key}/users/${userId}`, fields);
const users = () => database().prisma.user.findMany({ where: { accountId: id, origin: "pbx" }, select: { name: true, email: true, extension: true, role: true }, orderBy: { name: "asc" } });
const listed = async (email?: "missing" | "shared") => (await runOperation(findPbxUsers, { resolved: await partner.at(id), input: { email } })).items.map(({ name }) => name);
const sync = async () => {
  await runOperation(syncNow, { resolved: await partner.at(id), input: {} });
  await workOff(["gateways.sync"]);
};
const gatewayNow = async () => (await setUpOf(partner, id)).gateway!;
const lastSync = () => database().prisma.gateway.findUniqueOrThrow({ where: { accountId: id } });

test("GW-33 GW-39 connecting imports the users of the PBX by itself, each once, with an event, and without a mail", async () => {
  await start();
  expect(await users()).toEqual([
    { name: "Nora Kessler", email: "nora.kessler@pbx.example", extension: "4101", role: "user" },
    { name: "Tom Albrecht", email: "tom.albrecht@pbx.example", extension: "4102", role: "user" },
  ]);
  expect((await database().prisma.account.findUniqueOrThrow({ where: { id } })).userCount).toBe(2);
  expect(await database().prisma.mailMessage.count({ where: { accountId: id } })).toBe(0);
  await syncPbx({ accountId: id, by: null });
  await syncPbx({ accountId: id, by: null });
  expect(await users()).toHaveLength(2);
  expect(await eventsOf(id, "gateways.sync")).toMatchObject([{ action: "Add", assetKind: "user", actorName: "PBX synchronization" }, { action: "Add", assetKind: "user" }]);
});

test("GW-34 GW-35 GW-36 users without an address and with a shared one are counted, and each list has exactly those; with none there is nothing to warn of", async () => {
  await start();
  expect(await gatewayNow()).toMatchObject({ pbxUserCount: 5, withoutEmail: 1, sharedEmail: 2, isSyncing: false });
  expect(await listed("missing")).toEqual(["Front Desk"]);
  expect(await listed("shared")).toEqual(["Emil Hartung", "Otto Brenner"]);
  expect(await listed()).toHaveLength(5);
});

test("GW-40 GW-41 what is corrected on the PBX is in order with the next synchronization, at once by Sync Now", async () => {
  await start();
  await change("5", { email: "desk@pbx.example" });
  await change("4", { email: "emil.hartung@pbx.example" });
  await change("2", { lastName: "Albrecht-Roth", name: "Tom Albrecht-Roth", extension: "4199" });
  await gateways.ask("DELETE", `/_pbxs/${key}/users/1`);
  expect(await gatewayNow()).toMatchObject({ withoutEmail: 1, sharedEmail: 2 });
  await sync();
  expect(await gatewayNow()).toMatchObject({ pbxUserCount: 4, withoutEmail: 0, sharedEmail: 0 });
  expect([await listed("missing"), await listed("shared")]).toEqual([[], []]);
  expect((await users()).map(({ name, extension }) => `${name} ${extension}`)).toEqual(["Emil Hartung 4104", "Front Desk 4105", "Nora Kessler 4101", "Otto Brenner 4103", "Tom Albrecht-Roth 4199"]);
  expect((await eventsOf(id, "gateways.sync")).filter(({ action }) => action === "Edit")).toMatchObject([{ assetName: "Tom Albrecht-Roth", changes: expect.arrayContaining([{ property: "extension", before: "4102", after: "4199" }]) }]);
});

test("GW-33 somebody who is in the account by the same address is not added a second time, nor overwritten", async () => {
  const there = await aUser(partner, id, { firstName: "Nora", lastName: "K.", email: "nora.kessler@pbx.example" });
  await start();
  expect((await users()).map(({ name }) => name)).toEqual(["Tom Albrecht"]);
  expect(await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: id, id: there.id } } })).toMatchObject({ name: "Nora K.", origin: "portal", version: there.version });
  expect((await runOperation(findPbxUsers, { resolved: await partner.at(id), input: { search: "kessler" } })).items).toMatchObject([{ name: "Nora Kessler", imported: true }]);
});

test("GW-37 the schedule starts at 20 minutes, can be changed, and the automatic synchronization follows it", async () => {
  await start();
  const after = (minutes: number) => lastSync().then(({ connectedAt }) => new Date(connectedAt!.getTime() + minutes * MINUTE_MS));
  expect(await gatewayNow()).toMatchObject({ syncMinutes: 20 });
  await lookAfterGateways(await after(19));
  expect(await workOff(["gateways.sync"])).toBe(0);
  await lookAfterGateways(await after(21));
  await lookAfterGateways(await after(21));
  await change("5", { email: "desk@pbx.example" });
  expect(await workOff(["gateways.sync"])).toBe(1);
  expect(await gatewayNow()).toMatchObject({ withoutEmail: 0 });
  await runOperation(setSyncSchedule, { resolved: await partner.at(id), input: { minutes: 5 } });
  const { syncedAt, nextSyncAt } = await lastSync();
  expect(nextSyncAt!.getTime() - syncedAt!.getTime()).toBe(5 * MINUTE_MS);
  await lookAfterGateways(new Date(nextSyncAt!.getTime() + 1));
  expect(await workOff(["gateways.sync"])).toBe(1);
  for (const minutes of [0, 2.5, 5_000]) await expect(runOperation(setSyncSchedule, { resolved: await partner.at(id), input: { minutes } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "minutes" }] });
});

test("GW-08 a PBX that does not answer is said at the entry and to who asked; what was delivered before stays", async () => {
  await start();
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await sync();
  const fault = `Gateway ${serial} does not answer. Check its power and its network cable.`;
  expect(await gatewayNow()).toMatchObject({ syncFault: fault, isSyncing: false, pbxUserCount: 5 });
  expect(await entryIn(partner, id, "cloudlink_gateway")).toMatchObject({ state: { tone: "bad", message: fault } });
  const { actor } = await partner.at(null);
  const told = await database().prisma.notification.findMany({ where: { userId: (actor as { userId: string }).userId }, orderBy: { id: "asc" } });
  expect(told.map(({ status, title }) => `${status}: ${title}`).slice(-2)).toEqual(["completed: 5 users of MX-ONE Hamburg synchronized", "failed: The users of the PBX were not synchronized"]);
  await gateways.ask("PATCH", `/_appliances/${serial}`, { unplugged: false });
  await sync();
  expect(await gatewayNow()).toMatchObject({ syncFault: "" });
});

test("nothing is synchronized for a deactivated account", async () => {
  await start();
  await workOff(["gateways.check"]);
  await database().prisma.account.update({ where: { id }, data: { status: "deactivated" } });
  await lookAfterGateways(new Date(Date.now() + 60 * MINUTE_MS));
  expect(await workOff(["gateways.sync", "gateways.check"])).toBe(0);
});

test("three thousand users of a PBX come in in a few statements", async () => {
  await start([]);
  const people = Array.from({ length: 3_000 }, (_, index) => ({ id: `u${index}`, name: `User ${index}`, firstName: "User", lastName: String(index), extension: String(index), email: `u${index}@pbx.example`, did: "" }));
  const { prisma } = database();
  const emitted: number[] = [];
  const emit: Emit = async (events) => void emitted.push([events].flat().length);
  await storePbxUsers(prisma, id, people);
  expect(await addPbxUsers(prisma, id, new Date(), emit)).toBe(3_000);
  await storePbxUsers(prisma, id, people.slice(0, 2_000).map((person) => ({ ...person, name: `${person.name} anew` })));
  expect(await updatePbxUsers(prisma, id, new Date(), emit)).toBe(2_000);
  expect(emitted).toEqual([3_000, 2_000]);
  expect(await prisma.pbxUser.count({ where: { accountId: id } })).toBe(2_000);
});
