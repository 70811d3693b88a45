/** Hearing what `publish` says: one connection per process that listens, and any number of open pages that want to know. */
import pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { log } from "#lib/log/log.ts";
import { LIVE_CHANNEL } from "./publish.ts";
import type { LiveMessage } from "./publish.ts";

type Hearer = {
  onMessage: (message: LiveMessage) => void;
  /** The connection broke and is back: what was said meanwhile is lost, and has to be asked for. */
  onMissed: () => void;
};

const RECONNECT_MS = 1_000;

type Listening = { hearers: Set<Hearer>; connected: Promise<void> };

const holder = globalThis as { portalListening?: Listening };

/** Hears every message from the moment the promise resolves, until the returned function is called. */
export async function listen(hearer: Hearer): Promise<() => void> {
  holder.portalListening ??= startListening();
  const { hearers, connected } = holder.portalListening;
  await connected;
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

function startListening(): Listening {
  const hearers = new Set<Hearer>();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  void connect(hearers, resolve);
  return { hearers, connected };
}

async function connect(hearers: Set<Hearer>, onConnected: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, application_name: "portal live", keepAlive: true });
  let ended = false;
  const again = () => {
    if (ended) return;
    ended = true;
    void client.end().catch(() => {});
    setTimeout(() => void connect(hearers, onConnected), RECONNECT_MS).unref();
  };
  client.on("error", (error) => {
    log.warn({ error }, "the live connection to the database broke; connecting again");
    again();
  });
  client.on("end", again);
  client.on("notification", ({ payload }) => {
    const message = JSON.parse(payload ?? "{}") as LiveMessage;
    for (const hearer of hearers) hearer.onMessage(message);
  });
  try {
    await client.connect();
    await client.query(`listen ${LIVE_CHANNEL}`);
    onConnected();
    // Nobody waits here at the first connection; after a break it is everybody who did not hear what was said.
    for (const hearer of hearers) hearer.onMissed();
  } catch (error) {
    log.warn({ error }, "no live connection to the database yet; trying again");
    again();
  }
}
