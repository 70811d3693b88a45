import { publish } from "#lib/live/publish.ts";
import type { Db } from "#lib/db/client.ts";

/**
 * Ends sessions of one person, and with them what they keep open: the streams of all pages of the person end, and those of
 * sessions that go on are opened anew by their pages.
 * @param which one session by its id, or all but one; all of them when left out
 * @returns how many there were
 */
export async function endSessionsOf(db: Db, person: { accountId: string; userId: string }, which: { id?: string | { not: string } } = {}): Promise<number> {
  const { accountId, userId } = person;
  const { count } = await db.session.deleteMany({ where: { accountId, userId, ...which } });
  if (count > 0) await publish(db, { channel: "access", accountId, userId });
  return count;
}
