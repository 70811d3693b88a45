/** A plan for a whole account: what would fail for one of many is said of that one, before anything is sent. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { anAccountOnPeers, apply, makePlan, planNow, provision, runsNow } from "#tests/builders/provisioning.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => void (partner = await aPartner()));
beforeEach(async () => void (peers = await startPeers()));
afterAll(() => peers.close());

const BUNDLE = "UCC Premium User for Enterprise (V4.0)";
const licenses = (total: number) => peers.ask("micollab", "PUT", "/_settings", { licences: [{ bundle: BUNDLE, partNumber: "54006545", total }] });
const sent = async () => (await peers.ask<{ phones: unknown[] }>("mivb", "GET", "/_state")).phones.length;

test("2,000 users with one number short: the last of them is blocked, with the ranges that are full, and nothing is sent", async () => {
  const place = await anAccountOnPeers(partner, peers, 2_000);
  await peers.ask("mivb", "PUT", "/_settings", { numberRanges: [{ from: "40000", to: "41998" }] });
  const plan = await makePlan(place);
  expect(plan).toMatchObject({ status: "ready", runCount: 2_000, blockedCount: 1, refusals: [] });
  const blocked = await database().prisma.provisioningRun.findMany({ where: { accountId: place.accountId, planId: plan.id, status: "blocked" } });
  expect(blocked).toMatchObject([{ userName: "Ada Brandt1999", stepCount: 0, problems: [{ code: "no_free_number", message: expect.stringContaining("40000") }] }]);
  const numbers = await database().prisma.provisioningRun.groupBy({ by: ["number"], where: { accountId: place.accountId, planId: plan.id, status: "planned" } });
  expect(numbers).toHaveLength(1_999);
  expect(await sent()).toBe(0);
  expect(await database().prisma.service.count({ where: { accountId: place.accountId } })).toBe(0);
});

test("with licenses for some of the users the others are blocked, each with the reason, and those who have one get their services", async () => {
  const place = await anAccountOnPeers(partner, peers, 5);
  await licenses(3);
  const plan = await makePlan(place);
  expect(plan).toMatchObject({ status: "ready", blockedCount: 2 });
  const runs = await runsNow(place, plan.id);
  expect(runs.map(({ status }) => status)).toEqual(["planned", "planned", "planned", "blocked", "blocked"]);
  for (const run of runs.slice(3)) expect(run.problems).toMatchObject([{ code: "no_license_left", message: expect.stringContaining(BUNDLE) }]);
  expect(await sent()).toBe(0);
  await apply(place, plan.id);
  await workOff(PROVISIONING);
  expect(await planNow(place, plan.id)).toMatchObject({ status: "done", succeededCount: 3, failedCount: 0 });
  expect(await sent()).toBe(3);
});

test("without a single license nobody is left to apply the plan to", async () => {
  const place = await anAccountOnPeers(partner, peers, 3);
  await licenses(0);
  const plan = await makePlan(place);
  expect(plan).toMatchObject({ blockedCount: 3, stepCount: 0 });
  await expect(apply(place, plan.id)).rejects.toMatchObject({ code: "conflict", message: "Nobody is left that the plan could be applied to." });
  expect(await sent()).toBe(0);
});

test("a license that is taken between plan and apply is found out before anything is sent", async () => {
  const place = await anAccountOnPeers(partner, peers, 2);
  const other = await anAccountOnPeers(partner, peers, 1);
  await licenses(2);
  const plan = await makePlan(place);
  expect(await provision(other)).toMatchObject({ succeededCount: 1 });
  await apply(place, plan.id);
  await workOff(PROVISIONING);
  expect(await planNow(place, plan.id)).toMatchObject({ status: "stale", succeededCount: 0 });
  expect(await sent()).toBe(1);
});
