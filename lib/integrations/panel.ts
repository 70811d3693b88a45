/** The panel "Integrations" out of what is stored of an account. Pure. */
import type { ElementKind } from "#lib/network-elements/schemas.ts";
import { ELEMENT_LABELS } from "#lib/network-elements/schemas.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import type { FeatureDefinition, IntegrationDefinition, Told } from "./definition.ts";
import { DEFINITIONS, definitionOf } from "./registry.ts";
import { removalLines } from "./removal-lines.ts";
import { featuresOf, hostOf, missingNeeds } from "./rules.ts";
import type { CatalogueCard, FeatureView, IntegrationEntry, IntegrationKey, IntegrationStatus } from "./schemas.ts";
import { settingsView } from "./settings.ts";
import type { StoredIntegration } from "./stored.ts";

export type Situation = Told & {
  stored: readonly StoredIntegration[];
  /** The products that the account has running orders of. */
  subscribed: ReadonlySet<ProductKey>;
};

/** The entries of the panel, in the order in which they were added. */
export function entriesOf(situation: Situation): IntegrationEntry[] {
  return situation.stored.map((stored) => entryOf(stored, situation));
}

/** One entry of the panel (INTEG-06, INTEG-07). */
export function entryOf(stored: StoredIntegration, situation: Situation): IntegrationEntry {
  const definition = definitionOf(stored.key);
  const present = situation.stored.map(({ key }) => definitionOf(key));
  const features = featureViews(definition, stored, situation);
  const place = placeOf(definition, stored.status);
  return {
    key: stored.key,
    name: definition.name,
    icon: definition.icon,
    status: stored.status,
    removing: stored.removal !== null,
    state: stateOf(definition, stored, features, new Set(present.map(({ key }) => key)), situation),
    features,
    setUpLabel: definition.setUp?.label ?? "Complete setup",
    settingsPlace: place,
    ownPage: (stored.status === "on" && definition.ownPage) || null,
    settings: place === "dialog" && definition.settings ? settingsView(definition.settings, stored.settings) : null,
    removal: removalLines(definition, present),
    revert: definition.revert?.(situation.gateway) ?? null,
    mergedInto: hostOf(stored.key, present)?.key ?? null,
    version: stored.version,
  };
}

/** Where its settings are. */
function placeOf({ settings, setUp }: IntegrationDefinition, status: IntegrationStatus): IntegrationEntry["settingsPlace"] {
  if (!setUp) return settings ? "dialog" : null;
  return setUp.dialog === "always" || (setUp.dialog === "until_complete" && status === "incomplete") ? "dialog" : "page";
}

function stateOf(definition: IntegrationDefinition, { status, removal, problem }: StoredIntegration, features: readonly FeatureView[], present: ReadonlySet<IntegrationKey>, situation: Situation): IntegrationEntry["state"] {
  if (removal) return { tone: "neutral", message: `Being removed, as ${removal.name} asked for` };
  const [missing] = missingNeeds(definition, present);
  if (missing) return { tone: "bad", message: `Needs ${missing.map((key) => definitionOf(key).name).join(" or ")}, which is not on this account` };
  if (definition.state && status !== "off") return definition.state(situation);
  if (status === "incomplete") return { tone: "warn", message: definition.setUp?.status ?? "" };
  if (problem !== "") return { tone: "bad", message: problem };
  if (status === "off") return { tone: "neutral", message: "Switched off. Slide it to the right to switch it on." };
  const { subscription } = definition;
  if (subscription && !situation.subscribed.has(subscription)) return { tone: "warn", message: `Requires a ${PRODUCTS[subscription].name} subscription to use this feature.` };
  if (features.some(({ attention }) => attention !== "")) return { tone: "warn", message: "Open additional features to see details" };
  return definition.setUp ? { tone: "good", message: definition.setUp.done ?? "Set-up complete" } : null;
}

function featureViews(definition: IntegrationDefinition, stored: StoredIntegration, situation: Situation): FeatureView[] {
  const on = featuresOf(definition, stored.features);
  return (definition.features ?? []).filter(({ onPage }) => !onPage).map((feature) => ({
    key: feature.key,
    label: feature.label,
    hint: feature.hint,
    on: on[feature.key]!,
    ...attentionOf(feature, on[feature.key]!, situation.elements),
    gear: feature.standsFor ?? null,
    settings: settingsBelow(feature, stored, situation.stored),
  }));
}

function attentionOf({ label, wanted, needsElement }: FeatureDefinition, on: boolean, elements: ReadonlySet<ElementKind>): Pick<FeatureView, "attention" | "attentionPath"> {
  if (wanted && !on) return { attention: `${label} is off. Switch it on to use it.`, attentionPath: "" };
  if (on && needsElement && !elements.has(needsElement)) return { attention: `No ${ELEMENT_LABELS[needsElement]} is connected.`, attentionPath: "integrations/network-elements" };
  return { attention: "", attentionPath: "" };
}

/** Kept with the integration that the feature stands for, or where the account has it not by itself, with the one that has the feature (ONE-09). */
function settingsBelow({ standsFor }: FeatureDefinition, host: StoredIntegration, all: readonly StoredIntegration[]): FeatureView["settings"] {
  if (!standsFor || standsFor === "chat") return null;
  const { settings } = definitionOf(standsFor);
  if (!settings) return null;
  const keeper = all.find(({ key }) => key === standsFor) ?? host;
  return { key: keeper.key, version: keeper.version, view: settingsView(settings, keeper.settings) };
}

/** Chat is an entry of its own until something has it among its features (INTEG-08, ONE-10, ONE-13). */
export function chatStandsAlone(stored: readonly StoredIntegration[]): boolean {
  return hostOf("chat", stored.map(({ key }) => definitionOf(key))) === undefined;
}

/** The cards of the catalogue (INTEG-17, INTEG-20). */
export function cardsOf(stored: readonly StoredIntegration[]): CatalogueCard[] {
  const present = new Set(stored.map(({ key }) => key));
  return DEFINITIONS.map(({ key, name, tab, icon, description, needs = [], conflicts = [], features = [] }) => ({
    key,
    name,
    tab,
    icon,
    description,
    added: present.has(key),
    needs: needs.map((oneOf) => [...oneOf]),
    conflicts: [...conflicts],
    features: features.filter(({ offeredOnAdding }) => offeredOnAdding).map(({ key: feature, label, hint, initial }) => ({ key: feature, label, hint, initial })),
  }));
}
