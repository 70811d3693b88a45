/** Jobs are enqueued with the change that wants them, or not at all; and a worker tries again what failed. */
import { randomUUID } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { HANDLERS } from "#lib/jobs/handlers.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { startWorker } from "#lib/jobs/work.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addUser } from "#lib/users/add-user.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";

afterEach(() => vi.restoreAllMocks());

type JobRow = { id: string; state: string; retry_count: number; data: { accountId: string } };

async function jobsOf(accountId: string): Promise<JobRow[]> {
  return (await database().pool.query<JobRow>("select id, state, retry_count, data from jobs.job where data->>'accountId' = $1 order by created_on", [accountId])).rows;
}

test("a job is there when its transaction has committed, and never when it has not", async () => {
  const accountId = randomUUID();
  const { prisma } = database();
  const failing = prisma.$transaction(async (db) => {
    await jobWriter(db)("provisioning.reconcile", { accountId });
    throw new Error("something else went wrong");
  });
  await expect(failing).rejects.toThrow("something else went wrong");
  expect(await jobsOf(accountId)).toEqual([]);
  await prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", [{ accountId }, { accountId }]));
  expect(await jobsOf(accountId)).toHaveLength(2);
});

test("a change that is refused leaves no job of it: no mail goes to a user who was not added", async () => {
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner);
  const input = { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example" };
  await runOperation(addUser, { resolved: await partner.at(accountId), input });
  const jobs = await jobsOf(accountId);
  expect(jobs).toHaveLength(1);
  await expect(runOperation(addUser, { resolved: await partner.at(accountId), input })).rejects.toMatchObject({ code: "conflict" });
  expect(await jobsOf(accountId)).toEqual(jobs);
  expect(await database().prisma.mailMessage.count({ where: { accountId } })).toBe(1);
});

test("a payload that is not of its kind is refused before it can fail a worker", async () => {
  const { prisma } = database();
  await expect(prisma.$transaction((db) => jobWriter(db)("provisioning.run", { accountId: randomUUID(), runId: "17" }))).rejects.toThrow(/runId|UUID/i);
});

test("a job with the id of one that is there is not enqueued again", async () => {
  const [accountId, id] = [randomUUID(), randomUUID()];
  const { prisma } = database();
  for (let time = 0; time < 2; time += 1) await prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", { accountId }, { id }));
  expect(await jobsOf(accountId)).toMatchObject([{ id }]);
});

test("of many jobs that are enqueued at once the first come first, and one that is enqueued afterwards does not wait for the last of them", async () => {
  const [first, second, third, other] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()] as const;
  const ours: string[] = [first, second, third, other];
  const done: string[] = [];
  vi.spyOn(HANDLERS, "provisioning.reconcile").mockImplementation(async ({ accountId }) => void (ours.includes(accountId) && done.push(accountId)));
  const { prisma } = database();
  await prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", [first, second, third].map((accountId) => ({ accountId }))));
  await prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", { accountId: other }));
  const stop = await startWorker();
  try {
    await vi.waitUntil(() => done.length === ours.length, { timeout: 25_000, interval: 50 });
    expect(done).toEqual([first, other, second, third]);
  } finally {
    await stop();
  }
});

test("a worker does what is enqueued, tries again what failed, and takes the failure of one job for that of no other", async () => {
  const [works, failsOnce] = [randomUUID(), randomUUID()];
  const tries: string[] = [];
  vi.spyOn(HANDLERS, "provisioning.reconcile").mockImplementation(async ({ accountId }) => {
    tries.push(accountId);
    if (accountId === failsOnce && tries.filter((each) => each === failsOnce).length === 1) throw new Error("not this time");
  });
  const stop = await startWorker();
  try {
    const { prisma } = database();
    await prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", [{ accountId: failsOnce }, { accountId: works }]));
    await vi.waitUntil(async () => [...(await jobsOf(works)), ...(await jobsOf(failsOnce))].every(({ state }) => state === "completed"), { timeout: 25_000, interval: 50 });
    expect(tries.filter((each) => each === works)).toHaveLength(1);
    expect(tries.filter((each) => each === failsOnce)).toHaveLength(2);
    expect(await jobsOf(failsOnce)).toMatchObject([{ retry_count: 1 }]);
  } finally {
    await stop();
  }
});

test("jobs of a kind that are done one at a time follow each other without a pause", async () => {
  const accountId = randomUUID();
  let atWork = 0;
  vi.spyOn(HANDLERS, "provisioning.reconcile").mockImplementation(async () => {
    atWork += 1;
    expect(atWork).toBe(1);
    await new Promise((done) => setImmediate(done));
    atWork -= 1;
  });
  await database().prisma.$transaction((db) => jobWriter(db)("provisioning.reconcile", Array.from({ length: 40 }, () => ({ accountId }))));
  const stop = await startWorker();
  try {
    await vi.waitUntil(async () => (await jobsOf(accountId)).every(({ state }) => state === "completed"), { timeout: 25_000, interval: 50 });
    for (const { retry_count } of await jobsOf(accountId)) expect(retry_count).toBe(0);
  } finally {
    await stop();
  }
});
