/** What is left to do by hand for an ACD agent (ACDCC-11). */
import { find, indexOf, ofKind } from "./resources.ts";
import type { Resource, ResourceIndex } from "./resources.ts";

export type RemainingStep = { code: "agent_group" | "contact_center_user" | "synchronize"; number: string; message: string };

/**
 * The steps that remain for the ACD agents among these resources, by what the peers hold now; each is on the list until it
 * is done: membership in an agent group of the PBX (ACDCC-04), the user in the contact center (ACDCC-03), and the contact
 * center's synchronization while it does not know a membership of the PBX (ACDCC-08).
 */
export function remainingSteps(actual: readonly Resource[]): RemainingStep[] {
  const index = indexOf(actual);
  const memberships = ofKind(actual, "mivb.agent_group_member");
  return ofKind(actual, "mivb.phone")
    .filter(({ attributes }) => attributes.hotDeskingUser && attributes.acdAgent)
    .flatMap(({ key }) => {
      const groups = memberships.filter(({ attributes }) => attributes.agentNumber === key).map(({ attributes }) => attributes.group);
      return stepsFor(key, groups, index);
    });
}

function stepsFor(number: string, groups: string[], index: ResourceIndex): RemainingStep[] {
  const steps: RemainingStep[] = [];
  if (groups.length === 0) {
    steps.push({ code: "agent_group", number, message: `Add agent ${number} to an agent group on the MiVoice Business.` });
  }
  const agent = find(index, "micc.agent", number);
  if (agent === undefined) {
    steps.push({ code: "contact_center_user", number, message: `Create agent ${number} and its employee in the contact center.` });
  }
  if (groups.some((group) => !agent?.attributes.skillGroups.includes(group))) {
    steps.push({ code: "synchronize", number, message: `Synchronize the contact center, so that it learns the agent groups of ${number}.` });
  }
  return steps;
}
