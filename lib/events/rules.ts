/** What events are about, as data: the type of an event, what can be done to an asset, and for which integrations that is offered. Pure, and safe for the browser. */
import { ASSET_KINDS, EVENT_ACTIONS, EVENT_TYPES } from "./schemas.ts";
import type { AssetKind, EventAction, EventSource, EventType } from "./schemas.ts";

/** Integrations that offer something; "portal" is what every history has. */
type Offer = EventSource | "portal";

type AssetFacts = { type: EventType; offeredBy: Offer; actions: readonly EventAction[] };

const CHANGES = ["Add", "Edit", "Delete"] as const;

/** What is done to each kind of asset; nothing else can be written of it, so that the filter offers all that there is. */
const ACTIONS = {
  account: CHANGES,
  user: [...CHANGES, "Assign", "Unassign", "Send", "Sign in"],
  session: ["Sign in", "Sign out"],
  api_key: ["Add", "Delete"],
  template: CHANGES,
  network_element: CHANGES,
  user_import: [...CHANGES, "Import"],
  provisioning_plan: ["Add", "Edit", "Apply"],
  provisioning_run: ["Edit", "Apply"],
  drift: ["Edit", "Apply"],
  bulk_job: ["Cancel"],
  support_log: ["Add", "Edit", "Send"],
  order: ["Add", "Edit", "Assign", "Send", "Cancel"],
  billing_connection: ["Edit"],
  role: [...CHANGES, "Assign", "Unassign"],
  did: CHANGES,
  dn_range: CHANGES,
  group: CHANGES,
  group_membership: CHANGES,
  pbx_user_profile: CHANGES,
  phone: CHANGES,
  templated_services: CHANGES,
  user_license: ["License Assignment", "License Configuration Update", "License Removal"],
  tenant: CHANGES,
  integration: CHANGES,
  client_application: [...CHANGES, "Assign"],
  chat_overlay: CHANGES,
  workgroup: CHANGES,
} as const satisfies Record<AssetKind, readonly EventAction[]>;

/** The kinds of asset to which something can be done. */
export type KindsFor<Action extends EventAction> = { [Kind in AssetKind]: Action extends (typeof ACTIONS)[Kind][number] ? Kind : never }[AssetKind];

const MIVB = { type: "MiVB", offeredBy: "mivoice_business" } as const;
const ZOOM = { type: "Service Delivery", offeredBy: "zoom" } as const;

/** What only one integration knows (EVENT-33 to EVENT-41, EVENT-43); everything else is the portal's own configuration. */
const OF_INTEGRATIONS: Partial<Record<AssetKind, Omit<AssetFacts, "actions">>> = {
  did: MIVB,
  dn_range: MIVB,
  group: MIVB,
  group_membership: MIVB,
  pbx_user_profile: MIVB,
  phone: MIVB,
  templated_services: MIVB,
  provisioning_plan: MIVB,
  provisioning_run: MIVB,
  drift: MIVB,
  user_license: ZOOM,
  tenant: ZOOM,
};

/** The facts about a kind of asset. */
export function assetFacts(kind: AssetKind): AssetFacts {
  return { ...(OF_INTEGRATIONS[kind] ?? { type: "Admin", offeredBy: "portal" }), actions: ACTIONS[kind] };
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
