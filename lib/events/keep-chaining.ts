import { setTimeout as pause } from "node:timers/promises";
import { log } from "#lib/log/log.ts";
import { chainEvents } from "./chain-events.ts";

/** How long an event waits at most before it is chained and told to open pages, less the work itself. */
const PAUSE_MS = 400;

/** Chains events for as long as the process runs; the returned function waits for what is in hand and ends it. */
export function keepChaining(): () => Promise<void> {
  const end = new AbortController();
  const work = chainUntil(end.signal);
  return async () => {
    end.abort();
    await work;
  };
}

async function chainUntil(ended: AbortSignal): Promise<void> {
  while (!ended.aborted) {
    await chainEvents().catch((error: unknown) => log.error({ error }, "events could not be chained; trying again"));
    await pause(PAUSE_MS, undefined, { signal: ended }).catch(() => {});
  }
}
