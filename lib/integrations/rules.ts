/** How integrations depend on each other and what they bring. Pure, and safe for the browser. */
import type { AccountSwitches } from "#lib/account-switches/schemas.ts";
import type { BroughtPage, IntegrationDefinition, Privilege } from "./definition.ts";
import type { IntegrationKey, IntegrationStates } from "./schemas.ts";

type Bonds = { key: IntegrationKey; needs?: readonly (readonly IntegrationKey[])[]; conflicts?: readonly IntegrationKey[] };

/** The prerequisites that are not among those present; of each list one would do (MIVB-02, VASSIST-01, TEAMS-02). */
export function missingNeeds({ needs = [] }: Bonds, present: ReadonlySet<IntegrationKey>): (readonly IntegrationKey[])[] {
  return needs.filter((oneOf) => !oneOf.some((key) => present.has(key)));
}

/** Those present that an integration can not be together with, whichever of the two says so. */
export function conflictsWith(bonds: Bonds, present: readonly Bonds[]): IntegrationKey[] {
  return present.filter(({ key, conflicts = [] }) => key !== bonds.key && (conflicts.includes(bonds.key) || bonds.conflicts?.includes(key))).map(({ key }) => key);
}

/** Those present that would lack a prerequisite without `key` (OP2-05). */
export function dependantsOf<B extends Bonds>(key: IntegrationKey, present: readonly B[]): B[] {
  const all = new Set(present.map((each) => each.key));
  const without = new Set([...all].filter((each) => each !== key));
  return present.filter((each) => each.key !== key && missingNeeds(each, without).length > missingNeeds(each, all).length);
}

/** The privileges that integrations bring (PRIV-03 to PRIV-07). */
export function privilegesOf(definitions: readonly IntegrationDefinition[]): Set<Privilege> {
  return new Set(definitions.flatMap(({ privileges = [] }) => privileges));
}

/** The privileges that go with an integration: those that none of the others holds, whatever was switched by hand (PRIV-09, OP2-07). */
export function privilegesLost(removed: IntegrationDefinition, others: readonly IntegrationDefinition[]): Privilege[] {
  const held = privilegesOf(others);
  return (removed.privileges ?? []).filter((privilege) => !held.has(privilege));
}

/** The integration among those present whose feature stands for another one (ONE-11). */
export function hostOf(key: IntegrationKey | "chat", present: readonly IntegrationDefinition[]): IntegrationDefinition | undefined {
  return present.find(({ features = [] }) => features.some(({ standsFor }) => standsFor === key));
}

/** The features of an integration: what is stored, and for the rest how they begin. */
export function featuresOf({ features = [] }: IntegrationDefinition, stored: Readonly<Record<string, unknown>>): Record<string, boolean> {
  return Object.fromEntries(features.map(({ key, initial }) => [key, typeof stored[key] === "boolean" ? stored[key] : initial]));
}

/** Whether an integration, and where asked one of its features, is in use. */
export function isInUse(states: IntegrationStates, key: IntegrationKey, feature?: string): boolean {
  const state = states[key];
  return state?.status === "on" && (feature === undefined || state.features[feature] === true);
}

/** The pages that the integrations of an account put into its navigation (WG-01, MIVB-04). */
export function broughtPages(definitions: readonly IntegrationDefinition[], states: IntegrationStates): BroughtPage[] {
  return definitions.flatMap(({ key, pages = [] }) => pages.filter(({ feature }) => isInUse(states, key, feature)));
}

/** Privileges as switches of the account that are to be set. */
export function switchesFor(privileges: Iterable<Privilege>, on: boolean): Partial<AccountSwitches> {
  return Object.fromEntries([...privileges].map((privilege) => [privilege, on]));
}
