/** Events as they are read: what was stored, and what follows from it. */
import { Prisma } from "#lib/db/generated/client.ts";
import { STORED_COLUMNS } from "./canonical-form.ts";
import type { StoredEvent } from "./canonical-form.ts";
import { typeOfAsset } from "./rules.ts";
import { SYSTEM_ID } from "./schemas.ts";
import type { EventView, PropertyChange } from "./schemas.ts";

/** Whether the person who acted is still there is looked up for each row shown; by "not exists" the planner would read all users first. */
export const EVENT_COLUMNS = Prisma.sql`
  ${Prisma.raw(STORED_COLUMNS)},
  e.actor_id is not null and (select u.id from users u where u.account_id = e.actor_account_id and u.id = e.actor_id) is null as actor_is_gone`;

export type EventRow = Omit<StoredEvent, "changes" | "details"> & { changes: PropertyChange[]; details: Record<string, unknown>; actor_is_gone: boolean };

/** What stands for the name of somebody who has been deleted (EVENT-15). */
const GONE = "Unknown";

/** A row of the list. */
export function toEventView(row: EventRow): EventView {
  const assumed = row.actor_account_id !== null && row.actor_account_id !== row.account_id;
  return {
    id: row.id,
    at: row.at.toISOString(),
    type: typeOfAsset(row.asset_kind),
    action: row.action,
    assetKind: row.asset_kind,
    assetId: row.asset_id,
    assetName: row.asset_name,
    actorId: row.actor_id ?? (row.origin === "system" ? SYSTEM_ID : null),
    actorName: row.actor_is_gone ? GONE : row.actor_name,
    actorRole: row.actor_role || roleByPlace(row, assumed),
    actorCustomRole: row.actor_custom_role,
    assumed,
    changes: row.changes,
    coreDetails: { ...row.details, name: row.asset_name, id: row.asset_id },
    extraDetails: { operation: row.operation, origin: row.origin, ...(assumed && { actorAccountId: row.actor_account_id }), correlationId: row.correlation_id },
    tags: row.log_tags.split(" ").filter(Boolean),
    operation: row.operation,
    origin: row.origin,
    correlationId: row.correlation_id,
  };
}

/** Events of before roles were noted: nobody but a partner works in an account that is not their own. */
function roleByPlace({ origin }: EventRow, assumed: boolean): string {
  if (assumed) return "partner";
  return origin === "system" || origin === "anonymous" ? origin : "";
}
