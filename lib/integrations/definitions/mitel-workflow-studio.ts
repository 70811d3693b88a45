import type { IntegrationDefinition } from "../definition.ts";

/** Added first, and then slid to ON (WFS-12, WFS-13). */
export const mitelWorkflowStudio: IntegrationDefinition = {
  key: "mitel_workflow_studio",
  name: "Mitel Workflow Studio",
  tab: "mitel",
  description: "Automate work across applications with flows that you draw.",
  icon: "workflow",
  startsOff: true,
  loses: ["Users of the account lose access to Mitel Workflow Studio until it is added and switched on again."],
};
