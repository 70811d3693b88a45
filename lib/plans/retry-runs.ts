import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readPlan } from "./plan-view.ts";
import { PlanView, RunChoice } from "./schemas.ts";
import { supersededRuns } from "./superseded-runs.ts";

/** Goes on with failed runs from the step at which they stopped; those for whose users something newer was done are left as they are. */
export const retryRuns = operation({
  name: "runs.retry",
  summary: "Try failed runs again, from the step that failed",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: RunChoice,
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans/{planId}/retry" },
  async run({ account, db, emit, enqueue }, { planId, runIds }) {
    const plan = await readPlan(db, account.id, planId);
    const found = await db.provisioningRun.findMany({
      where: { accountId: account.id, planId, status: "failed", ...(runIds ? { id: { in: runIds } } : {}) },
      select: { id: true, userId: true, userName: true },
      orderBy: { position: "asc" },
    });
    if (found.length === 0) throw conflict("None of these runs has failed.");
    const superseded = await supersededRuns(db, account.id, found.map(({ id }) => id), { takingBack: false });
    const failed = found.filter(({ id }) => !superseded.has(id));
    if (failed.length === 0) throw conflict("Something newer was done for these users since. Make a new plan for them instead.");
    const ids = failed.map(({ id }) => id);
    // Of two who try again at once, one finds the runs queued.
    const { count } = await db.provisioningRun.updateMany({ where: { accountId: account.id, id: { in: ids }, status: "failed" }, data: { status: "queued", attempts: 0, finishedAt: null } });
    if (count !== ids.length) throw conflict("Somebody tries these runs again already.");
    await db.provisioningPlan.update({ where: { accountId_id: { accountId: account.id, id: planId } }, data: { status: "applying", failedCount: { decrement: count }, finishedAt: null } });
    await db.user.updateMany({ where: { accountId: account.id, id: { in: failed.map(({ userId }) => userId) } }, data: { servicesState: "working" } });
    await enqueue("provisioning.run", ids.map((runId) => ({ accountId: account.id, runId })));
    await emit(failed.map((run) => ({ action: "Apply", asset: { kind: "provisioning_run", id: run.id, name: run.userName }, details: { plan: plan.title, again: true } })));
    return readPlan(db, account.id, planId);
  },
});
