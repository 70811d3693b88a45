import type { Db } from "#lib/db/client.ts";

/**
 * Gives up what was asked for with "Apply Changes" and has not begun: something newer takes its place. What is being worked off
 * is left alone.
 */
export async function cancelOpenSetUps(db: Db, accountId: string, userId: string, now: Date): Promise<void> {
  await db.$executeRaw`
    update provisioning_plans p set status = 'cancelled', finished_at = ${now}
      from provisioning_runs r
     where r.account_id = ${accountId}::uuid and r.user_id = ${userId}::uuid and p.account_id = r.account_id and p.id = r.plan_id
       and (p.request->>'atOnce')::boolean and p.status in ('planning', 'ready', 'stale', 'refused')`;
}
