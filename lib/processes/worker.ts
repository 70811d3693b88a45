/** The worker process: `npm run worker`, and one beside every `npm start`. */
import { closeDatabase } from "#lib/db/client.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { startWorker } from "#lib/jobs/work.ts";
import { log } from "#lib/log/log.ts";

const stop = await startWorker();
log.info("the worker is working");

let ending: Promise<never> | undefined;

async function end(): Promise<never> {
  await stop();
  await closeQueue();
  await closeDatabase();
  process.exit(0);
}
// A worker that was started by another process ends with it; Ctrl-C reaches it as well.
for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.on(event, () => void (ending ??= end()));
