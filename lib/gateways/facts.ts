/** How the gateway of an account stands, as part of a query of somebody else's. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { GatewayFacts } from "./schemas.ts";

/** A scalar query that gives the facts as JSON; null when no gateway was detected. */
export function gatewayFactsQuery(accountId: string): Prisma.Sql {
  return Prisma.sql`select json_build_object('platform', g.platform, 'form', g.form, 'address', g.address, 'availableRelease', g.available_release, 'fault', g.fault, 'syncFault', g.sync_fault,
           'registered', g.site is not null, 'pbxDefined', g.pbx is not null, 'connected', g.connected_at is not null, 'completed', g.completed_at is not null)
      from gateways g where g.account_id = ${accountId}::uuid`;
}

/** The facts by themselves. */
export async function readGatewayFacts(db: Db, accountId: string): Promise<GatewayFacts | null> {
  const [row] = await db.$queryRaw<[{ facts: GatewayFacts | null }]>`select (${gatewayFactsQuery(accountId)}) as facts`;
  return row.facts;
}
