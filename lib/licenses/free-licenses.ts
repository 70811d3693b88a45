import type { Db } from "#lib/db/client.ts";
import { lockAllCounts } from "./counts.ts";

/** Gives the licenses of users back to their account: of those who are deleted, and of those who keep no more than a place in the list (OP1-35). The users are locked before. */
export async function freeLicenses(db: Db, accountId: string, userIds: string[]): Promise<void> {
  await lockAllCounts(db, accountId);
  await db.license.deleteMany({ where: { accountId, userId: { in: userIds } } });
}
