import type { Db } from "#lib/db/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import type { AccountSwitches } from "./schemas.ts";

export const ALL_OFF: AccountSwitches = { delegatedAuthentication: false, guestAccess: false, bandwidthOptimization: false };

/** How the switches of an account are. */
export async function readSwitches(db: Db, accountId: string): Promise<AccountSwitches> {
  return (await db.accountSwitches.findUnique({ where: { accountId }, omit: { accountId: true } })) ?? ALL_OFF;
}

/**
 * Sets switches of an account.
 * @returns what that changed, for the event; empty when they were so already
 */
export async function setSwitches(db: Db, accountId: string, wanted: Partial<AccountSwitches>): Promise<PropertyChange[]> {
  const changes = changesBetween(await readSwitches(db, accountId), wanted);
  if (changes.length > 0) await db.accountSwitches.upsert({ where: { accountId }, create: { accountId, ...wanted }, update: wanted });
  return changes;
}
