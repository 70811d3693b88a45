/** Hearing what `publish` says: one connection per process that listens, and any number of open pages that want to know. */
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { log } from "#lib/log/log.ts";
import { LIVE_CHANNEL } from "./publish.ts";
import type { LiveMessage } from "./publish.ts";

type Hearer = (message: LiveMessage) => void;

const RECONNECT_MS = 1_000;

const holder = globalThis as { portalHearers?: Set<Hearer> };

/** Calls `hear` for every message from now on, until the returned function is called. */
export function listen(hear: Hearer): () => void {
  if (!holder.portalHearers) {
    holder.portalHearers = new Set();
    void connect(holder.portalHearers);
  }
  const hearers = holder.portalHearers;
  hearers.add(hear);
  return () => void hearers.delete(hear);
}

async function connect(hearers: Set<Hearer>): Promise<void> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, application_name: "portal live", keepAlive: true });
  let ended = false;
  // A page that missed a message asks again when its own stream comes back, so nothing needs to be replayed here.
  const again = () => {
    if (ended) return;
    ended = true;
    void client.end().catch(() => {});
    setTimeout(() => void connect(hearers), RECONNECT_MS).unref();
  };
  client.on("error", (error) => {
    log.warn({ error }, "the live connection to the database broke; connecting again");
    again();
  });
  client.on("end", again);
  client.on("notification", ({ payload }) => {
    const message = JSON.parse(payload ?? "{}") as LiveMessage;
    for (const hear of hearers) hear(message);
  });
  try {
    await client.connect();
    await client.query(`listen ${LIVE_CHANNEL}`);
  } catch (error) {
    log.warn({ error }, "no live connection to the database yet; trying again");
    again();
  }
}
