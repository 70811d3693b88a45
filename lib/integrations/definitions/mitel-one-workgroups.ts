import type { IntegrationDefinition } from "../definition.ts";

export const mitelOneWorkgroups: IntegrationDefinition = {
  key: "mitel_one_workgroups",
  name: "Mitel One Workgroups",
  tab: "mitel",
  description: "Let teams of users look after callers and customers together.",
  icon: "care",
  loses: ["Customer Care can no longer be opened, and the workgroups of the account are deleted."],
  keeps: ["The users in them stay as they are."],
  pages: [{ id: "customerCare", path: "customer-care", key: "c", needs: "customer_care" }],
};
