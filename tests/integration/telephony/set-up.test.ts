/** Giving one user MiVoice Business Service by hand, against peers over the network. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { changeRun, readAgain } from "#lib/plans/change-plan.ts";
import { retryRuns } from "#lib/plans/retry-runs.ts";
import { getUserConfiguration } from "#lib/telephony/get-configuration.ts";
import { findSetUpChoices } from "#lib/telephony/find-set-up-choices.ts";
import { findNumbers } from "#lib/mivoice-business/find-numbers.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { addProduct, aRoleOfTemplate, aUserWithPeers, loginOf, setUp, telephonyOf } from "#tests/builders/telephony.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

const STANDARD = { "user.serviceCategory": "Office", "user.uccBundle": "UCC Standard User for Enterprise (V4.0)" };

type Mivb = { users: { loginId: string }[]; phones: { number: string; loginId: string }[] };
const onPbx = async (loginId: string | null) => (await peers.ask<Mivb>("mivb", "GET", "/_state")).phones.filter((phone) => phone.loginId === loginId);

test("SVC-02 SVC-05 SVC-08 an added product has no service until it is set up; then the user exists on the PBX, with the category and every step told", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk", STANDARD);
  expect((await telephonyOf(user)).held).toBeNull();
  await addProduct(user);
  expect(await telephonyOf(user)).toMatchObject({ product: "mivoice_business", held: { state: "no_service", category: null, template: null }, setUp: null });
  await setUp(user, role, { category: { name: "Office", tier: "standard" } });
  const after = await telephonyOf(user);
  expect(after.held).toMatchObject({ state: "set_up", category: { name: "Office", tier: "standard" }, template: "Office desk" });
  expect(after.setUp).toMatchObject({ plan: { status: "done" }, run: { status: "succeeded" } });
  expect(after.setUp!.run.lines.map(({ status }) => status)).toEqual(after.setUp!.run.lines.map(() => "done"));
  const [phone, ...others] = await onPbx(await loginOf(user));
  expect(others).toEqual([]);
  const configuration = await runOperation(getUserConfiguration, { resolved: await partner.at(user.accountId), input: { userId: user.userId } });
  expect(configuration).toMatchObject({ loginId: await loginOf(user), phones: [{ number: phone!.number, deviceType: "6930 IP" }] });
});

test("SVC-08 a number that the PBX refuses is told with the next free one; taking that one goes on without another question", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await setUp(user, role, { number: "2206" });
  const stopped = (await telephonyOf(user)).setUp!;
  expect(stopped).toMatchObject({ plan: { status: "ready" }, run: { status: "blocked", problems: [{ code: "number_taken", message: expect.stringMatching(/^Number 2206 is in use on mivb-1 by /) }] } });
  expect(await onPbx(await loginOf(user))).toEqual([]);
  const told = await database().prisma.notification.findFirst({ where: { status: "failed" }, orderBy: { createdAt: "desc" } });
  expect(told).toMatchObject({ title: "Office desk", body: expect.stringMatching(/^Nothing was sent\. Number 2206 is in use/) });
  const { number } = stopped.run.problems[0]!;
  await runOperation(changeRun, { resolved: await partner.at(user.accountId), input: { planId: stopped.plan.id, runId: stopped.run.id, number: number! } });
  await workOff(PROVISIONING);
  expect(await telephonyOf(user)).toMatchObject({ held: { state: "set_up" }, setUp: { run: { status: "succeeded", number } } });
  expect((await onPbx(await loginOf(user))).map((phone) => phone.number)).toEqual([number]);
});

test("SVC-08 a PBX that is down is told and nothing is lost; trying again sets the service up", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await peers.ask("mivb", "PUT", "/_faults", { outage: true });
  await setUp(user, role);
  await peers.ask("mivb", "PUT", "/_faults", { outage: false });
  const { held, setUp: refused } = await telephonyOf(user);
  expect(held).toMatchObject({ state: "no_service" });
  expect(refused).toMatchObject({ plan: { status: "refused", refusals: [expect.stringContaining("MiVoice Business")] } });
  await runOperation(readAgain, { resolved: await partner.at(user.accountId), input: { planId: refused!.plan.id } });
  await workOff(PROVISIONING);
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up" });
});

test("SVC-08 a step that the PBX refuses stops the run with its reason, and retry goes on from it", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await peers.ask("mivb", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/phones", status: 422, times: 1 }] });
  await setUp(user, role);
  const failed = await telephonyOf(user);
  expect(failed).toMatchObject({ held: { state: "failed" }, setUp: { run: { status: "failed", error: expect.stringMatching(/^mivb-1 refused/) } } });
  await runOperation(retryRuns, { resolved: await partner.at(user.accountId), input: { planId: failed.setUp!.plan.id } });
  await workOff(PROVISIONING);
  expect(await telephonyOf(user)).toMatchObject({ held: { state: "set_up" }, setUp: { run: { status: "succeeded", error: "" } } });
  expect(await onPbx(await loginOf(user))).toHaveLength(1);
});

test("SVC-03 SVC-04 another category with another template changes the service that is there, and keeps the number", async () => {
  const user = await aUserWithPeers(partner, peers);
  const office = await aRoleOfTemplate(partner, user.accountId, "Office desk", STANDARD);
  const sales = await aRoleOfTemplate(partner, user.accountId, "Sales desk", { "user.serviceCategory": "Sales", "phones.primary.serviceLabel": "Sales phone" });
  const choices = await runOperation(findSetUpChoices, { resolved: await partner.at(user.accountId), input: {} });
  expect(choices.categories.map(({ name, tier, templates }) => [name, tier, templates])).toEqual([["Contact Center", "premium", 1], ["Office", "standard", 1], ["Sales", null, 1]]);
  expect(choices.categories[1]!.contains).toEqual(["6930 IP"]);
  await addProduct(user);
  await setUp(user, office, { number: "2555" });
  expect((await telephonyOf(user)).held).toMatchObject({ category: { name: "Office", tier: "standard" } });
  await setUp(user, sales, { category: { name: "Sales", tier: null } });
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up", category: { name: "Sales", tier: null }, template: "Sales desk" });
  expect(await onPbx(await loginOf(user))).toMatchObject([{ number: "2555", serviceLabel: "Sales phone" }]);
});

test("what was asked for and has not begun gives way to what is asked for next", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await setUp(user, role, { number: "2206" });
  const first = (await telephonyOf(user)).setUp!.plan.id;
  await setUp(user, role);
  const where = { accountId_id: { accountId: user.accountId, id: first } };
  expect((await database().prisma.provisioningPlan.findUniqueOrThrow({ where })).status).toBe("cancelled");
  expect((await telephonyOf(user)).held).toMatchObject({ state: "set_up" });
});

test("NUM-09 the numbers of the account's MiVoice Business are read from it: its ranges, used and free, and who has which", async () => {
  const user = await aUserWithPeers(partner, peers);
  const role = await aRoleOfTemplate(partner, user.accountId, "Office desk");
  await addProduct(user);
  await setUp(user, role, { number: "2777" });
  const numbers = async (search = "") => runOperation(findNumbers, { resolved: await partner.at(user.accountId), input: { search } });
  const all = await numbers();
  expect(all).toMatchObject({ system: "mivb-1", problem: "", ranges: [{ from: "2000", to: "2999", size: 1000 }, { from: "30000", to: "69999", size: 40_000 }] });
  const inUse = new Set((await peers.ask<{ items: { number: string }[] }>("mivb", "GET", "/api/v1/numbers?limit=1000")).items.map(({ number }) => number));
  expect(inUse.has("2777")).toBe(true);
  expect(all.free.filter((number) => inUse.has(number))).toEqual([]);
  expect(all.ranges[0]!.used).toBeGreaterThanOrEqual(4);
  expect(await numbers("2777")).toMatchObject({ used: [{ number: "2777" }], usedCount: 1 });
  expect((await numbers("2778")).free[0]).toBe("2778");
  await peers.ask("mivb", "PUT", "/_faults", { outage: true });
  const down = await numbers();
  await peers.ask("mivb", "PUT", "/_faults", { outage: false });
  expect(down).toMatchObject({ system: "mivb-1", problem: expect.stringContaining("MiVoice Business"), ranges: [] });
});
