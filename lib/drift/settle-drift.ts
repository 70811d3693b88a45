import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { createPlan, createRuns } from "#lib/plans/create-plan.ts";
import type { PlanRequest } from "#lib/plans/plan-request.ts";
import { readPlan } from "#lib/plans/plan-view.ts";
import { PlanView } from "#lib/plans/schemas.ts";
import { DriftChoice } from "./schemas.ts";

type OpenDrift = { id: string; userId: string | null; kind: string; key: string; message: string };

/** Takes the chosen differences in hand; of two people who settle the same one at once, one is told. */
async function takeInHand(db: Db, accountId: string, driftIds: string[], status: "adopting" | "repairing"): Promise<OpenDrift[]> {
  const drifts = await db.drift.findMany({ where: { accountId, id: { in: driftIds }, status: "open" }, select: { id: true, userId: true, kind: true, key: true, message: true } });
  const { count } = await db.drift.updateMany({ where: { accountId, id: { in: drifts.map(({ id }) => id) }, status: "open" }, data: { status } });
  if (drifts.length === 0 || count !== drifts.length) throw conflict("These differences are no longer open. Look again.");
  return drifts;
}

/** Takes the systems' side into the portal: what they hold is from now on what is wanted. Nothing is sent. */
export const adoptDrift = operation({
  name: "drift.adopt",
  summary: "Take what the systems hold into the portal",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: DriftChoice,
  output: z.object({}),
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/differences/adopt" },
  async run({ account, db, emit, enqueue }, { driftIds }) {
    const drifts = await takeInHand(db, account.id, driftIds, "adopting");
    await enqueue("provisioning.adopt", { accountId: account.id, driftIds: drifts.map(({ id }) => id) });
    await emit(drifts.map((drift) => ({ action: "Edit", asset: { kind: "drift", id: drift.id, name: drift.message }, details: { adopted: true } })));
    return {};
  },
});

/** Brings the systems back to what is wanted, by a plan of its own that is applied at once. */
export const repairDrift = operation({
  name: "drift.repair",
  summary: "Bring the systems back to what is wanted",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: DriftChoice,
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/differences/repair" },
  async run({ actor, account, db, emit, enqueue, now }, { driftIds }) {
    const drifts = await takeInHand(db, account.id, driftIds, "repairing");
    const repairs: PlanRequest["repairs"] = {};
    for (const { userId, kind, key } of drifts) if (userId) (repairs[userId] ??= []).push({ kind, key });
    const users = await db.user.findMany({ where: { accountId: account.id, id: { in: Object.keys(repairs) } }, select: { id: true, name: true } });
    if (users.length === 0) throw conflict("These differences belong to nobody in this account and can not be repaired from here.");
    const id = await createPlan({ actor, account, db, now }, { purpose: "repair", title: "Repair differences", request: { repairs } });
    await enqueue("provisioning.plan", await createRuns(db, account.id, id, users.map((user) => ({ userId: user.id, userName: user.name }))));
    await emit(drifts.map((drift) => ({ action: "Apply", asset: { kind: "drift", id: drift.id, name: drift.message }, details: { repaired: true, plan: id } })));
    return readPlan(db, account.id, id);
  },
});
