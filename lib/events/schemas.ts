import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

/** What can be done to an asset. */
export const EVENT_ACTIONS = ["Add", "Edit", "Delete", "Assign", "Unassign", "Send", "Import", "Apply", "Sign in", "Sign out", "Cancel"] as const;
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
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const PropertyChange = z.object({ property: z.string(), before: z.unknown(), after: z.unknown() });
export type PropertyChange = z.infer<typeof PropertyChange>;

export const EventView = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  operation: z.string(),
  action: z.string(),
  assetKind: z.string(),
  assetId: z.string(),
  assetName: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string(),
  origin: z.string(),
  changes: z.array(PropertyChange),
  details: z.record(z.string(), z.unknown()),
  correlationId: z.string(),
});
export type EventView = z.infer<typeof EventView>;

export const FindEventsInput = ListQuery.extend({
  /** Only by date (EVENT-10). */
  sort: z.enum(["at", "-at"]).default("-at"),
  assetKind: z.enum(ASSET_KINDS).optional(),
  assetId: z.string().max(100).optional(),
  action: z.enum(EVENT_ACTIONS).optional(),
});
export type FindEventsInput = z.infer<typeof FindEventsInput>;
export const EventPage = listPage(EventView);
export type EventPage = z.infer<typeof EventPage>;
