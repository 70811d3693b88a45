import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addUser } from "#lib/users/add-user.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { countQueries } from "#tests/builders/count-queries.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

async function anAccountInView(name?: string) {
  const partner = await aPartner();
  const account = await anAccount(partner, name ? { name } : {});
  const resolved = await partner.at(account.id);
  const find = async (input: object = {}) => runOperation(findUsers, { resolved: await partner.at(account.id), input });
  const names = async (input: object) => (await find(input)).items.map((user) => user.name);
  return { partner, account, resolved, find, names };
}

test("USER-03 lists the users of the account in view, the partner account included, and of no other", async () => {
  const { partner, account, find } = await anAccountInView();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  const ada = await aUser(partner, account.id);
  await aUser(partner, other.id, { firstName: "Zoë" });
  expect((await find()).items.map(({ id }) => id)).toEqual([ada.id]);
  const own = await runOperation(findUsers, { resolved: await partner.at(partner.accountId), input: {} });
  expect(own.items).toMatchObject([{ name: "Mara Lindqvist", role: "partner" }]);
});

test("pains 39: another partner's account and one that does not exist are both not there; a user may not see the list", async () => {
  const { partner, account } = await anAccountInView();
  const stranger = await aPartner();
  for (const id of [account.id, newId()]) {
    await expect(runOperation(findUsers, { resolved: await stranger.at(id), input: {} })).rejects.toMatchObject({ code: "not_found", message: "The account was not found." });
  }
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(runOperation(findUsers, { resolved: await user.at(account.id), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  await expect(runOperation(findUsers, { resolved: await admin.at(account.id), input: {} })).resolves.toMatchObject({ total: 2 });
});

test("USER-38 finds part of a name, an address or a number, whatever the case", async () => {
  const { account, names } = await anAccountInView();
  await manyUsers(account.id, [
    { name: "Benoît Carrel", email: "benoit@ballad.example", extension: "2202" },
    { name: "Dana Ortiz", email: "dortiz@ballad.example", extension: "2241" },
  ]);
  expect(await names({ search: "noît c" })).toEqual(["Benoît Carrel"]);
  expect(await names({ search: "BENOÎT" })).toEqual(["Benoît Carrel"]);
  expect(await names({ search: "dortiz@" })).toEqual(["Dana Ortiz"]);
  expect(await names({ search: "224" })).toEqual(["Dana Ortiz"]);
  expect(await names({ search: "22" })).toEqual(["Benoît Carrel", "Dana Ortiz"]);
});

test("takes % and _ and backslashes of a search literally", async () => {
  const { account, names } = await anAccountInView();
  await manyUsers(account.id, [{ name: "100% Ada" }, { name: "snake_case" }, { name: String.raw`back\slash` }, { name: "Plain" }]);
  expect(await names({ search: "%" })).toEqual(["100% Ada"]);
  expect(await names({ search: "_" })).toEqual(["snake_case"]);
  expect(await names({ search: "e_c" })).toEqual(["snake_case"]);
  expect(await names({ search: "\\" })).toEqual([String.raw`back\slash`]);
  expect(await names({ search: "'; drop table users; --" })).toEqual([]);
});

test("a search with more hits than are gathered still pages through all of them, in order", async () => {
  const { account, find } = await anAccountInView();
  await manyUsers(account.id, Array.from({ length: 1_050 }, (_, index) => ({ name: `Same ${String(index).padStart(4, "0")}` })));
  const first = await find({ search: "same", size: 200 });
  expect(first).toMatchObject({ total: 1_000, totalIsExact: false });
  expect(first.items.map(({ name }) => name)).toEqual(Array.from({ length: 200 }, (_, index) => `Same ${String(index).padStart(4, "0")}`));
  const last = await find({ search: "same", size: 200, sort: "-name" });
  expect(last.items[0]!.name).toBe("Same 1049");
});

test("USER-30 USER-31 USER-32 the filter Property: admins, all users, registered and unregistered", async () => {
  const { partner, account, names } = await anAccountInView();
  await manyUsers(account.id, [{ name: "Admin", role: "account_admin" }, { name: "Registered", registeredAt: new Date() }, { name: "Unregistered" }]);
  expect(await names({ property: "admins" })).toEqual(["Admin"]);
  expect(await names({ property: "users" })).toEqual(["Admin", "Registered", "Unregistered"]);
  expect(await names({ property: "registered" })).toEqual(["Registered"]);
  expect(await names({ property: "unregistered" })).toEqual(["Admin", "Unregistered"]);
  const partners = await runOperation(findUsers, { resolved: await partner.at(partner.accountId), input: { property: "admins" } });
  expect(partners.total).toBe(1);
});

test("USER-33 the filter Property: where a user was made or is connected, and who is inactive", async () => {
  const { account, names } = await anAccountInView();
  await manyUsers(account.id, [
    { name: "From the PBX", origin: "pbx" },
    { name: "From MiCloud", origin: "micloud" },
    { name: "From IoT", origin: "iot" },
    { name: "Inactive", origin: "pbx", disabledAt: new Date() },
    { name: "Plain" },
  ]);
  expect(await names({ property: "pbx" })).toEqual(["From the PBX", "Inactive"]);
  expect(await names({ property: "micloud" })).toEqual(["From MiCloud"]);
  expect(await names({ property: "iot" })).toEqual(["From IoT"]);
  expect(await names({ property: "inactive" })).toEqual(["Inactive"]);
});

test("filters by the state of the services, with all that need attention as one choice", async () => {
  const { account, names } = await anAccountInView();
  await manyUsers(account.id, [{ name: "A none" }, { name: "B failed", servicesState: "failed" }, { name: "C differs", servicesState: "differs" }, { name: "D in sync", servicesState: "in_sync" }]);
  expect(await names({ services: "none" })).toEqual(["A none"]);
  expect(await names({ services: "in_sync" })).toEqual(["D in sync"]);
  expect(await names({ services: "attention" })).toEqual(["B failed", "C differs"]);
  expect(await names({ services: "attention", search: "differs" })).toEqual(["C differs"]);
});

test("the figures are those of the whole account, whatever the filter, and follow every change", async () => {
  const { partner, account, find } = await anAccountInView();
  const [first] = await manyUsers(account.id, [{ registeredAt: new Date() }, { registeredAt: new Date(), servicesState: "failed" }, { servicesState: "differs" }]);
  expect((await find({ property: "unregistered" })).figures).toEqual({ users: 3, registered: 2, attention: 2, attentionIsExact: true, products: [] });
  const admin = await aSignedInUser(partner, account.id);
  expect((await find({ search: "nobody" })).figures).toMatchObject({ users: 4, registered: 3 });
  await runOperation(deleteUsers, { resolved: await admin.at(account.id), input: { selection: { mode: "some", ids: [first] } } });
  expect((await find()).figures).toMatchObject({ users: 3, registered: 2 });
});

test("shows how far a run is, how many differences there are, and the license of the template", async () => {
  const { account, find } = await anAccountInView();
  const { prisma } = database();
  const templateId = newId();
  const serviceRoleId = newId();
  await prisma.template.create({ data: { accountId: account.id, id: templateId, label: "Agents", values: { user: { uccBundle: "UCC Entry User for Enterprise (V4.0)" } } } });
  await prisma.serviceRole.create({ data: { accountId: account.id, id: serviceRoleId, name: "Agents", templateId } });
  const [, differing, working] = await manyUsers(account.id, [{ name: "A" }, { name: "B", servicesState: "differs", serviceRoleId }, { name: "C", servicesState: "working" }]);
  const drift = { accountId: account.id, elementId: newId(), userId: differing!, difference: "missing", kind: "mivb.phone", message: "" };
  await prisma.drift.createMany({ data: [{ ...drift, id: newId(), key: "1" }, { ...drift, id: newId(), key: "2" }, { ...drift, id: newId(), key: "3", status: "repaired" }] });
  const planId = newId();
  await prisma.provisioningPlan.create({ data: { accountId: account.id, id: planId, purpose: "assign", status: "applying", title: "Agents", request: {}, createdById: newId(), createdByAccountId: newId(), createdByName: "Mara" } });
  await prisma.provisioningRun.create({ data: { accountId: account.id, id: newId(), planId, userId: working!, userName: "C", position: 0, status: "running", stepCount: 5, doneCount: 3 } });
  expect((await find()).items).toMatchObject([
    { services: "none", progress: null, differences: 0, licenses: [] },
    { services: "differs", differences: 2, licenses: ["MiVoice Business"], serviceRole: "Agents" },
    { services: "working", progress: { done: 3, of: 5 } },
  ]);
});

test("pains 14: a page takes the same two queries whatever it holds and however deep it lies", async () => {
  const { account, find, resolved } = await anAccountInView();
  await manyUsers(account.id, Array.from({ length: 60 }, (_, index) => ({ servicesState: index % 2 === 0 ? "differs" : "working" })));
  const first = await find({ size: 50 });
  const count = (input: object) => countQueries(() => runOperation(findUsers, { resolved, input }));
  expect(await count({ size: 1 })).toBe(2);
  expect(await count({ size: 50 })).toBe(2);
  expect(await count({ size: 50, after: first.next })).toBe(2);
  expect(await count({ size: 50, property: "unregistered" })).toBe(2);
  expect(await count({ size: 50, search: "user" })).toBe(2);
});

test("pains 17: what was added, changed or deleted is in the list at the next look", async () => {
  const { partner, account, resolved, names } = await anAccountInView();
  const input = { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example" };
  const ada = await runOperation(addUser, { resolved, input });
  expect(await names({ search: "ada br" })).toEqual(["Ada Brandt"]);
  await runOperation(updateUser, { resolved, input: { userId: ada.id, version: ada.version, name: "Ada Berg" } });
  expect(await names({ search: "ada b" })).toEqual(["Ada Berg"]);
  await runOperation(deleteUsers, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [ada.id] } } });
  expect(await names({})).toEqual([]);
});

test("says when a user was changed last, and who did it", async () => {
  const { resolved, find } = await anAccountInView();
  const ada = await runOperation(addUser, { resolved, input: { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example" } });
  await runOperation(updateUser, { resolved, input: { userId: ada.id, version: ada.version, mobileNumber: "+49 170 1234567" } });
  const [listed] = (await find()).items;
  expect(listed).toMatchObject({ modifiedBy: "Mara Lindqvist" });
  expect(new Date(listed!.modifiedAt).getTime()).toBeGreaterThan(new Date(ada.modifiedAt).getTime());
});
