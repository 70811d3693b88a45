import { Prisma } from "#lib/db/generated/client.ts";
import type { Db } from "#lib/db/client.ts";

/**
 * Of some runs those that can neither be gone on with nor taken back, since something newer was done for their users or is
 * being done now: their steps would undo it. What was taken back itself does not count, nor does a repair.
 * @param takingBack whether the runs are to be taken back; an earlier try of that, which failed, does then not count either
 */
export async function supersededRuns(db: Db, accountId: string, runIds: readonly string[], { takingBack }: { takingBack: boolean }): Promise<Set<string>> {
  const ownRollback = takingBack ? Prisma.sql`and n.undoes_run_id is distinct from r.id` : Prisma.empty;
  const rows = await db.$queryRaw<{ id: string }[]>`
    select r.id::text
      from provisioning_runs r
      join provisioning_plans p on p.account_id = r.account_id and p.id = r.plan_id
     where r.account_id = ${accountId}::uuid and r.id = any(${[...runIds]}::uuid[])
       and exists (select 1
                     from provisioning_runs n
                     join provisioning_plans np on np.account_id = n.account_id and np.id = n.plan_id
                    where n.account_id = r.account_id and n.user_id = r.user_id and n.id <> r.id
                      and (n.status in ('queued', 'running', 'waiting')
                           or (np.applied_at > p.applied_at
                               and (np.purpose in ('assign', 'remove') and n.status in ('succeeded', 'failed')
                                    or np.purpose = 'rollback' and n.status = 'failed' ${ownRollback}))))`;
  return new Set(rows.map(({ id }) => id));
}
