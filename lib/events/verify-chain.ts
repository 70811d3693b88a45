/** Whether the history of an account is what was written: every event in its place, none altered, removed or put in. */
import type pg from "pg";
import { hashAfter, STORED_COLUMNS } from "./canonical-form.ts";
import type { StoredEvent } from "./canonical-form.ts";

/** What is wrong with an event, and which it is as far as can be told. */
export type Fault =
  | { kind: "altered" | "removed" | "inserted"; eventId: string; at: Date; position: number | null }
  /** The record of the chain itself has been tampered with: entries are missing from this position on. */
  | { kind: "entry_missing"; position: number }
  /** An entry does not follow from what was chained before it, although its event may be as it was. */
  | { kind: "broken"; position: number };

export type Verdict = { events: number; waiting: number; droppedBefore: Date | null; fault: Fault | null };

const ENTRIES_AT_ONCE = 5_000;

type Head = { position: string; hash: Buffer; anchor_position: string; anchor_hash: Buffer; kept_since: Date | null };
type Entry = { position: string; event_id: string; chained_at: Date; hash: Buffer } & (StoredEvent | { [K in keyof StoredEvent]: null });

// By the moment first, which leads to the partition; an event whose moment was altered is found by its id. Each is looked up by its
// key (the limit keeps it so), however much of the chain the planner believes there is.
const ENTRIES = `
  select c.position::text, c.event_id::text, c.at as chained_at, c.hash, ${STORED_COLUMNS}
    from event_chain c
    left join lateral (select * from events where account_id = c.account_id and at = c.at and id = c.event_id limit 1) e on true
   where c.account_id = $1 and c.position > $2 order by c.position limit ${ENTRIES_AT_ONCE}`;
const BY_ID = `select ${STORED_COLUMNS} from events e where e.account_id = $1 and e.id = $2`;

const INSERTED = `
  select e.id::text, e.at from events e
   where e.account_id = $1
     and not exists (select from event_chain c where c.account_id = e.account_id and c.event_id = e.id)
     and not exists (select from events_to_chain w where w.account_id = e.account_id and w.at = e.at and w.id = e.id)
   order by e.at, e.id limit 1`;
const REMOVED_EARLY = `
  select w.id::text, w.at from events_to_chain w
   where w.account_id = $1 and not exists (select from events e where e.account_id = w.account_id and e.at = w.at and e.id = w.id) order by w.at, w.id limit 1`;

/**
 * Looks through the chain of an account from its beginning, or from the anchor that the retention left.
 * @param client in a transaction that sees one state of the database, as events are being chained meanwhile
 * @returns the first fault, in the order in which the events were chained
 */
export async function verifyChain(client: pg.ClientBase, accountId: string): Promise<Verdict> {
  const { rows: heads } = await client.query<Head>("select position::text, hash, anchor_position::text, anchor_hash, kept_since from event_chain_heads where account_id = $1", [accountId]);
  const { rows: waiting } = await client.query<{ count: number }>("select count(*)::int as count from events_to_chain where account_id = $1", [accountId]);
  const head = heads[0];
  const walked = head ? await walk(client, accountId, head) : { events: 0, fault: null };
  const fault = walked.fault ?? (await unchained(client, accountId));
  return { events: walked.events, waiting: waiting[0]!.count, droppedBefore: head?.kept_since ?? null, fault };
}

async function walk(client: pg.ClientBase, accountId: string, head: Head): Promise<{ events: number; fault: Fault | null }> {
  let position = Number(head.anchor_position);
  let hash: Uint8Array = head.anchor_hash;
  let events = 0;
  for (;;) {
    const { rows } = await client.query<Entry>({ name: "chain_entries", text: ENTRIES, values: [accountId, position] });
    for (const entry of rows) {
      position += 1;
      if (Number(entry.position) !== position) return { events, fault: { kind: "entry_missing", position } };
      const fault = await faultOf(client, accountId, head, entry, hash);
      if (fault) return { events, fault };
      hash = entry.hash;
      if (entry.id !== null) events += 1;
    }
    if (rows.length < ENTRIES_AT_ONCE) break;
  }
  if (position !== Number(head.position)) return { events, fault: { kind: "entry_missing", position: position + 1 } };
  if (Buffer.compare(hash, head.hash) !== 0) return { events, fault: { kind: "broken", position } };
  return { events, fault: null };
}

async function faultOf(client: pg.ClientBase, accountId: string, head: Head, entry: Entry, before: Uint8Array): Promise<Fault | null> {
  const { event_id: eventId, chained_at: at } = entry;
  const position = Number(entry.position);
  if (entry.id === null) {
    // Dropped by the retention while an event chained before it is still kept: its hash alone goes on.
    if (head.kept_since !== null && at < head.kept_since) return null;
    const { rows } = await client.query(BY_ID, [accountId, eventId]);
    return { kind: rows.length > 0 ? "altered" : "removed", eventId, at, position };
  }
  const event = storedEvent(entry);
  if (Buffer.compare(hashAfter(before, event), entry.hash) === 0) return null;
  return { kind: "altered", eventId, at, position };
}

function storedEvent({ position: _position, event_id: _eventId, chained_at: _at, hash: _hash, ...event }: Entry): StoredEvent {
  return event as StoredEvent;
}

async function unchained(client: pg.ClientBase, accountId: string): Promise<Fault | null> {
  for (const [kind, query] of [["removed", REMOVED_EARLY], ["inserted", INSERTED]] as const) {
    const { rows } = await client.query<{ id: string; at: Date }>(query, [accountId]);
    if (rows[0]) return { kind, eventId: rows[0].id, at: rows[0].at, position: null };
  }
  return null;
}
