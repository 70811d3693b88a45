/** What is said before an integration is removed. Pure. */
import type { IntegrationDefinition, Privilege } from "./definition.ts";
import { dependantsOf, privilegesLost } from "./rules.ts";

const PRIVILEGE_NAMES: Record<Privilege, string> = { delegatedAuthentication: "Delegated Authentication", guestAccess: "Allow Guest Access" };

/** What goes and what stays with an integration, one line each, beside the others of the account (INTEG-25, PRIV-09, OP2-05). */
export function removalLines(definition: IntegrationDefinition, present: readonly IntegrationDefinition[]): string[] {
  const others = present.filter(({ key }) => key !== definition.key);
  const privileges = privilegesLost(definition, others).map((privilege) => PRIVILEGE_NAMES[privilege]);
  const dependants = dependantsOf(definition.key, present).map(({ name }) => name);
  return [
    ...definition.loses,
    ...privileges.map((privilege) => `${privilege} is switched off, as nothing else on the account brings it.`),
    ...(dependants.length > 0 ? [`${enumerate(dependants)} ${dependants.length === 1 ? "needs" : "need"} ${definition.name}: what is there stays on the account, but does not work until ${definition.name} is back.`] : []),
    ...(definition.keeps ?? []),
  ];
}

/** "A, B and C" */
export function enumerate(names: readonly string[]): string {
  return new Intl.ListFormat("en").format(names);
}
