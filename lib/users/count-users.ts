import type { Db } from "#lib/db/client.ts";

/** Keeps the number of users of an account, in the transaction that adds or deletes them. */
export async function countUsers(db: Db, accountId: string, change: number): Promise<void> {
  if (change === 0) return;
  await db.account.updateMany({ where: { id: accountId }, data: { userCount: { increment: change } } });
}
