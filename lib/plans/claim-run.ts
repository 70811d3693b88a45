/** Taking a run to work on it, so that no two workers do, even after one of them died. */
import { database } from "#lib/db/client.ts";
import type { Step } from "#lib/provisioning/steps.ts";

/** How long a run stays with the worker that took it; every finished step lengthens it. Longer than any one request to a peer. */
export const LEASE_SECONDS = 30;

export type ClaimedStep = { position: number; elementId: string; payload: Step };

export type ClaimedRun = {
  accountId: string;
  id: string;
  planId: string;
  userId: string;
  number: string;
  attempts: number;
  /** The steps that are still to be done, in order. */
  steps: ClaimedStep[];
};

const CLAIM = `
  with claimed as (
    update provisioning_runs
       set status = 'running', leased_until = now() + make_interval(secs => ${LEASE_SECONDS}), started_at = coalesce(started_at, now())
     where account_id = $1 and id = $2 and status in ('queued', 'running', 'waiting') and (leased_until is null or leased_until < now())
    returning account_id, id, plan_id, user_id, number, attempts)
  select c.account_id as "accountId", c.id, c.plan_id as "planId", c.user_id as "userId", c.number, c.attempts,
         coalesce((select json_agg(json_build_object('position', s.position, 'elementId', s.element_id, 'payload', s.payload) order by s.position)
                     from provisioning_steps s
                    where s.account_id = c.account_id and s.run_id = c.id and s.status <> 'done'), '[]'::json) as steps
    from claimed c`;

/** Takes a run; undefined when it needs no work or another worker has it. */
export async function claimRun(accountId: string, runId: string): Promise<ClaimedRun | undefined> {
  const { rows } = await database().pool.query<ClaimedRun>({ name: "claim_run", text: CLAIM, values: [accountId, runId] });
  return rows[0];
}

/** When a run that another worker has may be looked at again: at the end of its lease, which may have come by now; undefined when nobody has it. */
export async function leasedUntil(accountId: string, runId: string): Promise<Date | undefined> {
  const { rows } = await database().pool.query<{ leased_until: Date }>(
    "select leased_until from provisioning_runs where account_id = $1 and id = $2 and status = 'running' and leased_until is not null",
    [accountId, runId],
  );
  return rows[0]?.leased_until;
}

// Committed without waiting for the disk: should the database itself crash in that moment, the step is sent again with the key
// it was sent with, and does nothing twice. With a wait for each step most of a run would be that.
const STEP_DONE = `
  with step as (
    update provisioning_steps set status = 'done', error = '', failure = '', attempts = attempts + 1, duration_ms = $4, done_at = now()
     where account_id = $1 and run_id = $2 and position = $3 and status <> 'done'
    returning 1)
  update provisioning_runs
     set done_count = done_count + (select count(*) from step), attempts = 0, error = '',
         leased_until = case when status = 'running' then now() + make_interval(secs => ${LEASE_SECONDS}) end
   where account_id = $1 and id = $2 and set_config('synchronous_commit', 'off', true) = 'off'`;

/** Keeps that a step is done, and lengthens the lease, in one statement. A step that two workers have done counts once. */
export async function keepStepDone({ accountId, id }: ClaimedRun, position: number, durationMs: number): Promise<void> {
  await database().pool.query({ name: "step_done", text: STEP_DONE, values: [accountId, id, position, Math.round(durationMs)] });
}
