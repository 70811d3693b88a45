import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { aPhone, manyUsers } from "#tests/builders/many-users.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";

async function anAccountInView() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const remove = async (selection: object) => runOperation(deleteUsers, { resolved: await partner.at(account.id), input: { selection } });
  const names = async (input: object = {}) => (await runOperation(findUsers, { resolved: await partner.at(account.id), input })).items.map(({ name }) => name);
  return { partner, account, remove, names };
}

test("deletes the selected users, registered or not, and leaves an event for each (pains 43, 44)", async () => {
  const { partner, account, remove, names } = await anAccountInView();
  const ids = await manyUsers(account.id, [{ name: "Ada", registeredAt: new Date() }, { name: "Eva" }, { name: "Ida" }]);
  expect(await remove({ mode: "some", ids: ids.slice(0, 2) })).toEqual({ done: 2, skipped: [], inBackground: 0, bulkJobId: null });
  expect(await names()).toEqual(["Ida"]);
  const told = await database().prisma.notification.findMany({ where: { accountId: partner.accountId, title: "Users deleted" } });
  expect(told).toMatchObject([{ status: "completed", body: "2 deleted." }]);
  const events = await database().prisma.event.findMany({ where: { accountId: account.id, operation: "users.delete" }, orderBy: { assetName: "asc" } });
  expect(events).toMatchObject([
    { action: "Delete", assetId: ids[0], assetName: "Ada", actorName: "Mara Lindqvist", changes: [{ property: "email", after: null }] },
    { assetId: ids[1], assetName: "Eva" },
  ]);
});

test("pains 19: all that match but some also means the rows of pages nobody has looked at, and nobody else", async () => {
  const { account, remove, names } = await anAccountInView();
  const ids = await manyUsers(account.id, Array.from({ length: 300 }, (_, index) => ({ name: `${index % 2 === 0 ? "Night" : "Day"} ${String(index).padStart(3, "0")}` })));
  const result = await remove({ mode: "all", filter: { search: "night" }, except: [ids[0], ids[298]] });
  expect(result.done).toBe(148);
  expect(await names({ search: "night" })).toEqual(["Night 000", "Night 298"]);
  expect(await database().prisma.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({ userCount: 152 });
});

test("ids of another account in a selection mean nobody", async () => {
  const { partner, remove } = await anAccountInView();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  const foreign = await aUser(partner, other.id);
  expect(await remove({ mode: "some", ids: [foreign.id] })).toMatchObject({ done: 0 });
  expect(await database().prisma.user.count({ where: { accountId: other.id } })).toBe(1);
});

test("pains 24: who still has services on a phone system stays and is named; the others go", async () => {
  const { account, remove, names } = await anAccountInView();
  const [served, free] = await manyUsers(account.id, [{ name: "Served" }, { name: "Free" }]);
  await aPhone(account.id, served!);
  expect(await remove({ mode: "some", ids: [served, free] })).toEqual({
    done: 1,
    skipped: [{ reason: "Still has services on a phone system. Remove the services first.", count: 1, examples: ["Served"] }],
    inBackground: 0,
    bulkJobId: null,
  });
  expect(await names()).toEqual(["Served"]);
});

test("nobody deletes themselves, and their open session goes on", async () => {
  const { partner, account } = await anAccountInView();
  const admin = await aSignedInUser(partner, account.id);
  const result = await runOperation(deleteUsers, { resolved: await admin.at(account.id), input: { selection: { mode: "all", filter: {}, except: [] } } });
  expect(result).toMatchObject({ done: 0, skipped: [{ reason: "You can not delete yourself.", count: 1 }] });
  expect((await admin.at(account.id)).actor.kind).toBe("person");
});

test("a deleted user is signed out at the next click", async () => {
  const { partner, account, remove } = await anAccountInView();
  const { user, sessionToken } = await aSignedInUser(partner, account.id, "user");
  await remove({ mode: "some", ids: [user.id] });
  expect((await resolveActor({ sessionToken }, null)).actor.kind).toBe("anonymous");
});

test("USER-84 partners are not deleted, alone or among others", async () => {
  const { partner } = await anAccountInView();
  const all = runOperation(deleteUsers, { resolved: await partner.at(partner.accountId), input: { selection: { mode: "all", filter: {}, except: [] } } });
  await expect(all).rejects.toMatchObject({ code: "forbidden" });
  expect(await database().prisma.user.count({ where: { accountId: partner.accountId } })).toBe(1);
});

test("USER-85 a user from MiCloud Connect is not deleted", async () => {
  const { account, remove, names } = await anAccountInView();
  const ids = await manyUsers(account.id, [{ name: "Cloudy", origin: "micloud" }]);
  expect(await remove({ mode: "some", ids })).toMatchObject({ done: 0, skipped: [{ reason: "Users from MiCloud Connect can not be deleted here.", examples: ["Cloudy"] }] });
  expect(await names()).toEqual(["Cloudy"]);
});

test.each([{ row: "USER-86", origin: "pbx" }, { row: "USER-88", origin: "scim" }])("$row a user from another system ($origin) loses only the account here and stays listed", async ({ origin }) => {
  const { partner, account, remove } = await anAccountInView();
  await anIntegration(account.id, "azure_ad_sync");
  const { user, sessionToken } = await aSignedInUser(partner, account.id, "user");
  await database().prisma.user.updateMany({ where: { id: user.id }, data: { origin } });
  expect(await remove({ mode: "some", ids: [user.id] })).toMatchObject({ done: 1 });
  const listed = await runOperation(findUsers, { resolved: await partner.at(account.id), input: { property: "inactive" } });
  expect(listed.items).toMatchObject([{ id: user.id, registered: false, inactive: true, licenses: [] }]);
  expect(listed.figures).toMatchObject({ users: 1, registered: 0 });
  expect((await resolveActor({ sessionToken }, null)).actor.kind).toBe("anonymous");
});

test("USER-87 the welcome mail gives such a user an account again", async () => {
  const { partner, account } = await anAccountInView();
  const ids = await manyUsers(account.id, [{ origin: "pbx", disabledAt: new Date() }]);
  await runOperation(sendWelcomeMails, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids } } });
  expect((await runOperation(findUsers, { resolved: await partner.at(account.id), input: {} })).items).toMatchObject([{ inactive: false }]);
  expect(await database().prisma.mailMessage.count({ where: { accountId: account.id, userId: ids[0]!, kind: "welcome" } })).toBe(1);
});

test("very many are deleted by a job, set by set; a second run of it does nothing, and the bell tells of the end", async () => {
  const { account, remove, partner } = await anAccountInView();
  const ids = await manyUsers(account.id, Array.from({ length: 1_201 }, () => ({})));
  await aPhone(account.id, ids[700]!);
  expect(await remove({ mode: "all", filter: {}, except: [] })).toEqual({ done: 0, skipped: [], inBackground: 1_201, bulkJobId: expect.any(String) });
  // Who comes after the selection was made was not meant.
  await aUser(partner, account.id, { firstName: "Late" });
  const { prisma, pool } = database();
  const job = await prisma.bulkJob.findFirstOrThrow({ where: { accountId: account.id, kind: "delete_users" } });
  const { rows } = await pool.query("select 1 from jobs.job where name = 'users.bulk' and data->>'bulkJobId' = $1", [job.id]);
  expect(rows).toHaveLength(1);

  await Promise.all([workOffUsers({ accountId: account.id, bulkJobId: job.id }), workOffUsers({ accountId: account.id, bulkJobId: job.id })]);
  await workOffUsers({ accountId: account.id, bulkJobId: job.id });

  expect(await prisma.user.count({ where: { accountId: account.id } })).toBe(2);
  expect(await prisma.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({ userCount: 2 });
  expect(await prisma.bulkJob.findFirstOrThrow({ where: { id: job.id } })).toMatchObject({ status: "completed", done: 1_200, total: 1_200, position: 1_201 });
  expect(await prisma.event.count({ where: { accountId: account.id, operation: "users.delete", actorName: "Mara Lindqvist", correlationId: job.id } })).toBe(1_200);
  expect(await prisma.notification.findMany({ where: { accountId: partner.accountId, title: "Users deleted" } })).toMatchObject([{ status: "completed", body: "1200 deleted, 1 left out." }]);
});

test("pains 45: when the event can not be written nobody is deleted", async () => {
  const { account, remove } = await anAccountInView();
  const ids = await manyUsers(account.id, [{}]);
  const { pool, prisma } = database();
  await pool.query("create function no_events() returns trigger language plpgsql as $$ begin raise exception 'the disk of the history is full'; end $$");
  await pool.query("create trigger no_events before insert on events for each row execute function no_events()");
  try {
    await expect(remove({ mode: "some", ids })).rejects.toThrow("the disk of the history is full");
  } finally {
    await pool.query("drop trigger no_events on events");
  }
  expect(await prisma.user.count({ where: { accountId: account.id } })).toBe(1);
  expect(await prisma.account.findUniqueOrThrow({ where: { id: account.id } })).toMatchObject({ userCount: 1 });
});

test("a user may not delete users, and a foreign account is not there", async () => {
  const { partner, account } = await anAccountInView();
  const { user, at } = await aSignedInUser(partner, account.id, "user");
  const input = { selection: { mode: "some", ids: [user.id] } };
  await expect(runOperation(deleteUsers, { resolved: await at(account.id), input })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await aPartner();
  for (const id of [account.id, newId()]) await expect(runOperation(deleteUsers, { resolved: await stranger.at(id), input })).rejects.toMatchObject({ code: "not_found" });
  expect(await database().prisma.user.count({ where: { accountId: account.id } })).toBe(1);
});
