/** SMS numbers of single users: given, shown, searched for, and freed. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { findNumberChoices } from "#lib/sms-numbers/find-number-choices.ts";
import { findSmsNumbers } from "#lib/sms-numbers/find-sms-numbers.ts";
import { refreshSmsNumbers } from "#lib/sms-numbers/refresh.ts";
import { addUser } from "#lib/users/add-user.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { addTo, removeFrom } from "#tests/builders/integrations.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { anAccountWithNumbers, startTestTwilio, switchUserNumbers } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
beforeAll(async () => {
  twilio = await startTestTwilio();
});
afterAll(() => twilio.close());

const add = async (person: SignedIn, id: string, fields: object = {}) => runOperation(addUser, { resolved: await person.at(id), input: { firstName: "Eva", lastName: "Holm", email: `${crypto.randomUUID()}@ballad.example`, ...fields } });
const get = async (person: SignedIn, id: string, userId: string) => runOperation(getUser, { resolved: await person.at(id), input: { userId } });
const give = async (person: SignedIn, id: string, userId: string, smsNumber: string) => runOperation(updateUser, { resolved: await person.at(id), input: { userId, version: (await get(person, id, userId)).version, smsNumber } });
const find = async (person: SignedIn, id: string, input: object) => runOperation(findUsers, { resolved: await person.at(id), input });
const choices = async (person: SignedIn, id: string, search = "") => (await runOperation(findNumberChoices, { resolved: await person.at(id), input: { search } })).items.map(({ number }) => number);

const IN_USE = "One or more of the attribute values are already in use";

test("a number is given with a new user and changed later, with events, and taken back", async () => {
  const { partner, admin, id, numbers } = await anAccountWithNumbers(twilio, 3);
  const user = await add(admin, id, { smsNumber: numbers[0] });
  expect(user.smsNumber).toBe(numbers[0]);
  expect((await give(partner, id, user.id, numbers[1]!)).smsNumber).toBe(numbers[1]);
  expect((await give(admin, id, user.id, "")).smsNumber).toBe("");
  expect((await eventsOf(id, "users.add")).find(({ assetId }) => assetId === user.id)).toMatchObject({ changes: expect.arrayContaining([{ property: "smsNumber", before: null, after: numbers[0] }]) });
  const changes = (await eventsOf(id, "users.update")).map((event) => event.changes);
  expect(changes).toEqual(expect.arrayContaining([[{ property: "smsNumber", before: numbers[0], after: numbers[1] }], [{ property: "smsNumber", before: numbers[1], after: "" }]]));
});

test("USER-23 a number can be given only while Twilio is set up and its option User Numbers is on", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 2, { userNumbers: false });
  const refused = { code: "invalid", fields: [{ path: "smsNumber" }] };
  const user = await add(partner, id);
  await expect(give(partner, id, user.id, numbers[0]!)).rejects.toMatchObject(refused);
  await expect(add(partner, id, { smsNumber: numbers[0] })).rejects.toMatchObject(refused);
  await expect(choices(partner, id)).rejects.toMatchObject({ code: "not_found" });
  await switchUserNumbers(partner, id, true);
  expect(await choices(partner, id)).toEqual(numbers);
  expect((await give(partner, id, user.id, numbers[0]!)).smsNumber).toBe(numbers[0]);
  await switchUserNumbers(partner, id, false);
  await expect(give(partner, id, user.id, numbers[1]!)).rejects.toMatchObject(refused);

  const without = (await anAccount(partner, { name: "Harbor Clinic" })).id;
  await addTo(partner, without, "twilio");
  await switchUserNumbers(partner, without, true);
  await expect(add(partner, without, { smsNumber: numbers[1] })).rejects.toMatchObject(refused);
});

test("USER-22 the choices are numbers that nobody has, found by part of the number however it is spaced", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 60);
  const user = await add(partner, id);
  await give(partner, id, user.id, numbers[0]!);
  expect(await choices(partner, id)).toEqual(numbers.slice(1, 51));
  const tail = numbers[57]!.slice(-5);
  expect(await choices(partner, id, `${tail.slice(0, 2)} ${tail.slice(2)}`)).toEqual([numbers[57]]);
  expect(await choices(partner, id, numbers[0])).toEqual([]);
});

test("refused: a number of another user, one that there is not, one of another account, and by a person who may not", async () => {
  const { partner, admin, id, numbers } = await anAccountWithNumbers(twilio, 2);
  const other = await anAccountWithNumbers(twilio, 1);
  const [first, second] = [await add(partner, id), await add(partner, id)];
  await give(partner, id, first.id, numbers[0]!);
  await expect(give(partner, id, second.id, numbers[0]!)).rejects.toMatchObject({ code: "conflict", message: IN_USE, fields: [{ path: "smsNumber" }] });
  await expect(add(partner, id, { smsNumber: numbers[0] })).rejects.toMatchObject({ code: "conflict" });
  for (const number of [other.numbers[0]!, "+4930999"]) await expect(give(admin, id, second.id, number)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "smsNumber" }] });
  await expect(give(admin, id, second.id, "030 1234")).rejects.toMatchObject({ code: "invalid" });
  await expect(give(other.admin, id, second.id, numbers[1]!)).rejects.toMatchObject({ code: "not_found" });
  const plain = await aSignedInUser(partner, id, "user");
  await expect(plain.at(id).then((resolved) => runOperation(updateUser, { resolved, input: { userId: second.id, version: 1, smsNumber: numbers[1] } }))).rejects.toMatchObject({ code: "forbidden" });
  expect((await get(partner, id, second.id)).smsNumber).toBe("");
  expect(await eventsOf(id, "users.update")).toHaveLength(1);
});

test("two who give one number to two users at once: one of them gets it", async () => {
  const { partner, admin, id, numbers } = await anAccountWithNumbers(twilio, 1);
  const users = await manyUsers(id, Array.from({ length: 8 }, () => ({})));
  const answers = await Promise.allSettled(users.map((userId, index) => give(index % 2 === 0 ? partner : admin, id, userId, numbers[0]!)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "conflict" });
  expect(await database().prisma.user.count({ where: { accountId: id, smsNumber: numbers[0]! } })).toBe(1);
});

test("the database itself keeps a number with one user, and off the pool of nobody", async () => {
  const { id, numbers } = await anAccountWithNumbers(twilio, 1);
  const users = await manyUsers(id, [{}, {}]);
  const { prisma } = database();
  const set = (userId: string, smsNumber: string) => prisma.user.update({ where: { accountId_id: { accountId: id, id: userId } }, data: { smsNumber } });
  await set(users[0]!, numbers[0]!);
  await expect(set(users[1]!, numbers[0]!)).rejects.toMatchObject({ code: "P2002" });
  await expect(set(users[1]!, "+4930999")).rejects.toMatchObject({ code: "P2003" });
});

test("USER-35 the filter lists only who has the number, however it was typed", async () => {
  const { partner, admin, id, numbers } = await anAccountWithNumbers(twilio, 2);
  const user = await add(partner, id, { smsNumber: numbers[0] });
  await add(partner, id, { smsNumber: numbers[1] });
  const [digits] = numbers.map((number) => number.slice(1));
  for (const typed of [numbers[0]!, digits!, `00${digits}`, `+${digits!.slice(0, 2)} (${digits!.slice(2, 4)}) ${digits!.slice(4)}`]) {
    expect(await find(admin, id, { smsNumber: typed }), typed).toMatchObject({ total: 1, items: [{ id: user.id }] });
  }
  for (const typed of [digits!.slice(0, 6), "abc"]) expect((await find(partner, id, { smsNumber: typed })).total, typed).toBe(0);
});

test("USER-12 USER-36 USER-37 the list is not sorted by SMS number, and the filter goes with neither a search nor a property", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 1);
  await expect(find(partner, id, { sort: "smsNumber" })).rejects.toMatchObject({ code: "invalid" });
  await expect(find(partner, id, { smsNumber: numbers[0], search: "ada" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "smsNumber" }] });
  await expect(find(partner, id, { smsNumber: numbers[0], property: "admins" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "smsNumber" }] });
});

test("a number is free again when its user is deleted, also who stays listed for another system, and the events tell of it", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 2);
  const user = await add(partner, id, { smsNumber: numbers[0] });
  const [connected] = await manyUsers(id, [{ origin: "pbx", smsNumber: numbers[1]! }]);
  expect(await choices(partner, id)).toEqual([]);
  await runOperation(deleteUsers, { resolved: await partner.at(id), input: { selection: { mode: "some", ids: [user.id, connected] } } });
  expect(await choices(partner, id)).toEqual(numbers);
  expect(await get(partner, id, connected!)).toMatchObject({ inactive: true, smsNumber: "" });
  const told = (await eventsOf(id, "users.delete")).map(({ changes }) => changes);
  for (const number of numbers) expect(told).toContainEqual(expect.arrayContaining([{ property: "smsNumber", before: number, after: null }]));
});

test("removing Twilio takes the numbers from all users, each with an event", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 3);
  const users = [await add(partner, id, { smsNumber: numbers[0] }), await add(partner, id, { smsNumber: numbers[1] })];
  await removeFrom(partner, id, "twilio");
  for (const user of users) expect((await get(partner, id, user.id)).smsNumber).toBe("");
  const { prisma } = database();
  expect(await prisma.smsNumber.count({ where: { accountId: id } })).toBe(0);
  const told = await eventsOf(id, "integrations.remove");
  expect(told.filter(({ assetKind }) => assetKind === "user").map(({ assetId, action }) => [assetId, action]).toSorted()).toEqual(users.map((user) => [user.id, "Unassign"]).toSorted());
  expect(told.find(({ action }) => action === "Delete")).toMatchObject({ assetId: "twilio", details: { smsNumbers: 3, users: 2 } });
});

test("a number that is gone at Twilio stays with its user and is shown as such, until it is back or taken", async () => {
  const { partner, id, numbers, customer } = await anAccountWithNumbers(twilio, 2);
  const user = await add(partner, id, { smsNumber: numbers[0] });
  const refresh = async () => runOperation(refreshSmsNumbers, { resolved: await partner.at(id), input: {} });
  const listed = async (input: object = {}) => runOperation(findSmsNumbers, { resolved: await partner.at(id), input });
  await twilio.release(customer, numbers[0]!);
  expect(await refresh()).toMatchObject({ gone: 1 });
  expect(await get(partner, id, user.id)).toMatchObject({ smsNumber: numbers[0], smsNumberGone: true });
  expect((await listed({ state: "gone" })).items).toMatchObject([{ number: numbers[0], userId: user.id, userName: "Eva Holm" }]);
  expect((await listed()).items.map(({ state }) => state)).toEqual(["gone", "free"]);
  await twilio.buy(customer, numbers[0]!);
  expect(await refresh()).toMatchObject({ added: 1 });
  expect(await get(partner, id, user.id)).toMatchObject({ smsNumberGone: false });
  await twilio.release(customer, numbers[0]!);
  await refresh();
  await give(partner, id, user.id, "");
  await expect(give(partner, id, user.id, numbers[0]!)).rejects.toMatchObject({ code: "invalid" });
  await refresh();
  expect((await listed()).items.map(({ number }) => number)).toEqual([numbers[1]]);
});

test("who may see integrations but no users is not told who has a number", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 1);
  await add(partner, id, { smsNumber: numbers[0] });
  const { actor, account } = await partner.at(id);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  const grants = new Set([...actor.grants].filter((grant) => !grant.startsWith("users.")));
  const { items } = await runOperation(findSmsNumbers, { resolved: { actor: { ...actor, grants }, account }, input: {} });
  expect(items).toMatchObject([{ number: numbers[0], state: "user", userId: null, userName: null }]);
});
