/** SMS numbers of many users at once. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { changeNumbers } from "#lib/sms-numbers/change-numbers.ts";
import { countNumbers } from "#lib/sms-numbers/count-numbers.ts";
import type { NumberChange } from "#lib/sms-numbers/schemas.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { anAccountWithNumbers, startTestTwilio, switchUserNumbers } from "#tests/builders/twilio.ts";
import type { TestTwilio } from "#tests/builders/twilio.ts";

let twilio: TestTwilio;
beforeAll(async () => {
  twilio = await startTestTwilio();
});
afterAll(() => twilio.close());

const some = (ids: readonly string[]) => ({ mode: "some" as const, ids: [...ids] });
const ALL = { mode: "all" as const, filter: {} };
const change = async (person: SignedIn, id: string, selection: object, wanted: NumberChange["change"]) => runOperation(changeNumbers, { resolved: await person.at(id), input: { selection, change: wanted } });
const count = async (person: SignedIn, id: string, selection: object) => runOperation(countNumbers, { resolved: await person.at(id), input: { selection } });
const held = async (id: string) => new Map((await database().prisma.user.findMany({ where: { accountId: id, smsNumber: { not: null } }, select: { id: true, smsNumber: true } })).map((user) => [user.id, user.smsNumber!]));

test("USER-79 Assign all gives each selected user a number of their own and replaces what they had; Unassign all takes them", async () => {
  const { admin, partner, id, numbers } = await anAccountWithNumbers(twilio, 6);
  const users = await manyUsers(id, [{ smsNumber: numbers[0]! }, {}, {}, {}]);
  expect(await change(admin, id, some(users.slice(0, 3)), "assign_all")).toMatchObject({ done: 3, skipped: [], inBackground: 0 });
  const after = await held(id);
  expect([...after.keys()].toSorted()).toEqual(users.slice(0, 3).toSorted());
  expect(new Set(after.values()).size).toBe(3);
  expect(after.get(users[0]!)).not.toBe(numbers[0]);
  const events = await eventsOf(id, "sms-numbers.change");
  expect(events).toHaveLength(3);
  expect(events.find(({ assetId }) => assetId === users[0])).toMatchObject({ action: "Edit", assetKind: "user", changes: [{ property: "smsNumber", before: numbers[0], after: after.get(users[0]!) }] });
  expect(events.find(({ assetId }) => assetId === users[1])).toMatchObject({ action: "Assign", actorName: "Ada Brandt" });
  const told = await database().prisma.notification.findMany({ where: { accountId: id, title: "SMS numbers of users" } });
  expect(told).toMatchObject([{ body: "3 changed." }]);
  expect(await change(partner, id, some(users), "unassign_all")).toMatchObject({ done: 3 });
  expect((await held(id)).size).toBe(0);
  expect((await eventsOf(id, "sms-numbers.change")).filter(({ action }) => action === "Unassign")).toHaveLength(3);
});

test("USER-80 OP1-34 with too few numbers nobody gets any, and the sentence says how many there are; those that the selected have count", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 3);
  const users = await manyUsers(id, [{ smsNumber: numbers[0]! }, { smsNumber: numbers[1]! }, {}, {}]);
  expect(await count(partner, id, some(users))).toEqual({ users: 4, available: 3, held: 2 });
  await expect(change(partner, id, some(users), "assign_all")).rejects.toMatchObject({ code: "conflict", message: "Not enough SMS numbers: 4 users selected, 3 numbers available" });
  expect((await held(id)).size).toBe(2);
  expect(await eventsOf(id, "sms-numbers.change")).toEqual([]);
  // The number of somebody who is not selected does not count.
  expect(await count(partner, id, some(users.slice(1)))).toEqual({ users: 3, available: 2, held: 1 });
  expect(await change(partner, id, some(users.slice(0, 3)), "assign_all")).toMatchObject({ inBackground: 0 });
  expect(new Set((await held(id)).values())).toEqual(new Set(numbers));
});

test("two who assign at once never give one number to two users", async () => {
  const { partner, admin, id, numbers } = await anAccountWithNumbers(twilio, 30);
  const users = await manyUsers(id, Array.from({ length: 40 }, () => ({})));
  const halves = [users.slice(0, 20), users.slice(20), users.slice(10, 30)];
  const one = async (userId: string, smsNumber: string) => runOperation(updateUser, { resolved: await partner.at(id), input: { userId, version: 1, smsNumber } });
  const answers = await Promise.allSettled([...halves.map((ids, index) => change(index % 2 === 0 ? partner : admin, id, some(ids), "assign_all")), one(users[39]!, numbers[29]!), one(users[0]!, numbers[0]!)]);
  for (const answer of answers) if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "conflict" });
  const after = [...(await held(id)).values()];
  expect(after.length).toBeGreaterThanOrEqual(20);
  expect(new Set(after).size).toBe(after.length);
});

test("a long list is a job, for all or for none, with what became of each", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 1_100);
  const users = await manyUsers(id, Array.from({ length: 1_050 }, () => ({})));
  const { bulkJobId, inBackground } = await change(partner, id, some(users), "assign_all");
  expect(inBackground).toBe(1_050);
  // Meanwhile there are too few: the job leaves everybody out, and says why.
  const { prisma } = database();
  await prisma.smsNumber.updateMany({ where: { accountId: id, number: { in: numbers.slice(0, 100) } }, data: { goneAt: new Date() } });
  await workOff(["users.bulk"]);
  const results = (jobId: string | null) => prisma.bulkJobResult.groupBy({ by: ["outcome", "reason"], where: { accountId: id, bulkJobId: jobId! }, _count: true });
  expect(await results(bulkJobId)).toMatchObject([{ outcome: "left_out", reason: "Not enough SMS numbers: 1050 users selected, 1000 numbers available", _count: 1_050 }]);
  expect((await held(id)).size).toBe(0);
  await prisma.smsNumber.updateMany({ where: { accountId: id }, data: { goneAt: null } });
  const again = await change(partner, id, some(users), "assign_all");
  await workOff(["users.bulk"]);
  expect(await results(again.bulkJobId)).toMatchObject([{ outcome: "done", _count: 1_050 }]);
  expect(new Set((await held(id)).values()).size).toBe(1_050);
  expect(await eventsOf(id, "sms-numbers.change")).toHaveLength(1_050);
});

test("refused to who may not edit users, in another account, and while User Numbers is off", async () => {
  const { partner, id, numbers } = await anAccountWithNumbers(twilio, 2);
  const users = await manyUsers(id, [{}]);
  const plain = await aSignedInUser(partner, id, "user");
  await expect(change(plain, id, some(users), "assign_all")).rejects.toMatchObject({ code: "forbidden" });
  const other = await anAccountWithNumbers(twilio, 1);
  await expect(change(other.admin, id, some(users), "assign_all")).rejects.toMatchObject({ code: "not_found" });
  expect(await change(other.partner, other.id, some(users), "assign_all")).toMatchObject({ done: 0 });
  await switchUserNumbers(partner, id, false);
  await expect(change(partner, id, ALL, "assign_all")).rejects.toMatchObject({ code: "not_found" });
  expect(await held(id)).toEqual(new Map());
  expect(numbers).toHaveLength(2);
});

test("a job that comes to its users after Twilio was removed leaves them out", async () => {
  const { partner, id } = await anAccountWithNumbers(twilio, 1_001);
  await manyUsers(id, Array.from({ length: 1_001 - 1 }, () => ({})));
  const { bulkJobId } = await change(partner, id, ALL, "assign_all");
  await removeFrom(partner, id, "twilio");
  await workOff(["users.bulk"]);
  const results = await database().prisma.bulkJobResult.groupBy({ by: ["outcome"], where: { accountId: id, bulkJobId: bulkJobId! }, _count: true });
  expect(results).toMatchObject([{ outcome: "left_out", _count: 1_001 }]);
});
