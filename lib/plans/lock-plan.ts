import type { Db } from "#lib/db/client.ts";

/**
 * Keeps everybody else from changing a plan until the transaction ends, so that of a cancellation and the job that it meets
 * each knows what the other has done.
 * @returns the status as it is now; undefined when there is no such plan
 */
export async function lockPlan(db: Db, accountId: string, planId: string): Promise<string | undefined> {
  const [plan] = await db.$queryRaw<{ status: string }[]>`
    select status from provisioning_plans where account_id = ${accountId}::uuid and id = ${planId}::uuid for update`;
  return plan?.status;
}
