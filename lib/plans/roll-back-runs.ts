import { newId } from "#lib/db/id.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { PlanRequest } from "./plan-request.ts";
import { readPlan } from "./plan-view.ts";
import { PlanView, RunChoice } from "./schemas.ts";
import { supersededRuns } from "./superseded-runs.ts";

/** Takes runs back: removes what they made, in reverse order, and puts back what they removed. The way back is a plan of its own. */
export const rollBackRuns = operation({
  name: "runs.roll-back",
  summary: "Roll runs back",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "write",
  input: RunChoice,
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans/{planId}/roll-back" },
  async run({ actor, account, db, emit, enqueue, now }, { planId, runIds }) {
    const plan = await readPlan(db, account.id, planId);
    if (plan.purpose === "rollback") throw conflict("A roll back can not be rolled back. Apply the template again.");
    const found = await db.provisioningRun.findMany({
      where: { accountId: account.id, planId, status: { in: ["failed", "succeeded"] }, ...(runIds ? { id: { in: runIds } } : {}) },
      select: { id: true, userId: true, userName: true },
      // In reverse: who came last goes first.
      orderBy: { position: "desc" },
    });
    if (found.length === 0) throw conflict("None of these runs has anything to roll back.");
    const superseded = await supersededRuns(db, account.id, found.map((run) => run.id), { takingBack: true });
    const runs = found.filter((run) => !superseded.has(run.id));
    if (runs.length === 0) throw conflict("Something newer was done for these users since. Roll that back first.");
    const id = newId();
    await db.provisioningPlan.create({
      data: {
        ...{ accountId: account.id, id, purpose: "rollback", status: "planning", title: plan.title, request: PlanRequest.parse({}), runCount: runs.length },
        ...{ createdById: actor.userId, createdByAccountId: actor.accountId, createdByName: actor.name, createdAt: now },
      },
    });
    await db.provisioningRun.createMany({
      data: runs.map((run, index) => ({ accountId: account.id, id: newId(), planId: id, userId: run.userId, userName: run.userName, position: index + 1, status: "planned", undoesRunId: run.id })),
    });
    await enqueue("provisioning.plan", { accountId: account.id, planId: id });
    await emit(runs.map((run) => ({ action: "Apply", asset: { kind: "provisioning_run", id: run.id, name: run.userName }, details: { rollBack: true, plan: id } })));
    return readPlan(db, account.id, id);
  },
});
