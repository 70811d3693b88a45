import type { IntegrationDefinition } from "../definition.ts";
import { micollabLine } from "../micollab-line.ts";

/** Chat in MiCollab works once its server allows it as well (MICOL-02). */
export const micollab: IntegrationDefinition = {
  key: "micollab",
  name: "MiCollab",
  tab: "mitel",
  description: "Everything your organization needs to connect, communicate and collaborate.",
  icon: "collaboration",
  ownPage: "integrations/micollab",
  state: ({ elements, micollab: told }) => micollabLine(elements.has("micollab"), told),
  privileges: ["delegatedAuthentication"],
  loses: ["CloudLink Chat ends in the MiCollab of all users of the account."],
  keeps: ["Users keep their MiCollab services; nothing is changed on the MiCollab server itself."],
};
