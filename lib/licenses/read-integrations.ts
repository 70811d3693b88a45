import type { Db } from "#lib/db/client.ts";

/** The keys of the integrations that are on in an account. */
export async function readIntegrations(db: Db, accountId: string): Promise<ReadonlySet<string>> {
  const rows = await db.integration.findMany({ where: { accountId, status: "on" }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}
