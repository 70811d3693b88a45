/** Plans that meet: on the same users, on the same numbers, or one after the other. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { changeRun } from "#lib/plans/change-plan.ts";
import { retryRuns } from "#lib/plans/retry-runs.ts";
import { rollBackRuns } from "#lib/plans/roll-back-runs.ts";
import type { PlanView } from "#lib/plans/schemas.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, apply, makePlan, planNow, provision, runsNow } from "#tests/builders/provisioning.ts";
import type { OnPeers } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

async function retry(place: OnPeers, planId: string): Promise<PlanView> {
  return runOperation(retryRuns, { resolved: await partner.at(place.accountId), input: { planId } });
}

async function rollBack(place: OnPeers, planId: string): Promise<PlanView> {
  const plan = await runOperation(rollBackRuns, { resolved: await partner.at(place.accountId), input: { planId } });
  await workOff(PROVISIONING);
  return planNow(place, plan.id);
}

/** A plan whose runs fail at the client account. */
async function failing(place: OnPeers): Promise<string> {
  await peers.ask("micollab", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/client-accounts", status: 422, times: place.userIds.length }] });
  const plan = await provision(place);
  expect(plan).toMatchObject({ status: "done", failedCount: place.userIds.length });
  return plan.id;
}

async function phoneCount(place: OnPeers): Promise<number> {
  const logins = new Set((await database().prisma.user.findMany({ where: { accountId: place.accountId }, select: { loginId: true } })).map(({ loginId }) => loginId));
  const { phones } = await peers.ask<{ phones: { loginId: string }[] }>("mivb", "GET", "/_state");
  return phones.filter(({ loginId }) => logins.has(loginId)).length;
}

test("a plan that two people apply at once is applied once, and one of them is told", async () => {
  const place = await anAccountOnPeers(partner, peers, 3);
  const { id } = await makePlan(place);
  const outcomes = await Promise.allSettled(Array.from({ length: 4 }, () => apply(place, id)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict", message: "This plan is not waiting to be applied." });
  await workOff(PROVISIONING);
  expect(await planNow(place, id)).toMatchObject({ status: "done", succeededCount: 3 });
  expect(await phoneCount(place)).toBe(3);
});

test("of two plans for the same user one is applied, the other refused with the reason", async () => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const plans = [await makePlan(place), await makePlan(place)];
  await Promise.all(plans.map(({ id }) => apply(place, id)));
  await Promise.all([workOff(["provisioning.apply"]), workOff(["provisioning.apply"])]);
  await workOff(PROVISIONING);
  const ended = await Promise.all(plans.map(({ id }) => planNow(place, id)));
  expect(ended.map(({ status }) => status).toSorted()).toEqual(["done", "stale"]);
  const refused = ended.find(({ status }) => status === "stale")!;
  expect(refused.refusals.length).toBeGreaterThan(0);
  expect(await database().prisma.provisioningRun.count({ where: { accountId: place.accountId, planId: refused.id, status: { in: ["queued", "running", "succeeded"] } } })).toBe(0);
  expect(await phoneCount(place)).toBe(2);
});

test("a number that somebody takes on the PBX between plan and apply is named, and nothing is sent", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const plan = await makePlan(place, { firstNumber: "2700" });
  const [run] = await runsNow(place, plan.id);
  await runOperation(changeRun, { resolved: await partner.at(place.accountId), input: { planId: plan.id, runId: run!.id, number: "2777" } });
  await workOff(PROVISIONING);
  await peers.ask("mivb", "POST", "/api/v1/users", { loginId: "holmg", firstName: "Gustav", lastName: "Holm", email: "", department: "", location: "" });
  const { phones } = await peers.ask<{ phones: object[] }>("mivb", "GET", "/_state");
  const desk = { serviceLabel: "Desk", phoneType: "Mitel PBX Phone", deviceType: "5320 IP", macAddress: null, protocol: "MINET", hotDeskingUser: false, acdAgent: false, enableSipSoftphone: false, externalHotDeskLicense: false, preferredSet: "No Device", private: false, secondaryElement: null, didServiceNumber: null, useAsOutgoingDid: false, cesid: null, serviceLevel: "Full", zoneId: 1, callCoverageServiceNumber: 1, classOfService: { day: 1, night1: 1, night2: 1 }, classOfRestriction: { day: 1, night1: 1, night2: 1 }, isPrimary: true };
  await peers.ask("mivb", "POST", "/api/v1/phones", { ...desk, number: "2777", loginId: "holmg" });
  await apply(place, plan.id);
  await workOff(PROVISIONING);
  const refused = await planNow(place, plan.id);
  expect(refused).toMatchObject({ status: "stale", succeededCount: 0 });
  expect(refused.refusals.join(" ")).toContain("2777");
  expect((await peers.ask<{ phones: object[] }>("mivb", "GET", "/_state")).phones).toHaveLength(phones.length + 1);
});

test("an older run is neither gone on with nor taken back once something newer was done for its user", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const older = await failing(place);
  const newer = await provision(place);
  expect(newer).toMatchObject({ status: "done", succeededCount: 1 });
  await expect(retry(place, older)).rejects.toMatchObject({ code: "conflict", message: "Something newer was done for these users since. Make a new plan for them instead." });
  await expect(rollBack(place, older)).rejects.toMatchObject({ code: "conflict", message: "Something newer was done for these users since. Roll that back first." });
  expect(await rollBack(place, newer.id)).toMatchObject({ status: "done", succeededCount: 1 });
  expect(await phoneCount(place)).toBe(1);
  expect(await rollBack(place, older)).toMatchObject({ status: "done", succeededCount: 1 });
  expect(await phoneCount(place)).toBe(0);
});

test("of many failed runs those that nothing newer was done for are tried again", async () => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const older = await failing(place);
  await provision(place, { selection: { mode: "some", ids: [place.userIds[0]!] } });
  await retry(place, older);
  await workOff(PROVISIONING);
  expect((await runsNow(place, older)).map(({ status }) => status)).toEqual(["failed", "succeeded"]);
  expect(await phoneCount(place)).toBe(2);
});

test("two who roll the same run back at once take it back once, and no plan hangs", async () => {
  const place = await anAccountOnPeers(partner, peers, 1);
  const older = await failing(place);
  const resolved = await partner.at(place.accountId);
  const backs = await Promise.all([1, 2].map(() => runOperation(rollBackRuns, { resolved, input: { planId: older } })));
  // The first has begun when the second is made.
  await workOff(["provisioning.plan"]);
  await workOff(PROVISIONING);
  const ended = await Promise.all(backs.map(({ id }) => planNow(place, id)));
  expect(ended.map(({ status }) => status).toSorted()).toEqual(["done", "refused"]);
  expect(ended.find(({ status }) => status === "refused")!.refusals).toEqual(["Another plan for some of these users or numbers was applied meanwhile."]);
  expect(await phoneCount(place)).toBe(0);
  expect((await runsNow(place, older))[0]).toMatchObject({ status: "rolled_back" });
});
