import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { lockPlan } from "./lock-plan.ts";
import { PlanRequest } from "./plan-request.ts";
import { readPlan } from "./plan-view.ts";
import { ChangeRunInput, PlanView } from "./schemas.ts";

/** A plan can be changed and made anew until it is applied. */
const CHANGEABLE = ["ready", "stale", "refused"];

async function makeAnew(db: Db, accountId: string, planId: string): Promise<void> {
  const { count } = await db.provisioningPlan.updateMany({ where: { accountId, id: planId, status: { in: CHANGEABLE } }, data: { status: "planning", refusals: [] } });
  if (count === 0) throw conflict("This plan can not be changed any more.");
}

/** Leaves a user out of a plan or takes them in again, or asks for another number; the plan is then made anew. */
export const changeRun = operation({
  name: "runs.update",
  summary: "Leave a user out of a plan, or ask for another number",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: ChangeRunInput,
  output: PlanView,
  http: { method: "PATCH", path: "/accounts/{accountId}/provisioning/plans/{planId}/runs/{runId}" },
  async run({ account, db, emit, enqueue }, { planId, runId, leaveOut, number }) {
    const run = await db.provisioningRun.findFirst({ where: { accountId: account.id, planId, id: runId }, include: { plan: true } });
    if (!run) throw notFound("The run");
    await makeAnew(db, account.id, planId);
    if (leaveOut !== undefined) {
      await db.provisioningRun.update({ where: { accountId_id: { accountId: account.id, id: runId } }, data: { status: leaveOut ? "left_out" : "planned", problems: [] } });
    }
    if (number !== undefined) {
      const request = PlanRequest.parse(run.plan.request);
      request.numbers[run.userId] = number;
      await db.provisioningPlan.update({ where: { accountId_id: { accountId: account.id, id: planId } }, data: { request } });
    }
    await enqueue("provisioning.plan", { accountId: account.id, planId });
    await emit({ action: "Edit", asset: { kind: "provisioning_run", id: runId, name: run.userName }, changes: leaveOut === undefined ? [{ property: "number", before: run.number, after: number }] : [{ property: "leftOut", before: !leaveOut, after: leaveOut }] });
    return readPlan(db, account.id, planId);
  },
});

/** Reads the systems again and makes the plan anew. */
export const readAgain = operation({
  name: "plans.read-again",
  summary: "Read the systems again and make the plan anew",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: z.object({ planId: z.uuid() }),
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans/{planId}/read-again" },
  async run({ account, db, emit, enqueue }, { planId }) {
    const plan = await readPlan(db, account.id, planId);
    await makeAnew(db, account.id, planId);
    await enqueue("provisioning.plan", { accountId: account.id, planId });
    await emit({ action: "Edit", asset: { kind: "provisioning_plan", id: planId, name: plan.title }, details: { read: "again" } });
    return readPlan(db, account.id, planId);
  },
});

/** Gives a plan up. Runs that were not begun are left; those in hand are finished, so that nobody is left half done (pains 23). */
export const cancelPlan = operation({
  name: "plans.cancel",
  summary: "Cancel a plan, or what of it has not begun",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: z.object({ planId: z.uuid() }),
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans/{planId}/cancel" },
  async run({ account, db, emit, now }, { planId }) {
    await lockPlan(db, account.id, planId);
    const plan = await readPlan(db, account.id, planId);
    if (["done", "cancelled"].includes(plan.status)) throw conflict("This plan has ended already.");
    const where = { accountId: account.id, planId };
    const cancelled = await db.provisioningRun.updateManyAndReturn({ where: { ...where, status: "queued", doneCount: 0 }, data: { status: "cancelled", finishedAt: now }, select: { id: true } });
    await backToBefore(db, account.id, cancelled.map(({ id }) => id));
    const active = await db.provisioningRun.count({ where: { ...where, status: { in: ["queued", "running", "waiting"] } } });
    if (active === 0) await db.provisioningPlan.update({ where: { accountId_id: { accountId: account.id, id: planId } }, data: { status: "cancelled", finishedAt: now } });
    await emit({ action: "Edit", asset: { kind: "provisioning_plan", id: planId, name: plan.title }, changes: [{ property: "status", before: plan.status, after: "cancelled" }], details: { cancelledRuns: cancelled.length } });
    return readPlan(db, account.id, planId);
  },
});

/** Users whose run was cancelled now, before it began, want again what they wanted before. */
async function backToBefore(db: Db, accountId: string, runIds: string[]): Promise<void> {
  await db.$executeRaw`
    delete from services s using provisioning_runs r
     where r.account_id = ${accountId}::uuid and r.id = any(${runIds}::uuid[]) and s.account_id = r.account_id and s.user_id = r.user_id`;
  await db.$executeRaw`
    insert into services (account_id, user_id, kind, key, element_id, attributes, number)
    select r.account_id, r.user_id, p.kind, p.key, e.id, p.attributes, coalesce(p.attributes->>'number', p.attributes->>'agentNumber', '')
      from provisioning_runs r
      cross join lateral jsonb_to_recordset(coalesce(r.previous->'services', '[]')) as p (kind text, key text, attributes jsonb)
      join network_elements e on e.account_id = r.account_id and e.kind = split_part(p.kind, '.', 1)
     where r.account_id = ${accountId}::uuid and r.id = any(${runIds}::uuid[])`;
  await db.$executeRaw`
    update users u set services_state = coalesce(r.previous->>'servicesState', 'none'), service_role_id = (r.previous->>'serviceRoleId')::uuid
      from provisioning_runs r
     where r.account_id = ${accountId}::uuid and r.id = any(${runIds}::uuid[]) and u.account_id = r.account_id and u.id = r.user_id`;
}
