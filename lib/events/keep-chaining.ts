import { log } from "#lib/log/log.ts";
import { chainEvents } from "./chain-events.ts";

/** How long an event waits at most before it is chained and told to open pages, less the work itself. */
const PAUSE_MS = 400;

/** Chains events for as long as the process runs; the returned function waits for what is in hand and ends it. */
export function keepChaining(): () => Promise<void> {
  let ended = false;
  let wake = () => {};
  const work = (async () => {
    while (!ended) {
      await chainEvents().catch((error: unknown) => log.error({ error }, "events could not be chained; trying again"));
      await new Promise<void>((next) => {
        const timer = setTimeout(next, ended ? 0 : PAUSE_MS);
        wake = () => {
          clearTimeout(timer);
          next();
        };
      });
    }
  })();
  return async () => {
    ended = true;
    wake();
    await work;
  };
}
