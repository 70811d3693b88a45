/** The months of the history: made ahead, dropped past the retention, and what is left still verifies. */
import { beforeEach, expect, test, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import { settings } from "#lib/config/settings.ts";
import { chainEvents } from "#lib/events/chain-events.ts";
import { keepPartitions, keptSince } from "#lib/events/keep-partitions.ts";
import { verifyHistories } from "#lib/events/verify-history.ts";
import { log } from "#lib/log/log.ts";
import { anEvent } from "#tests/builders/events.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";

const sql = (text: string, values: unknown[] = []) => database().pool.query(text, values);

/** The first days of this month and of the ones before it, oldest first. */
const THIS_MONTH = keptSince(new Date(), 0);
const monthsAgo = (months: number) => new Date(Date.UTC(THIS_MONTH.getUTCFullYear(), THIS_MONTH.getUTCMonth() - months, 2));

let accountId: string;
beforeEach(async () => {
  vi.restoreAllMocks();
  settings().EVENT_RETENTION_MONTHS = 0;
  accountId = (await anAccount(await aPartner())).id;
});

async function makePastPartitions(count: number): Promise<string[]> {
  const names = [];
  for (let months = count; months >= 1; months -= 1) {
    const [from, to] = [keptSince(new Date(), months), keptSince(new Date(), months - 1)];
    const name = `events_${from.toISOString().slice(0, 7).replace("-", "_")}`;
    await sql(`create table if not exists ${name} partition of events for values from ('${from.toISOString()}') to ('${to.toISOString()}')`);
    names.push(name);
  }
  return names;
}

async function partitions(): Promise<string[]> {
  const { rows } = await sql("select inhrelid::regclass::text as name from pg_inherits where inhparent = 'events'::regclass order by 1");
  return rows.map(({ name }) => name as string);
}

async function verdict(): Promise<string> {
  for await (const { sentence } of verifyHistories(accountId)) return sentence.replace(/^.*\): /, "");
  return "nothing";
}

test("the coming months are made, and 0 keeps all", async () => {
  const past = await makePastPartitions(3);
  await keepPartitions();
  expect(await partitions()).toEqual(expect.arrayContaining([...past, `events_${keptSince(new Date(), -3).toISOString().slice(0, 7).replace("-", "_")}`]));
});

test("a month that nobody made in time takes its events out of the default partition", async () => {
  const name = `events_${THIS_MONTH.toISOString().slice(0, 7).replace("-", "_")}`;
  await sql(`drop table ${name}`);
  const id = await anEvent(accountId, new Date(THIS_MONTH.getTime() + 1_000));
  expect((await sql("select count(*)::int as count from events_default where id = $1", [id])).rows[0]).toEqual({ count: 1 });
  await keepPartitions();
  expect((await sql(`select count(*)::int as count from ${name} where id = $1`, [id])).rows[0]).toEqual({ count: 1 });
  expect((await sql("select count(*)::int as count from events_default where id = $1", [id])).rows[0]).toEqual({ count: 0 });
  await chainEvents();
  expect(await partitions()).toContain(name);
});

test("what is past the retention is dropped by the month and told in the log; the rest verifies from its anchor on", async () => {
  const [oldest, kept] = await makePastPartitions(2);
  const told = vi.spyOn(log, "info");
  const old = [await anEvent(accountId, monthsAgo(2)), await anEvent(accountId, monthsAgo(5))];
  await chainEvents();
  const young = [await anEvent(accountId, monthsAgo(1)), await anEvent(accountId, monthsAgo(0))];
  await chainEvents();
  // Committed late: it is chained behind younger ones and dropped all the same.
  const late = await anEvent(accountId, monthsAgo(2));
  await chainEvents();
  const last = await anEvent(accountId, monthsAgo(0));
  settings().EVENT_RETENTION_MONTHS = 1;
  await keepPartitions();
  expect(await partitions()).not.toContain(oldest);
  expect(await partitions()).toContain(kept);
  const { rows } = await sql("select id::text from events where account_id = $1 and id = any($2::uuid[])", [accountId, [...old, late, ...young, last]]);
  expect(rows.map(({ id }) => id as string).toSorted()).toEqual([...young, last].toSorted());
  expect(told).toHaveBeenCalledWith(expect.objectContaining({ partitions: expect.arrayContaining([oldest]), events: expect.any(Number), months: 1 }), expect.any(String));
  expect(await verdict()).toMatch(/^\d events since \d{4}-\d{2}-01, from where on events are kept, none altered, removed or put in\.$/);
});

test("after the retention an alteration is found as before, and so is the removal of what is kept", async () => {
  await anEvent(accountId, monthsAgo(4));
  const id = await anEvent(accountId, monthsAgo(0));
  await chainEvents();
  settings().EVENT_RETENTION_MONTHS = 1;
  await keepPartitions();
  expect(await verdict()).toContain("none altered");
  await sql("alter table events disable trigger all");
  await sql("update events set action = 'Delete' where id = $1", [id]);
  expect(await verdict()).toContain(`${id} of`);
  await sql("delete from events where id = $1", [id]);
  expect(await verdict()).toMatch(/was removed\.$/);
  await sql("alter table events enable trigger all");
});

test("an account whose events are all past the retention goes on from its anchor", async () => {
  await sql("alter table events disable trigger all");
  await sql("update events set at = $2 where account_id = $1", [accountId, monthsAgo(3)]);
  await sql("update events_to_chain set at = $2 where account_id = $1", [accountId, monthsAgo(3)]);
  await sql("alter table events enable trigger all");
  await chainEvents();
  settings().EVENT_RETENTION_MONTHS = 1;
  await keepPartitions();
  expect(await verdict()).toMatch(/^0 events since/);
  await anEvent(accountId, monthsAgo(0));
  await chainEvents();
  expect(await verdict()).toMatch(/^1 event since .* none altered/);
});

test("while what was chained of the old months is being forgotten, everybody goes on writing events", async () => {
  await makePastPartitions(2);
  await anEvent(accountId, monthsAgo(2));
  await chainEvents();
  const holder = await database().pool.connect();
  await holder.query("begin");
  await holder.query("select from event_chain where account_id = $1 for update", [accountId]);
  settings().EVENT_RETENTION_MONTHS = 1;
  const work = keepPartitions();
  const isWaiting = async () => (await sql("select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like 'delete from event_chain %'")).rowCount === 1;
  await vi.waitFor(async () => expect(await isWaiting()).toBe(true), { timeout: 4_000 });
  const writer = await database().pool.connect();
  await writer.query("set lock_timeout = '500ms'");
  await writer.query("insert into events (account_id, id, operation, action, asset_kind, actor_name, origin, correlation_id) values ($1, uuidv7(), 'users.update', 'Edit', 'user', 'Mara Lindqvist', 'session', uuidv7())", [accountId]);
  writer.release(true);
  await holder.query("rollback");
  holder.release();
  await work;
  await chainEvents();
  expect(await verdict()).toMatch(/none altered, removed or put in\.$/);
});
