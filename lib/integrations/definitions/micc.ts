import type { IntegrationDefinition } from "../definition.ts";

export const micc: IntegrationDefinition = {
  key: "micc",
  name: "MiCC",
  tab: "mitel",
  description: "Transform Customer Journey into omnichannel experiences.",
  icon: "headset",
  privileges: ["delegatedAuthentication", "guestAccess"],
  loses: ["Contact Center Admin can no longer be opened, and the chat overlays of the account are deleted."],
  keeps: ["Users keep their contact center services; nothing is changed on the contact center itself."],
};
