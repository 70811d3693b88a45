/** What events are about, as data: the type of an event, what can be done to an asset, and for which integrations that is offered. Pure, and safe for the browser. */
import { ASSET_KINDS, EVENT_ACTIONS, EVENT_TYPES } from "./schemas.ts";
import type { AssetKind, EventAction, EventSource, EventType } from "./schemas.ts";

/** Integrations that offer something; "portal" is what every history has. */
type Offer = EventSource | "portal";

type AssetFacts = { type: EventType; offeredBy: Offer; actions: readonly EventAction[] };

const CHANGES = ["Add", "Edit", "Delete"] as const;
const mivb = (actions: readonly EventAction[] = CHANGES): AssetFacts => ({ type: "MiVB", offeredBy: "mivoice_business", actions });
const zoom = (actions: readonly EventAction[]): AssetFacts => ({ type: "Service Delivery", offeredBy: "zoom", actions });

/** What only one integration knows (EVENT-33 to EVENT-41, EVENT-43); everything else is the portal's own configuration. */
const OF_INTEGRATIONS: Partial<Record<AssetKind, AssetFacts>> = {
  did: mivb(),
  dn_range: mivb(),
  group: mivb(),
  group_membership: mivb(),
  pbx_user_profile: mivb(),
  phone: mivb(),
  templated_services: mivb(),
  provisioning_plan: mivb(["Add", "Edit", "Apply"]),
  provisioning_run: mivb(["Edit", "Apply"]),
  drift: mivb(["Edit", "Apply"]),
  user_license: zoom(["License Assignment", "License Configuration Update", "License Removal"]),
  tenant: zoom(CHANGES),
};

/** What is done to the portal's own assets, where it is not the usual. */
const OWN_ACTIONS: Partial<Record<AssetKind, readonly EventAction[]>> = {
  account: CHANGES,
  user: ["Add", "Edit", "Delete", "Assign", "Unassign", "Send"],
  session: ["Sign in", "Sign out"],
  api_key: ["Add", "Delete"],
  user_import: ["Add", "Edit", "Delete", "Import"],
  bulk_job: ["Cancel"],
  support_log: ["Add", "Edit", "Send"],
  order: ["Add", "Edit", "Assign", "Send", "Cancel"],
  billing_connection: ["Edit"],
  role: ["Add", "Edit", "Delete", "Assign", "Unassign"],
};

const USUAL: readonly EventAction[] = ["Add", "Edit", "Delete", "Assign"];

/** The facts about a kind of asset. */
export function assetFacts(kind: AssetKind): AssetFacts {
  return OF_INTEGRATIONS[kind] ?? { type: "Admin", offeredBy: "portal", actions: OWN_ACTIONS[kind] ?? USUAL };
}

/** The category of an event, decided by the kind of its asset (EVENT-18); of a kind that is not known any more it is the portal's own. */
export function typeOfAsset(kind: string): EventType {
  return OF_INTEGRATIONS[kind as AssetKind]?.type ?? "Admin";
}

/** The kinds of asset whose events are of a type. */
export function kindsOfType(type: EventType): AssetKind[] {
  return ASSET_KINDS.filter((kind) => assetFacts(kind).type === type);
}

/** What is chosen in the filter so far, as far as it narrows the rest. */
export type Chosen = { assetKind?: string | undefined; action?: string | undefined; type?: string | undefined };

export type FilterOptions = { assetKind: AssetKind[]; action: EventAction[]; type: EventType[] };

/** The event types that a filter offers, and by which integration: "Admin" is one of MiVoice Business (EVENT-44, EVENT-45). */
const TYPE_OFFERED_BY: Record<EventType, EventSource> = { Admin: "mivoice_business", MiVB: "mivoice_business", "Service Delivery": "zoom" };

/**
 * What each field of the filter offers: of what the account's integrations offer together (EVENT-31 to EVENT-45), that which fits
 * the other fields as they are chosen (EVENT-48). A choice never narrows its own field, so that it can be changed.
 */
export function filterOptions(sources: readonly EventSource[], chosen: Chosen = {}): FilterOptions {
  const offered = ASSET_KINDS.filter((kind) => isOffered(assetFacts(kind).offeredBy, sources));
  const fitting = (but: keyof Chosen) =>
    offered.filter((kind) => {
      const { type, actions } = assetFacts(kind);
      return (
        (but === "assetKind" || !chosen.assetKind || chosen.assetKind === kind) &&
        (but === "action" || !chosen.action || actions.some((action) => action === chosen.action)) &&
        (but === "type" || !chosen.type || chosen.type === type)
      );
    });
  const actions = new Set(fitting("action").flatMap((kind) => assetFacts(kind).actions));
  const types = new Set(fitting("type").map((kind) => assetFacts(kind).type));
  return {
    assetKind: fitting("assetKind"),
    action: EVENT_ACTIONS.filter((action) => actions.has(action)),
    type: EVENT_TYPES.filter((type) => types.has(type) && sources.includes(TYPE_OFFERED_BY[type])),
  };
}

function isOffered(by: Offer, sources: readonly EventSource[]): boolean {
  return by === "portal" || sources.includes(by);
}
