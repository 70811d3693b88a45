/** Runs that are taken up again where somebody left them: nothing is forgotten, and nothing done twice (pains 21, 50). */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { claimRun, keepStepDone } from "#lib/plans/claim-run.ts";
import type { ClaimedRun, ClaimedStep } from "#lib/plans/claim-run.ts";
import { executeRun } from "#lib/plans/execute-run.ts";
import { executeStep } from "#lib/plans/execute-step.ts";
import { adapterOf } from "#lib/plans/peers-in-use.ts";
import type { Adapters, PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, apply, makePlan, planNow } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

const RANDOM = { mode: "random", value: "" } as const;

async function started(userCount: number): Promise<{ place: OnPeers; planId: string; runIds: string[] }> {
  const place = await anAccountOnPeers(partner, peers, userCount);
  const { id: planId } = await makePlan(place, { agentGroups: ["2301"] });
  await apply(place, planId);
  await workOff(["provisioning.apply"]);
  const runs = await database().prisma.provisioningRun.findMany({ where: { accountId: place.accountId, planId }, orderBy: { position: "asc" } });
  return { place, planId, runIds: runs.map(({ id }) => id) };
}

/** Sends one step as a worker does, and notes nothing. */
async function sendOnly(run: ClaimedRun, { position, elementId, payload }: ClaimedStep): Promise<void> {
  const { adapter } = await adapterOf(run.accountId, elementId);
  await executeStep(payload, { adapter: <K extends PeerKind>(_: K) => adapter as Adapters[K], idempotencyKey: `${run.id}/${position}`, number: run.number, password: RANDOM, passcode: RANDOM });
}

/** As if the worker that has the run had died a while ago. */
async function letLeaseEnd(runId: string): Promise<void> {
  await database().prisma.provisioningRun.updateMany({ where: { id: runId }, data: { leasedUntil: new Date(Date.now() - 1_000) } });
}

const count = async (kind: "mivb" | "mbg" | "micollab" | "micc", list: string) => (await peers.ask<Record<string, unknown[]>>(kind, "GET", "/_state"))[list]!.length;
const countAll = async () => Promise.all([count("mivb", "users"), count("mivb", "phones"), count("mbg", "sipUsers"), count("micollab", "accounts"), count("micollab", "deployments"), count("micc", "employees"), count("micc", "agents")]);
const mailsOf = (accountId: string) => database().prisma.mailMessage.groupBy({ by: ["userId"], where: { accountId, kind: "deployment" }, _count: true });

test("a worker that dies between the peer's commit and its own note, at any step, leaves nothing undone and nothing twice", async () => {
  const before = await countAll();
  const { place, planId, runIds } = await started(9);
  const died = new Set<string>();
  for (const [place_, runId] of runIds.entries()) {
    const run = (await claimRun(place.accountId, runId))!;
    const last = run.steps[Math.min(place_, run.steps.length - 1)]!;
    for (const step of run.steps) {
      await sendOnly(run, step);
      if (step === last) break;
      await keepStepDone(run, step.position, 1);
    }
    died.add(last.payload.kind);
    await letLeaseEnd(runId);
    await executeRun({ accountId: place.accountId, runId });
  }
  expect(died).toEqual(new Set(["mivb.user", "mivb.phone", "mivb.agent_group_member", "mbg.teleworker_set", "micollab.client_account", "micollab.deployment", "micc.employee", "micc.agent"]));
  expect(await planNow(place, planId)).toMatchObject({ status: "done", succeededCount: 9, failedCount: 0 });
  expect(await countAll()).toEqual(before.map((each) => each + 9));
  for (const { doneCount, stepCount } of await database().prisma.provisioningRun.findMany({ where: { planId } })) expect(doneCount).toBe(stepCount);
});

test("the deployment mail goes out also when the run was put off after its deployment", async () => {
  const { place, planId } = await started(2);
  await peers.ask("micc", "PUT", "/_faults", { outage: true });
  await workOff(["provisioning.run"]);
  expect((await database().prisma.provisioningRun.findMany({ where: { planId } })).map(({ status }) => status)).toEqual(["waiting", "waiting"]);
  expect(await mailsOf(place.accountId)).toEqual([]);
  await peers.ask("micc", "PUT", "/_faults", {});
  await workOff(PROVISIONING, { evenLater: true });
  expect(await planNow(place, planId)).toMatchObject({ status: "done", succeededCount: 2 });
  expect((await mailsOf(place.accountId)).map(({ _count }) => _count)).toEqual([1, 1]);
});

test("two workers that have the same run at the same time do it once, and count it once", async () => {
  const before = await countAll();
  const { place, planId, runIds } = await started(2);
  await peers.ask("mivb", "PUT", "/_faults", { latencyMs: 150 });
  const slow = runIds.map((runId) => executeRun({ accountId: place.accountId, runId }));
  await Promise.all(runIds.map(letLeaseEnd));
  await Promise.all([...slow, ...runIds.map((runId) => executeRun({ accountId: place.accountId, runId }))]);
  await peers.ask("mivb", "PUT", "/_faults", {});
  expect(await planNow(place, planId)).toMatchObject({ status: "done", succeededCount: 2 });
  for (const { doneCount, stepCount } of await database().prisma.provisioningRun.findMany({ where: { planId } })) expect(doneCount).toBe(stepCount);
  expect(await countAll()).toEqual(before.map((each) => each + 2));
  expect((await mailsOf(place.accountId)).map(({ _count }) => _count)).toEqual([1, 1]);
});

test("a job that finds its run in another worker's hands comes back when the lease has ended, also when it ends just then", async () => {
  const { place, planId, runIds } = await started(1);
  const [runId = ""] = runIds;
  await claimRun(place.accountId, runId);
  await executeRun({ accountId: place.accountId, runId });
  const jobs = async () => (await database().pool.query<{ due: boolean }>("select start_after <= now() as due from jobs.job where name = 'provisioning.run' and state = 'created' and data->>'runId' = $1 order by created_on", [runId])).rows;
  // The one of the start, and the one that comes back.
  expect(await jobs()).toEqual([{ due: true }, { due: false }]);
  await letLeaseEnd(runId);
  await workOff(PROVISIONING, { evenLater: true });
  expect(await planNow(place, planId)).toMatchObject({ status: "done", succeededCount: 1 });
});
