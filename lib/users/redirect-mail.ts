import type { Db } from "#lib/db/client.ts";

/** After a new address: what was mailed to the former one opens nothing any more, and what still waits goes to the new one. */
export async function redirectMail(db: Db, accountId: string, userId: string, recipient: string): Promise<void> {
  await db.oneTimeLink.deleteMany({ where: { accountId, userId, usedAt: null } });
  await db.mailMessage.updateMany({ where: { accountId, userId, status: "queued" }, data: { recipient } });
}
