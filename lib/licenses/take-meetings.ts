import type { Db } from "#lib/db/client.ts";
import { publish } from "#lib/live/publish.ts";
import { lockCounts } from "./counts.ts";

/**
 * What becomes of the licenses of MiTeam Meetings when its integration goes: the users lose them, unless MiCollab is on, which then
 * goes on controlling them (MEETMC-02, MEETMC-05, MEETMC-06, OP2-46).
 * @returns how many were taken
 */
export async function takeMeetings(db: Db, accountId: string): Promise<number> {
  await lockCounts(db, accountId, "miteam_meetings");
  const controlled = await db.integration.count({ where: { accountId, key: "micollab", status: "on" } });
  if (controlled > 0) return 0;
  const { count } = await db.license.deleteMany({ where: { accountId, product: "miteam_meetings" } });
  for (const topic of ["licenses", "users"]) await publish(db, { channel: "account", accountId, topic });
  return count;
}
