import { z } from "zod";
import type { IntegrationKey } from "#lib/integrations/schemas.ts";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

/** What can be done to an asset. "Add" reads "Create" on the screen (EVENT-17). */
export const EVENT_ACTIONS = [
  "Add",
  "Edit",
  "Delete",
  "Assign",
  "Unassign",
  "Send",
  "Import",
  "Apply",
  "Sign in",
  "Sign out",
  "Cancel",
  "License Assignment",
  "License Configuration Update",
  "License Removal",
] as const;
export type EventAction = (typeof EVENT_ACTIONS)[number];

export const ASSET_KINDS = [
  "account",
  "user",
  "session",
  "api_key",
  "template",
  "network_element",
  "user_import",
  "provisioning_plan",
  "provisioning_run",
  "drift",
  "bulk_job",
  "support_log",
  "order",
  "billing_connection",
  "role",
  "did",
  "dn_range",
  "group",
  "group_membership",
  "pbx_user_profile",
  "phone",
  "templated_services",
  "user_license",
  "tenant",
  "integration",
  "client_application",
  "chat_overlay",
  "workgroup",
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

/** The integrations whose events there are (EVENT-02). */
export const EVENT_SOURCES = ["mivoice_business", "zoom"] as const satisfies readonly IntegrationKey[];
export type EventSource = (typeof EVENT_SOURCES)[number];

/** The categories of events, as they read everywhere (EVENT-18, OP1-79). */
export const EVENT_TYPES = ["Admin", "MiVB", "Service Delivery"] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const PropertyChange = z.object({ property: z.string(), before: z.unknown(), after: z.unknown() });
export type PropertyChange = z.infer<typeof PropertyChange>;

const Details = z.record(z.string(), z.unknown());

export const EventView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  type: z.enum(EVENT_TYPES),
  action: z.string(),
  assetKind: z.string(),
  assetId: z.string(),
  assetName: z.string(),
  actorId: z.string().nullable(),
  /** "Unknown" once the person is gone (EVENT-15). */
  actorName: z.string(),
  /** As what the actor acted: "partner", "account_admin", "user", "system" or "anonymous". */
  actorRole: z.string(),
  /** The custom role that narrowed it, by name; empty for the built-in one. */
  actorCustomRole: z.string(),
  /** The actor worked inside an account that is not their own. */
  assumed: z.boolean(),
  changes: z.array(PropertyChange),
  coreDetails: Details,
  extraDetails: Details,
  tags: z.array(z.string()),
  operation: z.string(),
  origin: z.string(),
  correlationId: z.string(),
});
export type EventView = z.infer<typeof EventView>;

/** The System ID of the portal itself (EVENT-16). */
export const SYSTEM_ID = "system";

/** An object as an address names it: "user:0199…". */
const AssetReference = z.string().max(150).regex(/^[a-z_]+:.+$/);

/** What narrows the history; an event has to meet all of it (EVENT-30). */
export const EventFilter = z.object({
  search: ListQuery.shape.search,
  assetKind: z.enum(ASSET_KINDS).optional(),
  action: z.enum(EVENT_ACTIONS).optional(),
  type: z.enum(EVENT_TYPES).optional(),
  /** The CloudLink ID or System ID of whoever acted (EVENT-46). */
  actorId: z.string().trim().min(1).max(100).optional(),
  /** From this moment on, and up to the end of this one's second (EVENT-47). */
  from: z.iso.datetime().optional(),
  to: z.iso.datetime().optional(),
  /** One object's own history. */
  asset: AssetReference.optional(),
});
export type EventFilter = z.infer<typeof EventFilter>;

export const FindEventsInput = ListQuery.extend({
  ...EventFilter.shape,
  /** Only by date (EVENT-10). */
  sort: z.enum(["at", "-at"]).default("-at"),
});
export type FindEventsInput = z.infer<typeof FindEventsInput>;
export const EventPage = listPage(EventView);
export type EventPage = z.infer<typeof EventPage>;

/** The most events that are exported by ticking them; more are exported by a filter. */
export const MAX_SELECTED = 5_000;
