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

/** What has changed lately in an account, by its topic, and when that was heard. */
type Heard = Map<string, { accountId: string; topic: string; at: number }>;

type Listening = { hearers: Set<Hearer>; heard: Heard; connected: Promise<void> };

const holder = globalThis as { portalListening?: Listening };

/** Begins to listen, where this process does not listen yet: for whoever asks with `changedSince` later. */
export function keepListening(): Listening {
  return (holder.portalListening ??= startListening());
}

/** Hears every message from the moment the promise resolves, until the returned function is called. */
export async function listen(hearer: Hearer): Promise<() => void> {
  const { hearers, connected } = keepListening();
  await connected;
  hearers.add(hearer);
  return () => void hearers.delete(hearer);
}

/** The longest time from the making of a page to the opening of its stream, in milliseconds, and what clocks may differ by. */
const REMEMBERED_MS = 60_000;
const CLOCKS_MS = 1_000;

/**
 * The topics of an account that have changed since a page of it was made.
 * @param since when that was, in milliseconds of Unix time
 */
export function changedSince(accountId: string, since: number): string[] {
  return [...keepListening().heard.values()].filter((change) => change.accountId === accountId && change.at >= since - CLOCKS_MS).map(({ topic }) => topic);
}

function startListening(): Listening {
  const hearers = new Set<Hearer>();
  const heard: Heard = new Map();
  const { promise: connected, resolve } = Promise.withResolvers<void>();
  void connect({ hearers, heard }, resolve);
  return { hearers, heard, connected };
}

function remember(heard: Heard, { accountId, topic }: Extract<LiveMessage, { channel: "account" }>): void {
  const key = `${accountId} ${topic}`;
  const at = Date.now();
  // The latest last, so that the oldest are found at the beginning.
  heard.delete(key);
  heard.set(key, { accountId, topic, at });
  for (const [old, change] of heard) {
    if (at - change.at < REMEMBERED_MS) break;
    heard.delete(old);
  }
}

async function connect({ hearers, heard }: Omit<Listening, "connected">, onConnected: () => void): Promise<void> {
  const client = new pg.Client({ connectionString: settings().DATABASE_URL, application_name: "portal live", keepAlive: true });
  let ended = false;
  const again = () => {
    if (ended) return;
    ended = true;
    void client.end().catch(() => {});
    setTimeout(() => void connect({ hearers, heard }, onConnected), RECONNECT_MS).unref();
  };
  client.on("error", (error) => {
    log.warn({ error }, "the live connection to the database broke; connecting again");
    again();
  });
  client.on("end", again);
  client.on("notification", ({ payload }) => {
    const message = JSON.parse(payload ?? "{}") as LiveMessage;
    if (message.channel === "account") remember(heard, message);
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
