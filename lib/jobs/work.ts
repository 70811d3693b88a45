/** A worker: takes jobs from the queue until it is stopped. Any number of them may run, on any machine. */
import { PgBoss } from "pg-boss";
import type { Job, JobResult } from "pg-boss";
import { settings } from "#lib/config/settings.ts";
import { keepChaining } from "#lib/events/keep-chaining.ts";
import { log } from "#lib/log/log.ts";
import { JOB_NAMES, JOBS } from "./definitions.ts";
import type { JobName } from "./definitions.ts";
import { HANDLERS } from "./handlers.ts";
import { QUEUE_SCHEMA } from "./queue.ts";

/** How often a worker looks for jobs whose worker has died, in seconds; with the heartbeat of the jobs, such a job goes on within a minute. */
const WATCH_SECONDS = 5;

/** Starts working; the returned function lets the jobs in hand finish and then stops. */
export async function startWorker(): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: settings().DATABASE_URL,
    schema: QUEUE_SCHEMA,
    application_name: "portal queue",
    max: 4,
    migrate: false,
    createSchema: false,
    useListenNotify: true,
    superviseIntervalSeconds: WATCH_SECONDS,
    monitorIntervalSeconds: WATCH_SECONDS,
  });
  boss.on("error", (error) => log.error({ error }, "the queue has a problem"));
  await boss.start();
  for (const name of JOB_NAMES) {
    const options = { batchSize: JOBS[name].concurrency, perJobResults: true, pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 5, heartbeatRefreshSeconds: 5 } as const;
    const workerId: string = await boss.work<object, unknown, typeof options>(name, options, (jobs) => {
      // Where there were jobs there may be more: the next ones are looked for as soon as these are done.
      boss.notifyWorker(workerId);
      return Promise.all(jobs.map((job) => work(name, job)));
    });
  }
  await boss.schedule("events.partitions", "0 3 * * *", {});
  await boss.schedule("operations.forget-answers", "30 3 * * *", {});
  await boss.schedule("sessions.forget-ended", "40 3 * * *", {});
  // Orders end and begin with the day of UTC; asked for again every hour, since nobody may have been at work when it began.
  await boss.schedule("orders.begin-day", "5 * * * *", {});
  await boss.schedule("support-logs.remind", "10 * * * *", {});
  await boss.schedule("sms-numbers.refresh-all", "20 * * * *", {});
  await boss.schedule("micollab.synchronize-all", "*/5 * * * *", {});
  await boss.schedule("unify-phone.synchronize-all", "*/5 * * * *", {});
  await boss.schedule("voice-assist.synchronize-all", "*/10 * * * *", {});
  await boss.schedule("provisioning.reconcile-all", "*/15 * * * *", {});
  await boss.schedule("gateways.look-after", "* * * * *", {});
  const stopChaining = keepChaining();
  return async () => {
    await boss.stop({ graceful: true, timeout: 10_000 });
    // Last, so that what the last jobs have done is chained as well.
    await stopChaining();
  };
}

async function work(name: JobName, job: Job<object>): Promise<JobResult> {
  try {
    const handle = HANDLERS[name] as (payload: unknown) => Promise<void>;
    await handle(JOBS[name].payload.parse(job.data));
    return { id: job.id, status: "completed" };
  } catch (error) {
    // The queue tries again by the rules of the job's kind.
    log.error({ error, job: name, jobId: job.id }, "a job failed and will be tried again");
    return { id: job.id, status: "failed", output: { message: (error as Error).message } };
  }
}
