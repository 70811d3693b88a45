/** The history of an account as the rows of a list. */
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { kindsOfType } from "./rules.ts";
import { EVENT_COLUMNS } from "./event-view.ts";
import { SYSTEM_ID } from "./schemas.ts";
import type { EventFilter, FindEventsInput } from "./schemas.ts";
import { seenBy } from "./seen-by.ts";

const BY_DATE: Sort = { expression: Prisma.sql`e.at`, type: "timestamptz" };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who looks, and into which account. */
type Reader = Pick<OperationContext<"account">, "actor" | "account">;

/** The events of an account that a filter means, as far as the reader sees them, in their order. */
export function eventRequest({ actor, account }: Reader, { sort, ...filter }: EventFilter & Pick<FindEventsInput, "sort">): ListRequest {
  return {
    select: EVENT_COLUMNS,
    from: Prisma.sql`events e`,
    where: [Prisma.sql`e.account_id = ${account.id}::uuid`, ...seenBy(actor, account), ...conditionsOf(filter)],
    sort: BY_DATE,
    descending: sort.startsWith("-"),
    id: Prisma.sql`e.id`,
  };
}

/** Certain events of an account, newest first. */
export function eventsById(reader: Reader, ids: readonly string[]): ListRequest {
  const request = eventRequest(reader, { sort: "-at" });
  return { ...request, where: [...request.where, Prisma.sql`e.id = any(${ids}::uuid[])`] };
}

/** Each of them has to be met (EVENT-30). */
function conditionsOf({ search, assetKind, action, type, actorId, from, to, asset }: EventFilter): Prisma.Sql[] {
  const where: Prisma.Sql[] = [];
  if (assetKind) where.push(Prisma.sql`e.asset_kind = ${assetKind}`);
  if (action) where.push(Prisma.sql`e.action = ${action}`);
  if (type) where.push(Prisma.sql`e.asset_kind = any(${kindsOfType(type)})`);
  if (actorId) where.push(actedBy(actorId));
  if (from) where.push(Prisma.sql`e.at >= ${from}::timestamptz`);
  // A time is given to the second, which is meant as a whole.
  if (to) where.push(Prisma.sql`e.at < date_trunc('second', ${to}::timestamptz) + interval '1 second'`);
  if (asset) where.push(Prisma.sql`e.asset_id = ${asset.slice(asset.indexOf(":") + 1)} and e.asset_kind = ${asset.slice(0, asset.indexOf(":"))}`);
  // The very expression of the text index.
  if (search) where.push(Prisma.sql`lower(e.actor_name || ' ' || e.asset_name || ' ' || e.operation || ' ' || e.log_tags) like ${containsPattern(search)}`);
  return where;
}

function actedBy(actorId: string): Prisma.Sql {
  if (actorId.toLowerCase() === SYSTEM_ID) return Prisma.sql`e.actor_id is null and e.origin = 'system'`;
  return UUID.test(actorId) ? Prisma.sql`e.actor_id = ${actorId}::uuid` : Prisma.sql`false`;
}
