import type { Db } from "#lib/db/client.ts";

/**
 * Makes those who take administrators away from an account wait for each other: of two who take the last two at once, each would
 * still see the other one. Asked for before any user is locked, so that nobody waits for somebody who waits for them.
 */
export async function lockAdmins(db: Db, accountId: string): Promise<void> {
  await db.$executeRaw`select 1 from accounts where id = ${accountId}::uuid for no key update`;
}
