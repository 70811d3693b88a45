/** The worker process: `npm run worker`, and one beside every `npm start`. */
import { closeDatabase } from "#lib/db/client.ts";
import { closeQueue } from "#lib/jobs/queue.ts";
import { startWorker } from "#lib/jobs/work.ts";
import { log } from "#lib/log/log.ts";

const stop = await startWorker();
log.info("the worker is working");

async function end(): Promise<void> {
  await stop();
  await closeQueue();
  await closeDatabase();
  process.exit(0);
}
process.once("SIGTERM", () => void end());
process.once("SIGINT", () => void end());
// A worker that was started by another process ends with it.
if (process.channel) process.once("disconnect", () => void end());
