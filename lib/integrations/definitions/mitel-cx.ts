import type { IntegrationDefinition } from "../definition.ts";

export const mitelCx: IntegrationDefinition = {
  key: "mitel_cx",
  name: "Mitel CX",
  tab: "mitel",
  description: "Serve customers on every channel, with agents who are managed in one place.",
  icon: "people",
  loses: ["Mitel CX can no longer be assigned to users of the account."],
  keeps: ["What Mitel CX holds of its employees and agents stays there."],
};
