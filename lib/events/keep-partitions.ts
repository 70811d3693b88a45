/** The months of the history: the coming ones are made, and those past the retention are dropped with all that is in them. */
import type pg from "pg";
import { settings } from "#lib/config/settings.ts";
import { database } from "#lib/db/client.ts";
import { log } from "#lib/log/log.ts";
import { chainEvents } from "./chain-events.ts";

const MONTHS_AHEAD = 3;

/** How long the dropping waits for its lock, which everybody who writes an event waits behind; the job then tries again. */
const LOCK_TIMEOUT = "5s";

/** The job of every day. */
export async function keepPartitions(now = new Date()): Promise<void> {
  const { pool } = database();
  await pool.query("select make_event_partitions($1)", [MONTHS_AHEAD]);
  const months = settings().EVENT_RETENTION_MONTHS;
  if (months === 0) return;
  const before = keptSince(now, months);
  const partitions = await partitionsBefore(before);
  const { rows: strays } = await pool.query("select from events_default where at < $1 limit 1", [before]);
  if (partitions.length === 0 && strays.length === 0) return;
  // What is dropped is part of the chain first, so that what follows it is known to have followed it.
  await chainEvents();
  const dropped = await dropBefore(before, partitions);
  log.info({ before: before.toISOString(), partitions, events: dropped, months }, "events past the retention were dropped");
}

/** From when on events are kept: the first of the month, in UTC, so many months before this one. */
export function keptSince(now: Date, months: number): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
}

/** The partitions that hold nothing from that moment on, by their names ("events_2026_11"). */
async function partitionsBefore(before: Date): Promise<string[]> {
  const { rows } = await database().pool.query<{ name: string }>(
    "select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'events'::regclass and c.relname ~ '^events_\\d{4}_\\d{2}$' order by c.relname",
  );
  const [, firstKept] = /^(\d{4}-\d{2})/.exec(before.toISOString())!;
  return rows.map(({ name }) => name).filter((name) => name.slice("events_".length).replace("_", "-") < firstKept!);
}

// The chain of an account now begins after the last entry before its first event that is kept. Between those that are kept there
// may be entries of events that are gone, as one may be committed later than a newer one: their hashes alone stay.
const ANCHOR = `
  with anchors as (
    select h.account_id, coalesce((select min(c.position) from event_chain c where c.account_id = h.account_id and c.at >= $1) - 1, h.position) as position
      from event_chain_heads h)
  update event_chain_heads h
     set kept_since = $1, anchor_position = a.position,
         anchor_hash = coalesce((select c.hash from event_chain c where c.account_id = h.account_id and c.position = a.position), h.anchor_hash)
    from anchors a where a.account_id = h.account_id`;
const FORGET = "delete from event_chain c using event_chain_heads h where h.account_id = c.account_id and c.position <= h.anchor_position";

/** Drops the months, and moves the beginning of every chain, in one transaction; gives how many events went. */
async function dropBefore(before: Date, partitions: readonly string[]): Promise<number> {
  const client = await database().pool.connect();
  try {
    await client.query("begin");
    await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await client.query("lock table event_chain_heads in exclusive mode");
    let events = (await client.query("delete from events_default where at < $1", [before])).rowCount ?? 0;
    for (const name of partitions) events += await countIn(client, name);
    await client.query("delete from events_to_chain where at < $1", [before]);
    await client.query(ANCHOR, [before]);
    await client.query(FORGET);
    // Last: from here to the commit everybody waits who reads or writes an event.
    for (const name of partitions) await client.query(`drop table "${name}"`);
    await client.query("commit");
    client.release();
    return events;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function countIn(client: pg.PoolClient, name: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from "${name}"`);
  return Number(rows[0]!.count);
}
