/** The verification of all histories, told in one sentence per account. */
import { database } from "#lib/db/client.ts";
import { verifyChain } from "./verify-chain.ts";
import type { Fault, Verdict } from "./verify-chain.ts";

export type AccountVerdict = { accountId: string; name: string; isWhole: boolean; sentence: string };

// Also accounts that have been deleted: their history stays. From one to the next by the index, however many events each has.
const ACCOUNTS = `
  with recursive named as (
    (select account_id from events order by account_id limit 1)
    union all
    select (select e.account_id from events e where e.account_id > named.account_id order by e.account_id limit 1) from named where named.account_id is not null),
  every as (select account_id from named where account_id is not null union select account_id from event_chain_heads union select account_id from events_to_chain)
  select e.account_id::text as id, coalesce(a.name, '') as name from every e left join accounts a on a.id = e.account_id order by a.name, e.account_id`;

/**
 * Verifies the history of every account, one after the other.
 * @param only the account to verify; by default all
 */
export async function* verifyHistories(only?: string): AsyncGenerator<AccountVerdict> {
  const client = await database().pool.connect();
  try {
    // One state of the database for an account's whole chain; what is chained meanwhile is for the next time.
    const { rows } = await client.query<{ id: string; name: string }>(ACCOUNTS);
    for (const { id, name } of rows.filter((account) => only === undefined || account.id === only)) {
      await client.query("begin isolation level repeatable read read only");
      const verdict = await verifyChain(client, id);
      await client.query("commit");
      yield { accountId: id, name, isWhole: verdict.fault === null, sentence: `${name ? `${name} (${id})` : id}: ${verdictInWords(verdict)}` };
    }
  } finally {
    client.release(true);
  }
}

/** A verdict in words: "12 events, none altered, removed or put in." */
export function verdictInWords({ events, waiting, droppedBefore, fault }: Verdict): string {
  if (fault) return faultInWords(fault);
  const figure = (count: number) => `${count.toLocaleString("en")} ${count === 1 ? "event" : "events"}`;
  const since = droppedBefore ? ` since ${droppedBefore.toISOString().slice(0, 10)}, from where on events are kept` : "";
  return `${figure(events)}${since}, none altered, removed or put in.${waiting > 0 ? ` ${figure(waiting)} more ${waiting === 1 ? "waits" : "wait"} to be chained.` : ""}`;
}

function faultInWords(fault: Fault): string {
  switch (fault.kind) {
    case "altered":
      return `${eventInWords(fault)} was altered or put out of its place.`;
    case "removed":
      return `${eventInWords(fault)} was removed.`;
    case "inserted":
      return `${eventInWords(fault)} was put in past the chain.`;
    case "entry_missing":
      return `number ${fault.position} of the chain was removed.`;
    case "broken":
      return `the chain does not end as it was left, at number ${fault.position}.`;
  }
}

function eventInWords({ eventId, at, position }: Extract<Fault, { eventId: string }>): string {
  return `the event ${eventId} of ${at.toISOString()}${position === null ? "" : `, number ${position} of the chain,`}`;
}
