import { z } from "zod";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readPlan } from "./plan-view.ts";
import { PlanView } from "./schemas.ts";

/** Applies a plan that was reviewed. A job looks first whether the systems are still as the plan was made from. */
export const applyPlan = operation({
  name: "plans.apply",
  summary: "Apply a plan",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: z.object({ planId: z.uuid() }),
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans/{planId}/apply" },
  async run({ account, db, emit, enqueue }, { planId }) {
    const plan = await readPlan(db, account.id, planId);
    if (plan.refusals.length > 0) throw conflict(plan.refusals.join(" "));
    if (plan.runCount - plan.blockedCount === 0) throw conflict("Nobody is left that the plan could be applied to.");
    // Of two who apply at once, one finds it applied.
    const { count } = await db.provisioningPlan.updateMany({ where: { accountId: account.id, id: planId, status: "ready" }, data: { status: "checking" } });
    if (count === 0) throw conflict(plan.status === "stale" ? "The systems have changed since the plan was made. Read them again first." : "This plan is not waiting to be applied.");
    await enqueue("provisioning.apply", { accountId: account.id, planId });
    await emit({ action: "Apply", asset: { kind: "provisioning_plan", id: planId, name: plan.title }, details: { users: plan.runCount - plan.blockedCount, steps: plan.stepCount } });
    return readPlan(db, account.id, planId);
  },
});
