/** Giving a plan up: before it is made, before it is begun, and in the middle of it (pains 23). */
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { cancelPlan } from "#lib/plans/change-plan.ts";
import { executeRun } from "#lib/plans/execute-run.ts";
import { findRuns } from "#lib/plans/find-runs.ts";
import type { PlanView, RunStatus } from "#lib/plans/schemas.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, apply, askForPlan, makePlan, planNow, provision, runsNow } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterEach(async () => {
  for (const kind of ["mivb", "micollab"] as const) await peers.ask(kind, "PUT", "/_faults", {});
});
afterAll(() => peers.close());

async function cancel(place: OnPeers, planId: string): Promise<PlanView> {
  return runOperation(cancelPlan, { resolved: await partner.at(place.accountId), input: { planId } });
}

async function phonesOf(place: OnPeers): Promise<string[]> {
  const logins = await database().prisma.user.findMany({ where: { accountId: place.accountId }, select: { loginId: true } });
  const { phones } = await peers.ask<{ phones: { loginId: string; number: string }[] }>("mivb", "GET", "/_state");
  return phones.filter(({ loginId }) => logins.some((user) => user.loginId === loginId)).map(({ loginId }) => loginId);
}

function statesOf(place: OnPeers) {
  return database().prisma.user.groupBy({ by: ["servicesState"], where: { accountId: place.accountId }, _count: true, orderBy: { servicesState: "asc" } });
}

test.each([
  ["made", "planning"],
  ["started", "checking"],
])("a plan that is cancelled while it is being %s stays cancelled", async (_, status) => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const plan = status === "planning" ? await askForPlan(place) : await makePlan(place);
  if (status === "checking") await apply(place, plan.id);
  expect(await planNow(place, plan.id)).toMatchObject({ status });
  await peers.ask("mivb", "PUT", "/_faults", { latencyMs: 400 });
  const [, cancelled] = await Promise.all([workOff(["provisioning.plan", "provisioning.apply"]), cancel(place, plan.id)]);
  expect(cancelled).toMatchObject({ status: "cancelled" });
  await workOff(PROVISIONING);
  expect(await planNow(place, plan.id)).toMatchObject({ status: "cancelled", succeededCount: 0 });
  expect(await phonesOf(place)).toEqual([]);
  expect(await statesOf(place)).toMatchObject([{ servicesState: "none", _count: 2 }]);
});

test("cancelled in the middle, what has not begun is left, what has begun is finished, and a new plan does the rest and nothing twice", async () => {
  const place = await anAccountOnPeers(partner, peers, 4);
  const { id: planId } = await makePlan(place);
  await apply(place, planId);
  await workOff(["provisioning.apply"]);
  const [first, second] = await runsNow(place, planId);
  await executeRun({ accountId: place.accountId, runId: first!.id });
  await peers.ask("micollab", "PUT", "/_faults", { outage: true });
  await executeRun({ accountId: place.accountId, runId: second!.id });
  await peers.ask("micollab", "PUT", "/_faults", {});
  expect(await cancel(place, planId)).toMatchObject({ status: "applying" });
  expect((await runsNow(place, planId)).map(({ status }) => status)).toEqual(["succeeded", "waiting", "cancelled", "cancelled"] satisfies RunStatus[]);
  expect(await database().prisma.service.groupBy({ by: ["userId"], where: { accountId: place.accountId } })).toHaveLength(2);
  await workOff(PROVISIONING, { evenLater: true });
  expect(await planNow(place, planId)).toMatchObject({ status: "done", succeededCount: 2, failedCount: 0 });
  expect(await statesOf(place)).toMatchObject([{ servicesState: "in_sync", _count: 2 }, { servicesState: "none", _count: 2 }]);
  expect((await phonesOf(place)).length).toBe(2);
  const notBegun = await runOperation(findRuns, { resolved: await partner.at(place.accountId), input: { planId, status: "others" } });
  expect(notBegun.items.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);

  expect(await provision(place)).toMatchObject({ status: "done", unchangedCount: 2, failedCount: 0 });
  const phones = await phonesOf(place);
  expect(new Set(phones).size).toBe(4);
  expect(phones).toHaveLength(4);
  expect(await statesOf(place)).toMatchObject([{ servicesState: "in_sync", _count: 4 }]);
});

test("cancelling once more takes nothing from users who were given other services since", async () => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const { id: planId } = await makePlan(place);
  await apply(place, planId);
  await workOff(["provisioning.apply"]);
  const [first, second] = await runsNow(place, planId);
  // As another worker has it, for the whole of this test.
  await database().prisma.provisioningRun.updateMany({ where: { accountId: place.accountId, id: first!.id }, data: { status: "running", leasedUntil: new Date(Date.now() + 3_600_000) } });
  await cancel(place, planId);
  expect(await provision(place, { selection: { mode: "some", ids: [second!.userId] } })).toMatchObject({ status: "done", succeededCount: 1 });
  const services = await database().prisma.service.count({ where: { accountId: place.accountId, userId: second!.userId } });
  expect(services).toBeGreaterThan(3);
  await cancel(place, planId);
  expect(await database().prisma.service.count({ where: { accountId: place.accountId, userId: second!.userId } })).toBe(services);
  expect(await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: place.accountId, id: second!.userId } } })).toMatchObject({ servicesState: "in_sync" });
});

test("a plan whose last run ends in the moment of its cancellation ends", async () => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const [runs, { prisma }] = [["queued", "queued"], database()];
  const endings = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const { accountId } = place;
      const planId = newId();
      const createdBy = { createdById: place.userIds[0]!, createdByAccountId: accountId, createdByName: "Mara" };
      await prisma.provisioningPlan.create({ data: { accountId, id: planId, purpose: "repair", status: "applying", title: "Repair", request: {}, ...createdBy } });
      const ids = runs.map(() => newId());
      // Both are due; one has begun, so that a cancellation leaves it to its end.
      await prisma.provisioningRun.createMany({ data: ids.map((id, position) => ({ accountId, id, planId, userId: newId(), userName: "", position, status: "queued", doneCount: position })) });
      await prisma.user.createMany({ data: (await prisma.provisioningRun.findMany({ where: { accountId, planId } })).map(({ userId }) => ({ accountId, id: userId, name: "Ada", email: `${userId}@x.example` })) });
      await Promise.all([executeRun({ accountId, runId: ids[1]! }), cancel(place, planId)]);
      return (await planNow(place, planId)).status;
    }),
  );
  for (const status of endings) expect(["done", "cancelled"]).toContain(status);
});

test("a plan that has ended can not be cancelled", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const { id } = await provision(place);
  await expect(cancel(place, id)).rejects.toMatchObject({ code: "conflict", message: "This plan has ended already." });
});
