/** Workers that are killed in the middle of their work (pains 21, 50): every run ends, and nothing is there twice. */
import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { apply, askForPlan, planNow } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";
import { KINDS, startMachinery } from "./machinery.ts";
import type { Machinery } from "./machinery.ts";

const USERS = 32;
const MINUTE = 60_000;

let machinery: Machinery;
beforeAll(async () => void (machinery = await startMachinery({ PEER_TIMEOUT_MS: "3000" })));
afterAll(() => machinery.close());

type Held = { users: string[]; phones: string[]; memberships: string[]; sets: string[]; accounts: string[]; deployments: string[]; employees: string[]; agents: string[] };

/** Whose is each thing that the peers hold, by login id. */
async function heldBy(logins: readonly string[]): Promise<Held> {
  const [mivb, mbg, micollab, micc] = await Promise.all(KINDS.map((kind) => machinery.ask<Record<string, Record<string, unknown>[]>>(kind, "GET", "/_state")));
  const ours = (items: Record<string, unknown>[] | undefined, ownerOf: (item: Record<string, unknown>) => unknown) => (items ?? []).map((item) => String(ownerOf(item))).filter((login) => logins.includes(login)).toSorted();
  const byNumber = new Map(mivb!["phones"]!.map(({ number, loginId }) => [number, loginId]));
  return {
    users: ours(mivb!["users"], ({ loginId }) => loginId),
    phones: ours(mivb!["phones"], ({ loginId }) => loginId),
    memberships: ours(mivb!["agentGroups"]!.flatMap(({ members }) => members as Record<string, unknown>[]), (member) => byNumber.get(member["agentNumber"] ?? member)),
    sets: ours(mbg!["sipUsers"], ({ number }) => byNumber.get(number)),
    accounts: ours(micollab!["accounts"], ({ userName }) => userName),
    deployments: ours(micollab!["deployments"], ({ userName }) => userName),
    employees: ours(micc!["employees"], ({ loginId }) => loginId),
    agents: ours(micc!["agents"], ({ loginId }) => loginId),
  };
}

async function loginsOf({ accountId }: OnPeers): Promise<string[]> {
  const users = await database().prisma.user.findMany({ where: { accountId, loginId: { not: null } }, select: { loginId: true } });
  return users.map(({ loginId }) => loginId!).toSorted();
}

const runsOf = (planId: string) => database().prisma.provisioningRun.findMany({ where: { planId }, include: { steps: true } });
const doneSteps = (planId: string) => database().prisma.provisioningStep.count({ where: { run: { planId }, status: "done" } });

/** The kinds of steps that workers have in hand now. */
async function kindsInHand(planId: string): Promise<Set<string>> {
  const running = (await runsOf(planId)).filter(({ status }) => status === "running");
  return new Set(running.flatMap(({ steps }) => steps.toSorted((a, b) => a.position - b.position).find(({ status }) => status !== "done")?.kind ?? []));
}

async function plannedAndApplied(place: OnPeers): Promise<{ id: string; stepCount: number }> {
  const { id } = await askForPlan(place, { agentGroups: ["2301"] });
  const ready = () => planNow(place, id).then((plan) => (plan.status === "ready" ? plan : null));
  const { stepCount } = await vi.waitUntil(ready, { timeout: MINUTE, interval: 50 });
  await apply(place, id);
  return { id, stepCount };
}

test("a worker that is asked to end finishes what it has in hand and leaves the rest to the next one, who need not wait", async () => {
  const worker = await machinery.startWorker();
  const place = await machinery.account(26);
  await machinery.setFaults({ latencyMs: 40 });
  const plan = await plannedAndApplied(place);
  await vi.waitUntil(async () => (await doneSteps(plan.id)) > 10, { timeout: MINUTE, interval: 10 });
  worker.process.kill("SIGTERM");
  expect(await worker.ended).toBe(0);
  const states = new Set((await runsOf(plan.id)).map(({ status, leasedUntil }) => `${status} ${leasedUntil}`));
  expect([...states].toSorted()).toEqual(["queued null", "succeeded null"]);
  await machinery.setFaults({});
  const next = await machinery.startWorker();
  await vi.waitUntil(async () => (await planNow(place, plan.id)).status === "done", { timeout: 20_000, interval: 50 });
  next.process.kill("SIGTERM");
  expect(await next.ended).toBe(0);
});

describe("two workers at once, killed one after the other, with a peer that goes away and comes back and answers that get lost", () => {
  let place: OnPeers;
  let plan: { id: string; stepCount: number };
  /** What was known just before the second kill. */
  const atKill = { kindsInHand: new Set<string>(), noted: 0, held: 0 };
  let resumedIn = 0;

  /** Halts the worker, and lets it go on until it stands still with mixed work in hand and with things done that it has not noted. */
  async function haltedAtTheWorst(worker: ChildProcess): Promise<void> {
    // What was on its way when it was halted is still carried out by the peers.
    const settled = async () => {
      const before = atKill.held;
      atKill.held = Object.values(await heldBy(await loginsOf(place))).flat().length;
      return atKill.held === before;
    };
    const isTheWorst = async () => {
      worker.kill("SIGSTOP");
      await vi.waitUntil(settled, { timeout: MINUTE, interval: 300 });
      atKill.kindsInHand = await kindsInHand(plan.id);
      atKill.noted = await doneSteps(plan.id);
      const isMixed = atKill.kindsInHand.size >= 3 && atKill.held > atKill.noted;
      if (!isMixed) worker.kill("SIGCONT");
      return isMixed;
    };
    await vi.waitUntil(isTheWorst, { timeout: MINUTE, interval: 20 });
  }

  beforeAll(async () => {
    const [first, second] = [await machinery.startWorker(), await machinery.startWorker()];
    place = await machinery.account(USERS);
    await machinery.setFaults({ latencyMs: 120 });
    plan = await plannedAndApplied(place);
    const reached = (part: number) => vi.waitUntil(async () => (await doneSteps(plan.id)) >= plan.stepCount * part, { timeout: MINUTE, interval: 20 });
    await reached(0.2);
    first.process.kill("SIGKILL");
    await machinery.ask("mbg", "PUT", "/_faults", { latencyMs: 120, outage: true });
    await machinery.ask("mivb", "PUT", "/_faults", { latencyMs: 120, dropAfterCommit: 6 });
    await reached(0.35);
    await machinery.ask("mbg", "PUT", "/_faults", { latencyMs: 120 });
    await reached(0.45);
    await haltedAtTheWorst(second.process);
    second.process.kill("SIGKILL");
    await second.ended;
    const killedAt = Date.now();
    await machinery.setFaults({});
    await machinery.startWorker();
    await vi.waitUntil(async () => (await doneSteps(plan.id)) > atKill.noted, { timeout: MINUTE, interval: 100 });
    resumedIn = Date.now() - killedAt;
    await vi.waitUntil(async () => (await planNow(place, plan.id)).status === "done", { timeout: 2 * MINUTE, interval: 100 });
  });

  test("the workers were killed with work of many kinds in hand, and with things done that nobody had noted", () => {
    expect(atKill.kindsInHand.size).toBeGreaterThanOrEqual(3);
    expect(atKill.held).toBeGreaterThan(atKill.noted);
  });

  test("the work went on within a minute of the last kill, and every run has ended with all of its steps done once", async () => {
    expect(resumedIn).toBeLessThan(MINUTE);
    expect(await planNow(place, plan.id)).toMatchObject({ status: "done", succeededCount: USERS, failedCount: 0 });
    for (const run of await runsOf(plan.id)) {
      expect(run).toMatchObject({ status: "succeeded", error: "", doneCount: run.stepCount, leasedUntil: null });
      expect(new Set(run.steps.map(({ status }) => status))).toEqual(new Set(["done"]));
    }
  });

  test("every peer holds exactly one of everything for every user", async () => {
    const logins = await loginsOf(place);
    expect(logins).toHaveLength(USERS);
    for (const [what, owners] of Object.entries(await heldBy(logins))) expect(owners, what).toEqual(logins);
  });

  test("the numbers of the portal are those of the PBX, each given once", async () => {
    const users = await database().prisma.user.findMany({ where: { accountId: place.accountId }, select: { loginId: true, extension: true, servicesState: true } });
    expect(new Set(users.map(({ extension }) => extension)).size).toBe(USERS);
    const { phones } = await machinery.ask<{ phones: { loginId: string; number: string }[] }>("mivb", "GET", "/_state");
    for (const { loginId, extension, servicesState } of users) {
      expect(phones.filter((phone) => phone.loginId === loginId)).toMatchObject([{ number: extension }]);
      expect(servicesState).toBe("in_sync");
    }
  });

  test("each user gets one deployment mail, and who applied the plan is told once", async () => {
    const { prisma } = database();
    await vi.waitUntil(async () => (await prisma.mailMessage.count({ where: { accountId: place.accountId, status: { not: "sent" } } })) === 0, { timeout: MINUTE });
    const mails = await prisma.mailMessage.groupBy({ by: ["userId"], where: { accountId: place.accountId, kind: "deployment" }, _count: true });
    expect(mails).toHaveLength(USERS);
    for (const { _count } of mails) expect(_count).toBe(1);
    expect(await prisma.notification.findMany({ where: { link: { contains: plan.id } } })).toMatchObject([{ status: "completed", body: `${USERS} done.` }]);
  });
});
