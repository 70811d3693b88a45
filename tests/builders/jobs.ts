/** Working the queue off in a test, without a worker: the jobs that are due are done in the order they were enqueued. */
import { database } from "#lib/db/client.ts";
import { HANDLERS } from "#lib/jobs/handlers.ts";
import { JOBS } from "#lib/jobs/definitions.ts";
import type { JobName } from "#lib/jobs/definitions.ts";

type JobRow = { id: string; name: JobName; data: unknown };

/**
 * Does every job of these kinds until none is left.
 * @param evenLater also those that are not due yet, as if time had passed
 */
export async function workOff(names: readonly JobName[], { evenLater = false } = {}): Promise<number> {
  let done = 0;
  for (;;) {
    const { rows } = await database().pool.query<JobRow>(
      `update jobs.job set state = 'completed', completed_on = now()
        where id in (select id from jobs.job where name = any($1) and state = 'created' and ($2 or start_after <= now()) order by created_on, id limit 50)
        returning id, name, data`,
      [names, evenLater],
    );
    if (rows.length === 0) return done;
    for (const { name, data } of rows) {
      const handle = HANDLERS[name] as (payload: unknown) => Promise<void>;
      await handle(JOBS[name].payload.parse(data));
      done += 1;
    }
  }
}

/** All of provisioning: making plans, applying them, and the runs. */
export const PROVISIONING: readonly JobName[] = ["provisioning.plan", "provisioning.apply", "provisioning.run"];
