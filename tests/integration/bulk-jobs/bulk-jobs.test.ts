/** Bulk jobs as a person follows and ends them. */
import { expect, test } from "vitest";
import { advanceBulkJob } from "#lib/bulk-jobs/bulk-job.ts";
import { cancelBulkJob } from "#lib/bulk-jobs/cancel-bulk-job.ts";
import { findBulkJobResults } from "#lib/bulk-jobs/find-bulk-job-results.ts";
import { findWorkingBulkJobs } from "#lib/bulk-jobs/find-working-bulk-jobs.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { aPhone, manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";

const ALL = { mode: "all", filter: {} };

async function aLongList(count: number) {
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner);
  const ids = await manyUsers(accountId, Array.from({ length: count }, () => ({})));
  const resolved = () => partner.at(accountId);
  return {
    partner,
    accountId,
    ids,
    remove: async () => (await runOperation(deleteUsers, { resolved: await resolved(), input: { selection: ALL } })).bulkJobId!,
    welcome: async () => (await runOperation(sendWelcomeMails, { resolved: await resolved(), input: { selection: ALL } })).bulkJobId!,
    work: (bulkJobId: string) => workOffUsers({ accountId, bulkJobId }),
    results: async (bulkJobId: string, input: object = {}) => runOperation(findBulkJobResults, { resolved: await resolved(), input: { bulkJobId, ...input } }),
    working: async () => (await runOperation(findWorkingBulkJobs, { resolved: await resolved(), input: {} })).items,
    cancel: async (bulkJobId: string) => runOperation(cancelBulkJob, { resolved: await resolved(), input: { bulkJobId } }),
    left: () => database().prisma.user.count({ where: { accountId } }),
  };
}

test("a job is shown while it works, with how far it is, and tells of each user what became of them", async () => {
  const list = await aLongList(1_100);
  await aPhone(list.accountId, list.ids[7]!);
  const id = await list.remove();
  expect(await list.working()).toMatchObject([{ id, kind: "delete_users", status: "working", users: 1_100, reached: 0, createdByName: "Mara Lindqvist" }]);
  await list.work(id);
  expect(await list.working()).toEqual([]);
  const page = await list.results(id, { size: 100 });
  expect(page).toMatchObject({ total: 1_100, job: { status: "completed", users: 1_100, reached: 1_100, done: 1_099, leftOut: 1, waiting: 0 } });
  expect(page.items[0]).toMatchObject({ name: "User 00000", state: "done", reason: "" });
  expect((await list.results(id, { state: "left_out" })).items).toMatchObject([{ userId: list.ids[7], name: "User 00007", reason: "Still has services on a phone system. Remove the services first." }]);
  for (const search of ["user 00007", `${list.ids[7]}@MANY`]) expect(await list.results(id, { search })).toMatchObject({ total: 1, items: [{ userId: list.ids[7] }] });
  expect(await list.results(id, { search: "00007", state: "done" })).toMatchObject({ total: 0, items: [] });
  const [told] = await database().prisma.notification.findMany({ where: { accountId: list.partner.accountId, title: "Users deleted" } });
  expect(told!.link).toBe(`/accounts/${list.accountId}/users/jobs/${id}`);
});

test("cancelled before it began, it does nothing, and a worker that comes to it later neither", async () => {
  const list = await aLongList(1_001);
  const id = await list.remove();
  expect(await list.cancel(id)).toMatchObject({ status: "cancelled", reached: 0 });
  await list.work(id);
  expect(await list.left()).toBe(1_001);
  const { prisma } = database();
  expect(await prisma.event.findMany({ where: { accountId: list.accountId, operation: "bulk-jobs.cancel" } })).toMatchObject([{ action: "Cancel", assetKind: "bulk_job", assetId: id, actorName: "Mara Lindqvist" }]);
  expect(await prisma.notification.findMany({ where: { accountId: list.partner.accountId, title: "Users deleted" } })).toMatchObject([{ body: "Cancelled by Mara Lindqvist after 0 of 1001 users. 0 deleted." }]);
  await expect(list.cancel(id)).rejects.toMatchObject({ code: "conflict" });
});

test("cancelled while it works, what is done is done, the rest is left, and the figures agree with what there is", async () => {
  const list = await aLongList(3_000);
  const id = await list.remove();
  const working = list.work(id);
  await expect.poll(async () => (await list.results(id)).job.reached, { interval: 5 }).toBeGreaterThan(0);
  const { reached } = await list.cancel(id);
  await working;
  const { job, total } = await list.results(id);
  expect(job).toMatchObject({ status: "cancelled", reached, done: reached, waiting: 0 });
  expect(total).toBe(reached);
  expect(await list.left()).toBe(3_000 - reached);
});

test("mails of a cancelled job that still wait are not sent; those that went are told as sent", async () => {
  const list = await aLongList(1_001);
  const id = await list.welcome();
  await list.work(id);
  expect((await list.results(id)).job).toMatchObject({ status: "working", reached: 1_001, done: 0, waiting: 1_001 });
  const { prisma } = database();
  const some = await prisma.mailMessage.findMany({ where: { accountId: list.accountId, bulkJobId: id }, take: 3, select: { id: true } });
  await prisma.mailMessage.updateMany({ where: { accountId: list.accountId, id: { in: some.map((mail) => mail.id) } }, data: { status: "sent" } });
  await list.cancel(id);
  expect((await list.results(id, { state: "cancelled" })).total).toBe(998);
  await workOff(["mail.send"]);
  expect(await prisma.mailMessage.groupBy({ by: ["status"], where: { accountId: list.accountId }, _count: true, orderBy: { status: "asc" } })).toMatchObject([{ status: "cancelled", _count: 998 }, { status: "sent", _count: 3 }]);
  expect((await list.results(id, { state: "done" })).total).toBe(3);
  expect((await list.results(id, { state: "cancelled" })).total).toBe(998);
});

test("the job of somebody who was deleted meanwhile goes on to its end, and can be cancelled", async () => {
  const list = await aLongList(1_001);
  const admin = await aSignedInUser(list.partner, list.accountId);
  const begin = async () => (await runOperation(sendWelcomeMails, { resolved: await admin.at(list.accountId), input: { selection: ALL } })).bulkJobId!;
  const [sent, cancelled] = [await begin(), await begin()];
  await runOperation(deleteUsers, { resolved: await list.partner.at(list.accountId), input: { selection: { mode: "some", ids: [admin.user.id] } } });
  expect(await list.cancel(cancelled)).toMatchObject({ status: "cancelled" });
  await list.work(sent);
  await advanceBulkJob(database().prisma, { accountId: list.accountId, id: sent }, { done: 1_001 }, new Date());
  expect((await list.results(sent)).job.status).toBe("completed");
  expect(await database().prisma.notification.count({ where: { accountId: list.accountId } })).toBe(0);
});

test("a user sees no bulk jobs, and those of a foreign account are not there", async () => {
  const list = await aLongList(1_001);
  const id = await list.remove();
  const { at } = await aSignedInUser(list.partner, list.accountId, "user");
  const other = await anAccount(list.partner, { name: "Harbor Clinic" });
  const asks = [
    (resolved: Resolved, bulkJobId: string) => runOperation(findBulkJobResults, { resolved, input: { bulkJobId } }),
    (resolved: Resolved, bulkJobId: string) => runOperation(cancelBulkJob, { resolved, input: { bulkJobId } }),
  ];
  for (const ask of asks) {
    await expect(ask(await at(list.accountId), id)).rejects.toMatchObject({ code: "forbidden" });
    for (const bulkJobId of [id, newId()]) await expect(ask(await list.partner.at(other.id), bulkJobId)).rejects.toMatchObject({ code: "not_found" });
  }
  expect((await list.results(id)).job.status).toBe("working");
});
