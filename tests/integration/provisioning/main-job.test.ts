/** From a template to phones on every system, against peers over the network. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addPlan } from "#lib/plans/add-plan.ts";
import { applyPlan } from "#lib/plans/apply-plan.ts";
import { changeRun, readAgain } from "#lib/plans/change-plan.ts";
import { getPlan } from "#lib/plans/find-plans.ts";
import { findRuns } from "#lib/plans/find-runs.ts";
import { retryRuns } from "#lib/plans/retry-runs.ts";
import { rollBackRuns } from "#lib/plans/roll-back-runs.ts";
import type { AddPlanInput, PlanView, RunView } from "#lib/plans/schemas.ts";
import { PROVISIONING, workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { connectPeers, startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";

let peers: TestPeers;
let partner: SignedIn;
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
});
afterAll(() => peers.close());

type Setup = { accountId: string; userIds: string[]; roleId: string };

async function accountWithUsers(count: number): Promise<Setup> {
  const account = await anAccount(partner);
  await connectPeers(partner, account.id, peers);
  const userIds = [];
  for (let index = 0; index < count; index += 1) userIds.push((await aUser(partner, account.id, { firstName: "Ada", lastName: `Brandt${index}` })).id);
  const role = await database().prisma.serviceRole.findFirstOrThrow({ where: { accountId: account.id } });
  return { accountId: account.id, userIds, roleId: role.id };
}

async function plan({ accountId, userIds, roleId }: Setup, more: Partial<AddPlanInput> = {}): Promise<PlanView> {
  const added = await runOperation(addPlan, { resolved: await partner.at(accountId), input: { selection: { mode: "some", ids: userIds }, serviceRoleId: roleId, ...more } });
  await workOff(PROVISIONING);
  return runOperation(getPlan, { resolved: await partner.at(accountId), input: { planId: added.id } });
}

async function apply(accountId: string, planId: string): Promise<PlanView> {
  await runOperation(applyPlan, { resolved: await partner.at(accountId), input: { planId } });
  await workOff(PROVISIONING);
  return runOperation(getPlan, { resolved: await partner.at(accountId), input: { planId } });
}

async function runsOf(accountId: string, planId: string): Promise<RunView[]> {
  return (await runOperation(findRuns, { resolved: await partner.at(accountId), input: { planId } })).items;
}

type MivbState = { users: { loginId: string }[]; phones: { number: string; loginId: string; protocol: string; acdAgent: boolean }[] };
type MbgState = { sipUsers: { sipUserName: string; number: string }[] };
type MicollabState = { accounts: { userName: string; phoneType: string; deviceType: number }[] };

async function loginOf(accountId: string, userId: string): Promise<string> {
  return (await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userId } } })).loginId!;
}

describe("a template for users", () => {
  test("ACDPRE-04 USER-90 ACDADD-03 ACDCC-01 FLOW-01 a plan sends nothing; applied, every part exists on every system", async () => {
    const setup = await accountWithUsers(2);
    const before = await peers.ask<MivbState>("mivb", "GET", "/_state");
    const made = await plan(setup, { firstNumber: "2100" });
    expect(made).toMatchObject({ status: "ready", runCount: 2, blockedCount: 0, refusals: [] });
    expect(made.stepCount).toBeGreaterThanOrEqual(12);
    expect((await peers.ask<MivbState>("mivb", "GET", "/_state")).phones).toEqual(before.phones);
    const [first] = await runsOf(setup.accountId, made.id);
    expect(first!.lines.map(({ title }) => title)).toContain("Create user and hot desk phone");

    const done = await apply(setup.accountId, made.id);
    expect(done).toMatchObject({ status: "done", succeededCount: 2, failedCount: 0 });
    const login = await loginOf(setup.accountId, setup.userIds[0]!);
    const pbx = await peers.ask<MivbState>("mivb", "GET", "/_state");
    const phone = pbx.phones.find((each) => each.loginId === login)!;
    expect(phone).toMatchObject({ protocol: "SIP", acdAgent: true });
    const gateway = await peers.ask<MbgState>("mbg", "GET", "/_state");
    expect(gateway.sipUsers.map(({ sipUserName }) => sipUserName)).toContain(`${login}-${phone.number}`);
    const clients = await peers.ask<MicollabState>("micollab", "GET", "/_state");
    expect(clients.accounts.find((each) => each.userName === login)).toMatchObject({ phoneType: "SOFTPHONE", deviceType: 76 });
    const user = await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: setup.accountId, id: setup.userIds[0]! } } });
    expect(user).toMatchObject({ servicesState: "in_sync", extension: phone.number });
    const listed = await runOperation(findUsers, { resolved: await partner.at(setup.accountId), input: {} });
    expect(listed.items.map(({ contactCenter }) => contactCenter)).toEqual([["Voice"], ["Voice"]]);
  });

  test("planning again after it was applied finds nothing to do", async () => {
    const setup = await accountWithUsers(1);
    await apply(setup.accountId, (await plan(setup)).id);
    expect(await plan(setup)).toMatchObject({ stepCount: 0, unchangedCount: 1 });
  });

  test("a number that is taken blocks its user before anything is sent, with the next free one as the way out", async () => {
    const setup = await accountWithUsers(2);
    const made = await plan(setup);
    const [run] = await runsOf(setup.accountId, made.id);
    await runOperation(changeRun, { resolved: await partner.at(setup.accountId), input: { planId: made.id, runId: run!.id, number: "2206" } });
    await workOff(PROVISIONING);
    const [blocked] = await runsOf(setup.accountId, made.id);
    expect(blocked).toMatchObject({ status: "blocked", lines: [] });
    expect(blocked!.problems[0]!.message).toMatch(/^Number 2206 is in use on mivb-1 by .*Reception/);
    const offered = blocked!.problems[0]!.number!;
    await runOperation(changeRun, { resolved: await partner.at(setup.accountId), input: { planId: made.id, runId: run!.id, number: offered } });
    await workOff(PROVISIONING);
    expect((await runsOf(setup.accountId, made.id))[0]).toMatchObject({ status: "planned", number: offered });
  });

  test("a user who is left out gets nothing", async () => {
    const setup = await accountWithUsers(2);
    const made = await plan(setup);
    const [run] = await runsOf(setup.accountId, made.id);
    await runOperation(changeRun, { resolved: await partner.at(setup.accountId), input: { planId: made.id, runId: run!.id, leaveOut: true } });
    await workOff(PROVISIONING);
    expect(await apply(setup.accountId, made.id)).toMatchObject({ status: "done", succeededCount: 1 });
    expect(await database().prisma.service.count({ where: { accountId: setup.accountId, userId: run!.userId } })).toBe(0);
  });

  test("a plan is refused, with what moved, when a system has changed since", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    const login = await loginOf(setup.accountId, setup.userIds[0]!);
    await peers.ask("mivb", "POST", "/api/v1/users", { loginId: login, firstName: "Somebody", lastName: "Else", email: "", department: "", location: "" });
    const refused = await apply(setup.accountId, made.id);
    expect(refused.status).toBe("stale");
    expect(refused.refusals.join(" ")).toContain(login);
    await runOperation(readAgain, { resolved: await partner.at(setup.accountId), input: { planId: made.id } });
    await workOff(PROVISIONING);
    expect(await apply(setup.accountId, made.id)).toMatchObject({ status: "done", succeededCount: 1 });
  });

  test("SIM-13 a system that is down when the plan is applied is named, nothing is said to have changed, and the plan is kept", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    await peers.ask("mbg", "PUT", "/_faults", { outage: true });
    const refused = await apply(setup.accountId, made.id);
    await peers.ask("mbg", "PUT", "/_faults", {});
    expect(refused).toMatchObject({ status: "ready", stepCount: made.stepCount, refusals: [expect.stringContaining("Border Gateway")] });
    await expect(apply(setup.accountId, made.id)).rejects.toMatchObject({ code: "conflict" });
    await runOperation(readAgain, { resolved: await partner.at(setup.accountId), input: { planId: made.id } });
    await workOff(PROVISIONING);
    expect(await apply(setup.accountId, made.id)).toMatchObject({ status: "done", succeededCount: 1 });
  });

  test("one answer that is lost while the systems are read keeps no plan from being made or applied", async () => {
    const setup = await accountWithUsers(1);
    await peers.ask("micc", "PUT", "/_faults", { failNext: [{ method: "GET", status: 503 }] });
    const made = await plan(setup);
    expect(made).toMatchObject({ status: "ready", refusals: [] });
    await peers.ask("micollab", "PUT", "/_faults", { failNext: [{ method: "GET", status: 503, times: 2 }] });
    expect(await apply(setup.accountId, made.id)).toMatchObject({ status: "done", succeededCount: 1 });
  });

  test("SIM-13 a system that is down when the plan is made is named", async () => {
    const setup = await accountWithUsers(1);
    await peers.ask("mbg", "PUT", "/_faults", { outage: true });
    const made = await plan(setup);
    await peers.ask("mbg", "PUT", "/_faults", { outage: false });
    expect(made).toMatchObject({ status: "refused" });
    expect(made.refusals.join(" ")).toContain("Border Gateway");
  });
});

describe("when a system fails", () => {
  test("a refusal stops the run with its reason; retry goes on from that step and does nothing twice", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    await peers.ask("micollab", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/client-accounts", status: 422, times: 1 }] });
    const failed = await apply(setup.accountId, made.id);
    expect(failed).toMatchObject({ status: "done", succeededCount: 0, failedCount: 1 });
    const [run] = await runsOf(setup.accountId, made.id);
    expect(run).toMatchObject({ status: "failed" });
    expect(run!.error).toMatch(/^micollab-1 refused/);
    const notification = await database().prisma.notification.findFirst({ where: { status: "failed" }, orderBy: { createdAt: "desc" } });
    expect(notification).toMatchObject({ link: `/accounts/${setup.accountId}/provisioning/runs/${made.id}` });

    await runOperation(retryRuns, { resolved: await partner.at(setup.accountId), input: { planId: made.id } });
    await workOff(PROVISIONING);
    expect(await runOperation(getPlan, { resolved: await partner.at(setup.accountId), input: { planId: made.id } })).toMatchObject({ status: "done", succeededCount: 1, failedCount: 0 });
    const login = await loginOf(setup.accountId, setup.userIds[0]!);
    expect((await peers.ask<MivbState>("mivb", "GET", "/_state")).phones.filter((phone) => phone.loginId === login)).toHaveLength(1);
  });

  test("an outage puts the run off, and it goes on by itself when the system is back", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    await runOperation(applyPlan, { resolved: await partner.at(setup.accountId), input: { planId: made.id } });
    await workOff(["provisioning.apply"]);
    await peers.ask("mbg", "PUT", "/_faults", { outage: true });
    await workOff(["provisioning.run"]);
    const [waiting] = await runsOf(setup.accountId, made.id);
    expect(waiting).toMatchObject({ status: "waiting" });
    expect(waiting!.error).toContain("mbg-1");
    await peers.ask("mbg", "PUT", "/_faults", { outage: false });
    await workOff(PROVISIONING, { evenLater: true });
    expect((await runsOf(setup.accountId, made.id))[0]).toMatchObject({ status: "succeeded", error: "" });
  });

  test("an answer that was lost on the way is no second phone", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    await peers.ask("mivb", "PUT", "/_faults", { dropAfterCommit: 1 });
    await apply(setup.accountId, made.id);
    await workOff(PROVISIONING, { evenLater: true });
    expect((await runsOf(setup.accountId, made.id))[0]).toMatchObject({ status: "succeeded" });
    const login = await loginOf(setup.accountId, setup.userIds[0]!);
    const pbx = await peers.ask<MivbState>("mivb", "GET", "/_state");
    expect(pbx.phones.filter((phone) => phone.loginId === login)).toHaveLength(1);
  });

  test("rolling back removes what was made, and the user has what there was before", async () => {
    const setup = await accountWithUsers(1);
    const made = await plan(setup);
    await peers.ask("micollab", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/client-accounts", status: 422, times: 1 }] });
    await apply(setup.accountId, made.id);
    const login = await loginOf(setup.accountId, setup.userIds[0]!);
    const back = await runOperation(rollBackRuns, { resolved: await partner.at(setup.accountId), input: { planId: made.id } });
    await workOff(PROVISIONING);
    expect(await runOperation(getPlan, { resolved: await partner.at(setup.accountId), input: { planId: back.id } })).toMatchObject({ status: "done", succeededCount: 1 });
    expect((await runsOf(setup.accountId, made.id))[0]).toMatchObject({ status: "rolled_back" });
    const pbx = await peers.ask<MivbState>("mivb", "GET", "/_state");
    expect(pbx.phones.filter((phone) => phone.loginId === login)).toEqual([]);
    expect(pbx.users.filter((user) => user.loginId === login)).toEqual([]);
    expect((await peers.ask<MbgState>("mbg", "GET", "/_state")).sipUsers.filter((set) => set.sipUserName.startsWith(`${login}-`))).toEqual([]);
    expect(await database().prisma.service.count({ where: { accountId: setup.accountId } })).toBe(0);
    const user = await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId: setup.accountId, id: setup.userIds[0]! } } });
    expect(user).toMatchObject({ servicesState: "none", extension: "", serviceRoleId: null });
  });
});

test("DEPLOY-29 DEPLOY-36 the deployment mail is queued with the services, its link sealed and the PIN nowhere in it", async () => {
  const setup = await accountWithUsers(1);
  await apply(setup.accountId, (await plan(setup)).id);
  const [mail] = await database().prisma.mailMessage.findMany({ where: { accountId: setup.accountId, kind: "deployment" } });
  expect(mail).toMatchObject({ userId: setup.userIds[0], status: "queued" });
  const { MAIL_PURPOSE } = await import("#lib/mail/send-mail.ts");
  const { unseal } = await import("#lib/crypto/seal.ts");
  const key = Buffer.from(process.env["SEAL_KEY"]!, "base64");
  const link = unseal(mail!.contentSealed!, key, MAIL_PURPOSE);
  expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/d\//);
  const deployment = await database().prisma.deployment.findFirstOrThrow({ where: { accountId: setup.accountId } });
  expect(unseal(deployment.pinSealed, key, "deployment pin")).toMatch(/^\d{6}$/);
});
