import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { EventPage, FindEventsInput } from "./schemas.ts";
import type { EventView, PropertyChange } from "./schemas.ts";

const BY_DATE: Sort = { expression: Prisma.sql`e.at`, type: "timestamptz" };
const COLUMNS = Prisma.sql`
  e.id::text, e.at, e.operation, e.action, e.asset_kind, e.asset_id, e.asset_name, e.actor_id::text, e.actor_name, e.origin, e.changes, e.details, e.correlation_id::text`;

export type EventRow = {
  id: string;
  at: Date;
  operation: string;
  action: string;
  asset_kind: string;
  asset_id: string;
  asset_name: string;
  actor_id: string | null;
  actor_name: string;
  origin: string;
  changes: PropertyChange[];
  details: Record<string, unknown>;
  correlation_id: string;
};

/** The history of an account, newest first, searchable from the moment a change has committed (EVENT-01, EVENT-03, EVENT-10). */
export const findEvents = operation({
  name: "events.find",
  summary: "The event history of an account",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindEventsInput,
  output: EventPage,
  http: { method: "GET", path: "/accounts/{accountId}/events" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = eventRequest(account.id, asked);
    const [page, total] = await Promise.all([findPage<EventRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(page, total, toEventView);
  },
});

/** The events of an account that a search and filters mean, in their order. */
export function eventRequest(accountId: string, { search, sort, assetKind, assetId, action }: Omit<FindEventsInput, "size" | "after" | "before">): ListRequest {
  const where = [Prisma.sql`e.account_id = ${accountId}::uuid`];
  if (assetKind) where.push(Prisma.sql`e.asset_kind = ${assetKind}`);
  if (assetId) where.push(Prisma.sql`e.asset_id = ${assetId}`);
  if (action) where.push(Prisma.sql`e.action = ${action}`);
  if (search) where.push(Prisma.sql`lower(e.actor_name || ' ' || e.asset_name || ' ' || e.operation) like ${containsPattern(search)}`);
  return { select: COLUMNS, from: Prisma.sql`events e`, where, sort: BY_DATE, descending: sort.startsWith("-"), id: Prisma.sql`e.id` };
}

/** A row of the list. */
export function toEventView(row: EventRow): EventView {
  return {
    id: row.id,
    at: row.at.toISOString(),
    operation: row.operation,
    action: row.action,
    assetKind: row.asset_kind,
    assetId: row.asset_id,
    assetName: row.asset_name,
    actorId: row.actor_id,
    actorName: row.actor_name,
    origin: row.origin,
    changes: row.changes,
    details: row.details,
    correlationId: row.correlation_id,
  };
}
