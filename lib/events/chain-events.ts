/**
 * Binding events into the chain of their account, shortly after they have committed: a chain that was written with the event
 * would make everybody who changes something in an account wait for everybody else.
 */
import type pg from "pg";
import { database } from "#lib/db/client.ts";
import { LIVE_CHANNEL } from "#lib/live/publish.ts";
import { hashAfter, NO_HASH, STORED_COLUMNS } from "./canonical-form.ts";
import type { StoredEvent } from "./canonical-form.ts";

/** Events that one transaction deals with. */
const EVENTS_AT_ONCE = 5_000;

/** What open pages are told when events have been added. */
const TOPIC = "events";

/**
 * Chains all events that are waiting for it, however many workers do so at once, and tells the open pages of their accounts.
 * Each event waits under its own key until it is chained, so that none is passed over that was committed later than a newer one.
 * @returns how many were chained
 */
export async function chainEvents(): Promise<number> {
  let chained = 0;
  let some: number;
  do {
    some = await inTransaction(chainSome);
    chained += some;
  } while (some > 0);
  return chained;
}

async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await database().pool.connect();
  try {
    await client.query("begin");
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // A connection that may be in the middle of a transaction is not given to anybody else.
    client.release(true);
    throw error;
  }
}

type Head = { account_id: string; position: string; hash: Buffer };

// The accounts of what waits, from one to the next by the index, however much waits in each.
const WAITING = `
  with recursive waiting as (
    (select account_id from events_to_chain order by account_id limit 1)
    union all
    select (select w.account_id from events_to_chain w where w.account_id > waiting.account_id order by w.account_id limit 1) from waiting where waiting.account_id is not null)`;
const MAKE_HEADS = `
  ${WAITING} insert into event_chain_heads (account_id, hash, anchor_hash) select account_id, $1, $1 from waiting where account_id is not null on conflict do nothing`;
// Accounts that another worker has in hand are left to it.
const LOCK_HEADS = `
  ${WAITING} select h.account_id::text, h.position::text, h.hash from event_chain_heads h
              where h.account_id in (select account_id from waiting) for update of h skip locked`;

// What was removed before it was chained stays on the list of what waits, for the verification to name. Each event is looked up by
// its key (the limit keeps it so): how much waits changes too fast for the planner, which would read the whole history for a few.
const READ = `
  select ${STORED_COLUMNS} from events_to_chain w
   cross join lateral (select * from events where account_id = w.account_id and at = w.at and id = w.id limit 1) e
   where w.account_id = any($1::uuid[]) order by w.account_id, w.at, w.id limit ${EVENTS_AT_ONCE}`;

const WRITE = `
  with links as (select * from json_to_recordset($1::json) as l (account_id uuid, position bigint, id uuid, at timestamptz(3), hash text)),
       chained as (insert into event_chain (account_id, position, event_id, at, hash) select account_id, position, id, at, decode(hash, 'hex') from links),
       taken as (delete from events_to_chain w using links l where w.account_id = l.account_id and w.at = l.at and w.id = l.id)
  update event_chain_heads h set position = l.position, hash = decode(l.hash, 'hex')
    from (select distinct on (account_id) * from links order by account_id, position desc) l where h.account_id = l.account_id`;

async function chainSome(client: pg.PoolClient): Promise<number> {
  const { rows: waiting } = await client.query("select from events_to_chain limit 1");
  if (waiting.length === 0) return 0;
  await client.query(MAKE_HEADS, [NO_HASH]);
  const { rows: heads } = await client.query<Head>(LOCK_HEADS);
  const { rows: events } = await client.query<StoredEvent>(READ, [heads.map((head) => head.account_id)]);
  if (events.length === 0) return 0;
  await client.query(WRITE, [JSON.stringify(linksAfter(heads, events))]);
  const told = [...new Set(events.map((event) => event.account_id))].map((accountId) => JSON.stringify({ channel: "account", accountId, topic: TOPIC }));
  await client.query("select pg_notify($1, message) from unnest($2::text[]) as message", [LIVE_CHANNEL, told]);
  return events.length;
}

type Link = { account_id: string; position: number; id: string; at: string; hash: string };

/** Each event after the one before it in its account. */
function linksAfter(heads: readonly Head[], events: readonly StoredEvent[]): Link[] {
  const ends = new Map(heads.map((head) => [head.account_id, { position: Number(head.position), hash: head.hash }]));
  return events.map((event) => {
    const before = ends.get(event.account_id)!;
    const end = { position: before.position + 1, hash: hashAfter(before.hash, event) };
    ends.set(event.account_id, end);
    return { account_id: event.account_id, position: end.position, id: event.id, at: event.at.toISOString(), hash: end.hash.toString("hex") };
  });
}
