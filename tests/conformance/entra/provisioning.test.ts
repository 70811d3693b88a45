/** The simulated Entra against the portal's door, over real HTTP: cycles, conflicts, people who leave. */
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { anEntra } from "#tests/builders/entra.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aDirectory, newKeys, serveScim } from "#tests/builders/scim.ts";

const { prisma } = database();
let door: Awaited<ReturnType<typeof serveScim>>;

beforeAll(async () => {
  door = await serveScim();
});
afterAll(() => door.close());

async function place(settings: Record<string, unknown> = {}) {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const { keys } = await aDirectory(partner, id);
  const tenantUrl = `${door.origin}${new URL(keys.tenantUrl).pathname}?aadOptscim062020`;
  const entra = await anEntra({ tenantUrl, secretToken: keys.secretToken, ...settings });
  onTestFinished(() => entra.close());
  const users = () => prisma.user.findMany({ where: { accountId: id }, orderBy: { email: "asc" }, include: { scim: true } });
  return { partner, id, keys, tenantUrl, entra, users };
}

const person = (name: string, fields: object = {}) => {
  const address = `${name.toLowerCase()}@directory.example`;
  return { userPrincipalName: address, displayName: `${name} Holm`, givenName: name, surname: "Holm", mail: address, jobTitle: "Lead", mailNickname: name, ...fields };
};

test("AADC-02 AADC-06 AADC-07 AADC-11 the initial cycle brings all who are assigned, and nobody else; the next one finds nothing to do", async () => {
  const { entra, users } = await place();
  await entra.add(person("Ada"));
  await entra.add(person("Bo"));
  await entra.add(person("Cai", { assigned: false }));
  expect(await entra.run("start")).toMatchObject({ kind: "initial", provisioned: 2, failed: 0 });
  expect(await users()).toMatchObject([{ name: "Ada Holm", email: "ada@directory.example", origin: "scim", scim: { externalId: "Ada" } }, { name: "Bo Holm" }]);
  expect(await entra.ask("GET", "/api/provisioning")).toMatchObject({ provisioning: "running", usersProvisioned: 2, lastCycle: { kind: "initial" }, nextCycleAt: expect.any(String) });
  expect(await entra.run("cycle")).toMatchObject({ kind: "incremental", provisioned: 0, failed: 0 });
  expect((await entra.log()).map(({ action }) => action)).toEqual(["Create", "Create"]);
});

test("AADC-07 SCIMAPI-26 who is in the account already is matched, not made a second time", async () => {
  const { partner, id, entra, users } = await place();
  const ada = await aUser(partner, id, { email: "ada@directory.example" });
  await entra.add(person("Ada"));
  await entra.run("start");
  expect(await users()).toMatchObject([{ id: ada.id, name: "Ada Holm", lastName: "Holm", origin: "scim" }]);
  expect(await entra.log()).toMatchObject([{ action: "Update", status: "Success" }]);
});

test("AADC-08 SCIMAPI-21 a cleared field, and a mapping that was removed, leave the portal as it is", async () => {
  const { entra, users } = await place();
  const ada = await entra.add(person("Ada", { mobile: "+491705550201" }));
  await entra.run("start");
  await entra.change(ada, { mobile: "", surname: "Brandt" });
  await entra.run("cycle");
  expect(await users()).toMatchObject([{ lastName: "Brandt", mobileNumber: "+491705550201" }]);
  const { userMappings } = await entra.ask<{ userMappings: { target: string }[] }>("GET", "/_settings");
  await entra.ask("PUT", "/_settings", { userMappings: userMappings.filter(({ target }) => target !== "name.familyName") });
  await entra.run("restart");
  expect(await users()).toMatchObject([{ lastName: "Brandt" }]);
});

test("AADC-09 disabled, deleted and unassigned people become inactive and come back; one deleted for good is deleted", async () => {
  const { entra, users } = await place();
  const ada = await entra.add(person("Ada"));
  await entra.run("start");
  for (const [away, back] of [[{ accountEnabled: false }, { accountEnabled: true }], [{ softDeleted: true }, { softDeleted: false }], [{ assigned: false }, { assigned: true }]]) {
    await entra.change(ada, away!);
    expect(await entra.run("cycle")).toMatchObject({ provisioned: 1, failed: 0 });
    expect(await users(), JSON.stringify(away)).toMatchObject([{ disabledAt: expect.any(Date) }]);
    await entra.change(ada, back!);
    await entra.run("cycle");
    expect(await users()).toMatchObject([{ disabledAt: null }]);
  }
  await entra.ask("DELETE", `/api/users/${ada.objectId}`);
  await entra.run("cycle");
  expect(await users()).toEqual([]);
});

test("CONFLICT-08 AADC-10 who failed for a number is brought by the next cycle once its holder is deleted", async () => {
  const { partner, id, entra, users } = await place();
  await entra.add(person("Ada", { mobile: "+491705550202" }));
  await entra.run("start");
  await entra.add(person("Bo", { mobile: "+491705550202" }));
  expect(await entra.run("cycle")).toMatchObject({ provisioned: 0, failed: 1 });
  expect((await entra.log())[0]).toMatchObject({ name: "Bo Holm", status: "Failure", detail: expect.stringContaining('409 uniqueness: The value of phoneNumbers[type eq "mobile"].value is already in use') });
  expect(await entra.run("cycle")).toMatchObject({ failed: 1 });
  expect(await entra.ask("GET", "/api/provisioning")).toMatchObject({ failedCycles: 2 });
  const [ada] = await users();
  await runOperation(deleteUsers, { resolved: await partner.at(id), input: { selection: { mode: "some", ids: [ada!.id] } } });
  expect(await entra.run("cycle")).toMatchObject({ provisioned: 1, failed: 0 });
  expect(await users()).toMatchObject([{ name: "Ada Holm", mobileNumber: "" }, { name: "Bo Holm", mobileNumber: "+491705550202" }]);
  expect(await entra.ask("GET", "/api/provisioning")).toMatchObject({ failedCycles: 0 });
});

test("AADC-05 groups are refused while they are on, and users come all the same; off, no group is sent", async () => {
  const { entra, users } = await place({ groupsEnabled: true });
  await entra.add(person("Ada"));
  expect(await entra.run("start")).toMatchObject({ provisioned: 1, failed: 0 });
  expect(await entra.log()).toMatchObject([{ action: "Create" }, { action: "Create group", status: "Failure", detail: expect.stringContaining("501: Groups are not supported") }]);
  await entra.ask("PUT", "/_settings", { groupsEnabled: false });
  await entra.run("restart");
  expect((await entra.log()).filter(({ action }) => action === "Create group")).toHaveLength(1);
  expect(await users()).toHaveLength(1);
});

test("USER-45 what was typed in the portal gives way to the source when provisioning starts anew", async () => {
  const { id, entra, users } = await place();
  await entra.add(person("Ada", { mobile: "+491705550203" }));
  await entra.run("start");
  const [ada] = await users();
  await prisma.user.update({ where: { accountId_id: { accountId: id, id: ada!.id } }, data: { firstName: "Typed", name: "Typed here", mobileNumber: "+491705559999" } });
  const everybody = await entra.people();
  await entra.change(everybody.find(({ displayName }) => displayName === "Ada Holm")!, { surname: "Brandt" });
  await entra.run("cycle");
  expect(await users()).toMatchObject([{ firstName: "Ada", name: "Ada Holm", lastName: "Brandt", mobileNumber: "+491705550203" }]);
});

test("AADC-12 one person on demand, at once; stopped, no cycle is due", async () => {
  const { entra, users } = await place();
  const ada = await entra.add(person("Ada"));
  await entra.add(person("Bo"));
  expect(await entra.ask("POST", "/api/on-demand", { objectId: ada.objectId })).toMatchObject({ kind: "on demand", provisioned: 1 });
  expect(await users()).toMatchObject([{ name: "Ada Holm" }]);
  await entra.run("start");
  await entra.ask("POST", "/api/provisioning/stop");
  expect(await entra.ask("GET", "/api/provisioning")).toMatchObject({ provisioning: "stopped", nextCycleAt: null, usersProvisioned: 2 });
  expect(await entra.run("restart")).toMatchObject({ kind: "initial" });
});

test("SCIMAPI-03 SCIM-09 Test Connection succeeds with the current keys only", async () => {
  const { partner, id, entra, tenantUrl, keys } = await place();
  const check = (given: object) => entra.ask<{ ok: boolean; message: string }>("POST", "/api/test-connection", { tenantUrl, secretToken: keys.secretToken, ...given });
  expect(await check({})).toMatchObject({ ok: true });
  for (const given of [{ secretToken: "wrong" }, { tenantUrl: tenantUrl.replace(id, partner.accountId) }, { tenantUrl: "http://127.0.0.1:1/x" }, { tenantUrl: "nowhere" }]) expect(await check(given), JSON.stringify(given)).toMatchObject({ ok: false, message: expect.stringContaining("invalid credentials") });
  const next = await newKeys(partner, id);
  expect(await check({})).toMatchObject({ ok: false, message: expect.stringContaining("401") });
  await entra.add(person("Ada"));
  expect(await entra.run("start")).toMatchObject({ failed: 1 });
  await entra.ask("PUT", "/_settings", { secretToken: next.secretToken });
  expect(await entra.run("cycle")).toMatchObject({ provisioned: 1, failed: 0 });
});

test("SCIMATTR-13 AADC-03 with the default mappings alone everybody fails for the missing address, in words that name it", async () => {
  const { entra, users } = await place();
  const { userMappings } = await entra.ask<{ userMappings: { target: string }[] }>("GET", "/_settings");
  await entra.ask("PUT", "/_settings", { userMappings: userMappings.filter(({ target }) => !target.startsWith("emails")) });
  await entra.add(person("Ada"));
  expect(await entra.run("start")).toMatchObject({ failed: 1 });
  expect((await entra.log())[0]).toMatchObject({ detail: '400 invalidValue: emails[type eq "work"].value is missing.' });
  await entra.ask("PUT", "/_settings", { userMappings });
  expect(await entra.run("cycle")).toMatchObject({ provisioned: 1 });
  expect((await users())[0]!.scim!.attributes).not.toHaveProperty("title");
});
