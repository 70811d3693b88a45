/** Telling open pages that something has changed: PostgreSQL NOTIFY, so that every web process hears of it. */
import type { Db } from "#lib/db/client.ts";

export const LIVE_CHANNEL = "portal_live";

/** A message names what changed, never what it is now: the page asks for that, with its own permissions. */
export type LiveMessage =
  | { channel: "person"; accountId: string; userId: string; notificationId: string }
  | { channel: "account"; accountId: string; topic: string }
  // What the person, or without one everybody of the account, may see has changed: their streams are to be opened anew.
  | { channel: "access"; accountId: string; userId: string | null };

/** Sends messages when the transaction of `db` commits; one statement, however many. */
export async function publish(db: Db, ...messages: LiveMessage[]): Promise<void> {
  await db.$executeRaw`select pg_notify(${LIVE_CHANNEL}, message) from unnest(${messages.map((message) => JSON.stringify(message))}::text[]) as message`;
}
