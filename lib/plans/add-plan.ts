import { Prisma } from "#lib/db/generated/client.ts";
import { invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { selectionConditions } from "#lib/users/user-filter.ts";
import { createPlan } from "./create-plan.ts";
import { readPlan } from "./plan-view.ts";
import { readRole } from "./read-role.ts";
import { AddPlanInput, PlanView } from "./schemas.ts";

/**
 * Asks for a plan: giving a template to users, or taking their services away. Nothing is sent to any system; a job reads them
 * and works the steps out.
 */
export const addPlan = operation({
  name: "plans.add",
  summary: "Plan a template, or the removal of services, for users",
  permission: [{ feature: "users", action: "edit" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "write",
  input: AddPlanInput,
  output: PlanView,
  http: { method: "POST", path: "/accounts/{accountId}/provisioning/plans" },
  async run({ actor, account, db, emit, enqueue, now }, { selection, serviceRoleId, ...choices }) {
    const role = serviceRoleId ? await readRole(db, account.id, serviceRoleId) : null;
    const id = await createPlan({ actor, account, db, now }, { purpose: role ? "assign" : "remove", title: role?.name ?? "Remove services", request: choices, role });
    const runCount = await db.$executeRaw`
      insert into provisioning_runs (account_id, id, plan_id, user_id, user_name, position, status)
      select u.account_id, gen_random_uuid(), ${id}::uuid, u.id, u.name, row_number() over (order by u.name_key, u.id), 'planned'
        from users u where ${Prisma.join(selectionConditions(account.id, selection), " and ")}`;
    if (runCount === 0) throw invalid("Please select at least one user.", "selection");
    await db.provisioningPlan.update({ where: { accountId_id: { accountId: account.id, id } }, data: { runCount } });
    await enqueue("provisioning.plan", { accountId: account.id, planId: id });
    await emit({ action: "Add", asset: { kind: "provisioning_plan", id, name: role?.name ?? "Remove services" }, details: { users: runCount, ...choices } });
    return readPlan(db, account.id, id);
  },
});
