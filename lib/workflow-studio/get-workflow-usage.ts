import { z } from "zod";
import { connectionOf } from "#lib/applications/connections.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { billingPeriodOf, workflowLimits } from "#lib/products/workflow-studio.ts";
import { assertSubscriptions } from "#lib/subscriptions/availability.ts";
import { askExecutions } from "./ask-studio.ts";
import { WORKFLOW_TIERS, WorkflowUsage } from "./schemas.ts";

/** The flow executions of the present billing period, as Workflow Studio counts them, against what the orders entitle to (WFS-21). */
export const getWorkflowUsage = operation({
  name: "workflow-studio.get-usage",
  summary: "How many flow executions of an account are used in this billing period",
  permission: [{ feature: "subscriptions", action: "view" }],
  scope: "account",
  kind: "read",
  integration: { key: "mitel_workflow_studio" },
  input: z.object({}),
  output: WorkflowUsage,
  http: { method: "GET", path: "/accounts/{accountId}/workflow-studio/usage" },
  async run({ actor, account, db, now }) {
    assertSubscriptions(actor);
    const connection = connectionOf("mitel_workflow_studio");
    if (!connection) throw conflict("Mitel Workflow Studio is not connected to this portal.");
    const today = dayOf(now);
    const period = billingPeriodOf(today);
    const limits = workflowLimits(await readEntitlement(db, account.id, today));
    const executed = await askExecutions(connection, account.id, period.from);
    return { ...period, tiers: WORKFLOW_TIERS.map((tier) => ({ tier, executed: executed[tier], entitled: limits[tier] })) };
  },
});
