/** What a directory does with users, and what becomes of them in the portal. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { aPhone, manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aDirectory, aDirectoryUser, USER } from "#tests/builders/scim.ts";

const { prisma } = database();

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const directory = await aDirectory(partner, id);
  const stored = () => prisma.user.findMany({ where: { accountId: id }, orderBy: { id: "asc" }, include: { scim: true } });
  const add = async (fields: object = {}) => (await directory.ask("POST", "/Users", aDirectoryUser(fields))).body as Record<string, unknown> & { id: string; userName: string };
  return { partner, id, stored, add, ...directory };
}

const phone = (type: string, value: string) => ({ phoneNumbers: [{ type, value }] });

test("SCIMAPI-10 SCIMAPI-25 SCIMAPI-28 SCIMATTR-01 SCIMATTR-02 SCIMATTR-03 a user is made as sent, listed at once, and the history names SCIM", async () => {
  const { partner, id, ask, keys, stored } = await place();
  const user = aDirectoryUser({ ...phone("mobile", "+491701234567"), roles: [{ primary: "True", value: "Consultant" }] });
  const { status, headers, body } = await ask("POST", "/Users", user);
  expect(status).toBe(201);
  const { schemas: _, ...sent } = user;
  expect(body).toMatchObject({ ...sent, schemas: [USER], roles: [{ primary: true, value: "Consultant" }], meta: { resourceType: "User", created: expect.any(String), lastModified: expect.any(String), location: `${keys.tenantUrl}/Users/${String(body["id"])}` } });
  expect(headers.get("location")).toBe(`${keys.tenantUrl}/Users/${String(body["id"])}`);
  expect(await stored()).toMatchObject([{ id: body["id"], email: String(user["userName"]).toLowerCase(), name: user["displayName"], firstName: "Nora", mobileNumber: "+491701234567", origin: "scim", role: "user", welcomedAt: null, modifiedBy: "SCIM" }]);
  const listed = await runOperation(findUsers, { resolved: await partner.at(id), input: {} });
  expect(listed).toMatchObject({ items: [{ id: body["id"] }], figures: { users: 1 } });
  expect(await prisma.event.findMany({ where: { accountId: id, assetKind: "user" } })).toMatchObject([{ action: "Add", operation: "scim.add-user", actorName: "SCIM", actorRole: "scim", origin: "scim", assetId: body["id"] }]);
  expect(await prisma.mailMessage.count({ where: { accountId: id } })).toBe(0);
});

test.each([
  { row: "SCIMATTR-04", fields: { active: false } },
  { row: "SCIMATTR-05", fields: { externalId: "A-7 " } },
  { row: "SCIMATTR-06", fields: { emails: [{ type: "work", value: "nora.other@directory.example" }, { type: "other", value: "Home@Nora.example" }] } },
  { row: "SCIMATTR-07", fields: phone("mobile", "+491705550001") },
  { row: "SCIMATTR-08", fields: phone("work", "+494015550001") },
  { row: "SCIMATTR-09", fields: phone("other", "+494015550002") },
  { row: "SCIMATTR-10", fields: { roles: [{ primary: true, value: "Account Admin" }] } },
  { row: "every part of every address", fields: { addresses: [{ type: "work", formatted: "Quay 1, Hamburg", streetAddress: "Quay 1", locality: "Hamburg", region: "HH", postalCode: "20457", country: "DE" }, { type: "home", locality: "Kiel" }] } },
])("$row is taken and answered as it was sent", async ({ fields }) => {
  const { ask, add, stored } = await place();
  const { id } = await add(fields);
  expect((await ask("GET", `/Users/${id}`)).body).toMatchObject(fields);
  // Whatever role the directory names, nobody is given rights by it.
  expect(await stored()).toMatchObject([{ role: "user" }]);
});

test("SCIM-14 SCIMAPI-11 what another user of the account has is refused by its name, and nothing is changed", async () => {
  const { partner, id, ask, add, patch, stored } = await place();
  const first = await add({ phoneNumbers: [{ type: "mobile", value: "+491705550010" }, { type: "work", value: "+494015550010" }, { type: "other", value: "+494015550011" }] });
  const typed = await aUser(partner, id, { email: "typed@ballad.example" });
  await prisma.user.update({ where: { accountId_id: { accountId: id, id: typed.id } }, data: { mobileNumber: "+49 (170) 555-0012", loginId: "typed.login" } });
  const [withPhone] = await manyUsers(id, [{}]);
  await aPhone(id, withPhone!, "+494015550013");
  const before = await stored();
  const cases: [fields: object, named: string][] = [
    [{ userName: first.userName.toUpperCase() }, "userName"],
    [{ userName: "Typed@Ballad.example" }, "userName"],
    [{ userName: "typed.login" }, "userName"],
    [{ emails: [{ type: "work", value: first.userName }] }, "emails"],
    [{ emails: [{ type: "work", value: "TYPED@ballad.example" }] }, "emails"],
    [phone("work", "+491705550010"), "phoneNumbers"],
    [phone("mobile", "+494015550010"), "phoneNumbers"],
    [phone("other", "+494015550011"), "phoneNumbers"],
    [phone("mobile", "+491705550012"), "phoneNumbers"],
    [phone("work", "+494015550013"), "phoneNumbers"],
  ];
  for (const [fields, named] of cases) expect(await ask("POST", "/Users", aDirectoryUser(fields)), JSON.stringify(fields)).toMatchObject({ status: 409, body: { status: "409", scimType: "uniqueness", detail: expect.stringContaining(named) } });
  expect(await stored()).toEqual(before);
  const second = await add();
  const place2 = await stored();
  for (const [fields] of cases) expect(await patch(second.id, { op: "Replace", value: { ...fields, externalId: "changed" } }), JSON.stringify(fields)).toMatchObject({ status: 409, body: { scimType: "uniqueness" } });
  expect(await stored()).toEqual(place2);
});

test("of ten who come at once with one number, one is taken", async () => {
  const { ask, stored } = await place();
  const replies = await Promise.all(Array.from({ length: 10 }, () => ask("POST", "/Users", aDirectoryUser(phone("mobile", "+491705550020")))));
  expect(replies.map(({ status }) => status).toSorted()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  expect(await stored()).toHaveLength(1);
});

test("an inactive user keeps its numbers; the numbers of another account are free", async () => {
  const { ask, add, partner } = await place();
  await add({ ...phone("mobile", "+491705550030"), active: "False" });
  expect(await ask("POST", "/Users", aDirectoryUser(phone("work", "+491705550030")))).toMatchObject({ status: 409 });
  const other = await aDirectory(partner, (await anAccount(partner, { name: "Harbor Clinic" })).id);
  expect(await other.ask("POST", "/Users", aDirectoryUser(phone("work", "+491705550030")))).toMatchObject({ status: 201 });
});

test.each([
  { row: "SCIMAPI-12", fields: { userName: undefined }, named: "userName" },
  { row: "SCIMATTR-15", fields: phone("mobile", "0170 1234567"), named: "E.164" },
  { row: "SCIMATTR-17", fields: { emails: [{ type: "work", value: "nowhere" }] }, named: "valid e-mail address" },
])("$row $named: what no user can be made of is refused with 400", async ({ fields, named }) => {
  const { ask, stored } = await place();
  expect(await ask("POST", "/Users", aDirectoryUser(fields))).toMatchObject({ status: 400, body: { status: "400", scimType: "invalidValue", detail: expect.stringContaining(named) } });
  expect(await stored()).toEqual([]);
});

test("SCIMAPI-13 all operations of a request take effect or none; the event says what changed", async () => {
  const { id, ask, add, patch } = await place();
  const user = await add();
  expect(await patch(user.id, { op: "Replace", path: "displayName", value: "Half" }, { op: "Add", path: 'phoneNumbers[type eq "work"].value', value: "123" })).toMatchObject({ status: 400 });
  expect((await ask("GET", `/Users/${user.id}`)).body).toEqual(user);
  expect(await patch(user.id, { op: "Replace", path: "displayName", value: "Whole" }, { op: "Add", path: 'phoneNumbers[type eq "work"].value', value: "+494015550040" })).toMatchObject({ status: 200, body: { displayName: "Whole" } });
  expect(await patch(user.id, { op: "Remove", path: "phoneNumbers" })).toMatchObject({ status: 200 });
  const events = await prisma.event.findMany({ where: { accountId: id, operation: "scim.patch-user" }, orderBy: { id: "asc" } });
  expect(events).toMatchObject([
    { action: "Edit", actorName: "SCIM", changes: [{ property: "displayName", before: user["displayName"], after: "Whole" }, { property: "phoneNumbers", before: null, after: [{ type: "work", value: "+494015550040" }] }] },
    { changes: [{ property: "phoneNumbers", after: null }] },
  ]);
  expect(await patch(user.id, { op: "Replace", path: "displayName", value: "Whole" })).toMatchObject({ status: 200 });
  expect(await prisma.event.count({ where: { accountId: id, operation: "scim.patch-user" } })).toBe(2);
});

test("SCIMAPI-19 a user is replaced as a whole", async () => {
  const { ask, add, stored } = await place();
  const user = await add({ ...phone("mobile", "+491705550050"), roles: [{ value: "Lead" }] });
  const { body } = await ask("PUT", `/Users/${user.id}`, { schemas: [USER], userName: user.userName, name: { givenName: "Nora", familyName: "Holm" }, emails: [{ type: "work", value: "nora.holm@directory.example" }] });
  expect(body).toMatchObject({ id: user.id, active: true, name: { givenName: "Nora", familyName: "Holm" } });
  for (const name of ["displayName", "phoneNumbers", "roles", "externalId"]) expect(body).not.toHaveProperty(name);
  expect(await stored()).toMatchObject([{ name: "Nora Holm", mobileNumber: "", email: "nora.holm@directory.example", scim: { numbers: [] } }]);
  expect(await ask("PUT", `/Users/${user.id}`, { userName: user.userName })).toMatchObject({ status: 400, body: { scimType: "invalidValue" } });
});

test("SCIMAPI-26 a user who is there already is found by user name and taken over, with what was typed here", async () => {
  const { partner, id, ask, patch, stored } = await place();
  const ada = await aUser(partner, id, { email: "ada@ballad.example", accountAdmin: true });
  await prisma.user.update({ where: { accountId_id: { accountId: id, id: ada.id } }, data: { mobileNumber: "0170 999" } });
  const { body } = await ask("GET", `/Users?filter=${encodeURIComponent('userName eq "ADA@ballad.example"')}`);
  expect(body).toMatchObject({ totalResults: 1, Resources: [{ id: ada.id, userName: "ada@ballad.example", active: true, name: { givenName: "Ada", familyName: "Brandt" } }] });
  expect(await patch(ada.id, { op: "Add", path: "externalId", value: "7" }, { op: "Replace", path: "userName", value: "Ada.UPN@directory.example" })).toMatchObject({ status: 200 });
  expect(await stored()).toMatchObject([{ id: ada.id, origin: "scim", role: "account_admin", mobileNumber: "0170 999", firstName: "Ada", email: "ada@ballad.example", scim: { userNameKey: "ada.upn@directory.example" } }]);
  expect(await ask("POST", "/Users", aDirectoryUser({ userName: "ada@ballad.example" }))).toMatchObject({ status: 201 });
});

test("USER-45 what was changed in the portal is overwritten when the directory sends the user again", async () => {
  const { id, add, patch, stored } = await place();
  const user = await add();
  await prisma.user.update({ where: { accountId_id: { accountId: id, id: user.id } }, data: { lastName: "Typed", name: "Typed here" } });
  await patch(user.id, { op: "Replace", path: "externalId", value: "again" });
  expect(await stored()).toMatchObject([{ name: user["displayName"], lastName: (user["name"] as { familyName: string }).familyName }]);
  const event = await prisma.event.findFirstOrThrow({ where: { accountId: id, operation: "scim.patch-user" } });
  expect(event.changes).toEqual(expect.arrayContaining([expect.objectContaining({ property: "lastName", before: "Typed" })]));
});

test("USER-44 USER-46 in the portal such a user can only be read, with all that the directory has sent", async () => {
  const { partner, id, add } = await place();
  const { id: userId, userName } = await add(phone("work", "+494015550060"));
  const user = await runOperation(getUser, { resolved: await partner.at(id), input: { userId } });
  expect(user).toMatchObject({ lockedFields: ["firstName", "lastName", "name", "email", "mobileNumber"], directory: { lines: expect.arrayContaining([{ name: "userName", value: userName }, { name: 'phoneNumbers[type eq "work"].value', value: "+494015550060" }]) } });
  await expect(runOperation(updateUser, { resolved: await partner.at(id), input: { userId, version: user.version, lastName: "Typed" } })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "lastName" }] });
  const typed = await aUser(partner, id);
  expect(await runOperation(getUser, { resolved: await partner.at(id), input: { userId: typed.id } })).toMatchObject({ directory: null });
});
