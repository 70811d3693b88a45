/** What is picked in the catalogue and takes effect with Done (INTEG-21, INTEG-22). Pure. */
import { conflictsWith, dependantsOf, missingNeeds } from "#lib/integrations/rules.ts";
import type { CatalogueCard, IntegrationKey } from "#lib/integrations/schemas.ts";

export type Picks = {
  /** With the features that are set while adding. */
  add: ReadonlyMap<IntegrationKey, Record<string, boolean>>;
  remove: ReadonlySet<IntegrationKey>;
};

export const NOTHING_PICKED: Picks = { add: new Map(), remove: new Set() };

/** Whether a card counts as added, with what is picked. */
export function isAdded({ key, added }: CatalogueCard, { add, remove }: Picks): boolean {
  return add.has(key) || (added && !remove.has(key));
}

/** Picks a card, or takes back that it was to go. */
export function pick({ key, added, features }: CatalogueCard, { add, remove }: Picks): Picks {
  if (added) return { add, remove: new Set([...remove].filter((each) => each !== key)) };
  return { remove, add: new Map([...add, [key, Object.fromEntries(features.map((feature) => [feature.key, feature.initial]))]]) };
}

/** Puts a card down: what was picked is not, and what the account has is to go. */
export function putDown({ key, added }: CatalogueCard, { add, remove }: Picks): Picks {
  const others = new Map([...add].filter(([each]) => each !== key));
  return added && !add.has(key) ? { add, remove: new Set([...remove, key]) } : { remove, add: others };
}

/** What is still to be added: somebody else may have been quicker meanwhile. */
export function toAdd(cards: readonly CatalogueCard[], { add }: Picks): { key: IntegrationKey; features: Record<string, boolean> }[] {
  const present = new Set(cards.filter(({ added }) => added).map(({ key }) => key));
  return [...add].filter(([key]) => !present.has(key)).map(([key, features]) => ({ key, features }));
}

/** Sets a feature of a picked card (MIVB-03). */
export function setFeature(key: IntegrationKey, feature: string, on: boolean, { add, remove }: Picks): Picks {
  return { remove, add: new Map([...add].map(([each, features]) => [each, each === key ? { ...features, [feature]: on } : features])) };
}

/** The cards of a tab whose name or description holds what was typed (INTEG-19, INT-05). */
export function found(cards: readonly CatalogueCard[], search: string): CatalogueCard[] {
  const words = search.trim().toLowerCase();
  return cards.filter(({ name, description }) => `${name} ${description}`.toLowerCase().includes(words));
}

export type Hindrance = { kind: "needs"; oneOf: readonly IntegrationKey[] } | { kind: "conflicts"; with: IntegrationKey };

/** Why a card can not be picked as things are, or what has to be picked with it. */
export function hindranceOf(card: CatalogueCard, cards: readonly CatalogueCard[], picks: Picks): Hindrance | null {
  const present = cards.filter((each) => isAdded(each, picks));
  const [other] = conflictsWith(card, present);
  if (other) return { kind: "conflicts", with: other };
  const [oneOf] = missingNeeds(card, new Set(present.map(({ key }) => key)));
  return oneOf ? { kind: "needs", oneOf } : null;
}

/** Picked cards that would lack a prerequisite if this one were put down: they go with it. */
export function pickedDependants(card: CatalogueCard, cards: readonly CatalogueCard[], picks: Picks): CatalogueCard[] {
  return dependantsOf(card.key, cards.filter((each) => isAdded(each, picks))).filter(({ key }) => picks.add.has(key));
}
