import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { deleteNotification, findNotifications } from "#lib/notifications/notifications.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function aPersonWithABell() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id);
  return { partner, admin, to: { accountId: account.id, userId: admin.user.id } };
}

const listOf = async (person: SignedIn) => runOperation(findNotifications, { resolved: await person.at(null), input: {} });

test("gives the latest first, each with its status, and how many there are in all", async () => {
  const { admin, to } = await aPersonWithABell();
  const { prisma } = database();
  for (let index = 0; index < 55; index += 1) {
    await notificationWriter(prisma, new Date(Date.UTC(2026, 10, 20, 9, index)))({ to, status: index % 2 === 0 ? "completed" : "failed", title: `Task ${index}` });
  }
  const { items, total } = await listOf(admin);
  expect(total).toBe(55);
  expect(items).toHaveLength(50);
  expect(items.slice(0, 2)).toMatchObject([{ title: "Task 54", status: "completed" }, { title: "Task 53", status: "failed" }]);
});

test("NOTIF-08 a deleted notification does not come back; the others stay", async () => {
  const { admin, to } = await aPersonWithABell();
  const notify = notificationWriter(database().prisma, new Date());
  await notify({ to, status: "completed", title: "One" });
  await notify({ to, status: "completed", title: "Two" });
  const one = (await listOf(admin)).items.find(({ title }) => title === "One")!;
  await runOperation(deleteNotification, { resolved: await admin.at(null), input: { notificationId: one.id } });
  expect((await listOf(admin)).items.map(({ title }) => title)).toEqual(["Two"]);
});

test("a notification is its person's alone: nobody else sees it or deletes it", async () => {
  const { partner, admin, to } = await aPersonWithABell();
  await notificationWriter(database().prisma, new Date())({ to, status: "completed", title: "Private" });
  const [mine] = (await listOf(admin)).items;
  expect((await listOf(partner)).items.map(({ title }) => title)).not.toContain("Private");
  await runOperation(deleteNotification, { resolved: await partner.at(null), input: { notificationId: mine!.id } });
  await runOperation(deleteNotification, { resolved: await admin.at(null), input: { notificationId: newId() } });
  expect((await listOf(admin)).total).toBe(1);
});

test("the whole information of a failure is kept with its notification", async () => {
  const { admin, to } = await aPersonWithABell();
  await notificationWriter(database().prisma, new Date())({ to, status: "failed", title: "Import", body: "2 failed.", details: { "row 3": "no such number", nested: { code: 550 } } });
  expect((await listOf(admin)).items).toMatchObject([{ status: "failed", details: { "row 3": "no such number", nested: { code: 550 } } }]);
});
