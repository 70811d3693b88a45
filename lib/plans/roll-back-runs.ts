import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { createPlan, createRuns } from "./create-plan.ts";
import { readPlan } from "./plan-view.ts";
import { PlanView, RunChoice } from "./schemas.ts";
import { supersededRuns } from "./superseded-runs.ts";

/** Takes runs back: removes what they made, in reverse order, and puts back what they removed. The way back is a plan of its own. */
export const rollBackRuns = operation({
  name: "runs.roll-back",
  summary: "Roll runs back",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
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
    const id = await createPlan({ actor, account, db, now }, { purpose: "rollback", title: plan.title });
    await enqueue("provisioning.plan", await createRuns(db, account.id, id, runs.map((run) => ({ userId: run.userId, userName: run.userName, undoesRunId: run.id }))));
    await emit(runs.map((run) => ({ action: "Apply", asset: { kind: "provisioning_run", id: run.id, name: run.userName }, details: { rollBack: true, plan: id } })));
    return readPlan(db, account.id, id);
  },
});
