/** The job of every minute: what is due to be synchronized or to be asked how it is (GW-11, GW-37). */
import { database } from "#lib/db/client.ts";
import { jobWriter } from "#lib/jobs/queue.ts";

/** How old an answer of a gateway may be before it is asked again. */
const CHECK_MINUTES = 5;

/** Enqueues what is due; run by two workers at once it is enqueued once. Of a deactivated account nothing is. */
export async function lookAfterGateways(now = new Date()): Promise<void> {
  await database().prisma.$transaction(async (db) => {
    const due = await db.$queryRaw<{ accountId: string }[]>`
      update gateways g set next_sync_at = ${now}::timestamptz + make_interval(mins => g.sync_minutes), sync_asked_at = ${now}
        from accounts a
       where a.id = g.account_id and a.status = 'active' and g.next_sync_at <= ${now} and g.connected_at is not null
      returning g.account_id::text as "accountId"`;
    await jobWriter(db)("gateways.sync", due.map(({ accountId }) => ({ accountId, by: null })));
    const old = await db.$queryRaw<{ accountId: string }[]>`
      update gateways g set checked_at = ${now}
        from accounts a
       where a.id = g.account_id and a.status = 'active' and g.site is not null and g.checked_at <= ${now}::timestamptz - make_interval(mins => ${CHECK_MINUTES})
      returning g.account_id::text as "accountId"`;
    await jobWriter(db)("gateways.check", old);
  });
}
