/** The queue in PostgreSQL (pg-boss): jobs are enqueued in the transaction of whoever wants them. */
import { fromPrisma, PgBoss } from "pg-boss";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { JOBS } from "./definitions.ts";
import type { JobName, JobPayload } from "./definitions.ts";

export const QUEUE_SCHEMA = "jobs";

export type JobOptions = {
  /** Not before this moment. */
  startAfter?: Date;
  /** A job with the id of one that exists is not enqueued again. */
  id?: string;
};

/**
 * Enqueues one or many jobs of a kind; they start when the transaction has committed, and never if it does not. The place of a job
 * in its list is its priority.
 */
export type Enqueue = <N extends JobName>(name: N, payloads: JobPayload<N> | JobPayload<N>[], options?: JobOptions) => Promise<void>;

const holder = globalThis as { portalQueue?: Promise<PgBoss> };

/** The queue as a sender: it shares the pool of this process and looks after nothing. */
function sender(): Promise<PgBoss> {
  holder.portalQueue ??= new PgBoss({
    db: { executeSql: (text, values) => database().pool.query(text, values as unknown[]) },
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    migrate: false,
    createSchema: false,
  }).start();
  return holder.portalQueue;
}

/** Makes the `enqueue` of one transaction. */
export function jobWriter(db: Db): Enqueue {
  return async (name, payloads, options = {}) => {
    const boss = await sender();
    const list = Array.isArray(payloads) ? payloads : [payloads];
    if (list.length === 0) return;
    const { payload, retryLimit, expireInSeconds } = JOBS[name];
    await boss.insert(
      name,
      // In their order, and of two long lists by turns: one person's mail does not wait for somebody else's five thousand.
      list.map((data, place) => ({ ...options, priority: -place, data: payload.parse(data), retryLimit, retryDelay: 1, retryBackoff: true, retryDelayMax: 300, expireInSeconds, heartbeatSeconds: 20 })),
      { db: fromPrisma(db) },
    );
  };
}

/** Lets go of the queue, so that the process can end. */
export async function closeQueue(): Promise<void> {
  const boss = await holder.portalQueue;
  delete holder.portalQueue;
  await boss?.stop({ graceful: false, close: false });
}
