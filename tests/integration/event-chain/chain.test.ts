/** The chain over each account's events: complete, safe with two workers, and false as soon as history is. */
import pg from "pg";
import { beforeEach, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { chainEvents } from "#lib/events/chain-events.ts";
import { keepChaining } from "#lib/events/keep-chaining.ts";
import { verifyHistories } from "#lib/events/verify-history.ts";
import { anEvent } from "#tests/builders/events.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";

let accountId: string;
beforeEach(async () => {
  accountId = (await anAccount(await aPartner())).id;
  // The event of the account itself is the first of its chain.
  await chainEvents();
});

const sql = (text: string, values: unknown[] = []) => database().pool.query(text, values);

/** What the verification says of the account, without its name. */
async function verdict(): Promise<string> {
  for await (const { sentence } of verifyHistories(accountId)) return sentence.replace(/^.*\): /, "");
  return "nothing";
}

/** History is append-only for everybody who is not the owner of its tables; such a one is at work here. */
async function asOwner(text: string, values: unknown[] = []): Promise<void> {
  await sql("alter table events disable trigger all");
  await sql(text, values).finally(() => sql("alter table events enable trigger all"));
}

async function chained(): Promise<{ position: number; id: string }[]> {
  const { rows } = await sql("select position::int, event_id::text as id from event_chain where account_id = $1 order by position", [accountId]);
  return rows as { position: number; id: string }[];
}

/** Five events, chained in order. */
async function fiveEvents(): Promise<string[]> {
  const ids = [];
  for (let minute = 1; minute <= 5; minute += 1) ids.push(await anEvent(accountId, `2026-11-20T10:0${minute}:00Z`, { changes: [{ property: "lastName", before: "Brandt", after: "Berg" }], details: { b: 1, a: { d: [1, 2], c: null } } }));
  await chainEvents();
  return ids;
}

test("every event is chained once, whoever wrote it, and the whole is verified", async () => {
  await fiveEvents();
  const { rows } = await sql("select id::text from events where account_id = $1", [accountId]);
  const links = await chained();
  expect(links.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id as string).toSorted());
  expect(links.map(({ position }) => position)).toEqual(links.map((_, index) => index + 1));
  expect(await chainEvents()).toBe(0);
  expect(await verdict()).toBe("6 events, none altered, removed or put in.");
});

test("what has not been chained yet is told, and is no fault", async () => {
  await fiveEvents();
  await anEvent(accountId, "2026-11-20T11:00:00Z");
  expect(await verdict()).toBe("6 events, none altered, removed or put in. 1 event more waits to be chained.");
});

test("an event of a transaction that commits late is chained behind newer ones", async () => {
  const late = new pg.Client({ connectionString: process.env["DATABASE_URL"] });
  await late.connect();
  await late.query("begin");
  await late.query("insert into events (account_id, id, at, operation, action, asset_kind, actor_name, origin, correlation_id) values ($1, uuidv7(), '2026-11-20T09:00:00Z', 'users.update', 'Edit', 'user', 'Late', 'session', uuidv7())", [accountId]);
  const ids = await fiveEvents();
  expect((await chained()).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  await late.query("commit");
  await late.end();
  expect(await chainEvents()).toBe(1);
  const last = (await chained()).at(-1)!;
  expect(last.position).toBe(7);
  expect(ids).not.toContain(last.id);
  expect(await verdict()).toBe("7 events, none altered, removed or put in.");
});

test("two workers chain the same accounts at once, and lose and double nothing", async () => {
  const partner = await aPartner();
  const accounts = [accountId, ...(await Promise.all(["One", "Two", "Three"].map(async (name) => (await anAccount(partner, { name })).id)))];
  const stops = [keepChaining(), keepChaining()];
  await Promise.all(accounts.flatMap((id) => Array.from({ length: 40 }, (_, index) => anEvent(id, new Date(Date.UTC(2026, 10, 20, 10, index))))));
  await Promise.all(stops.map((stop) => stop()));
  await chainEvents();
  for await (const { isWhole, sentence } of verifyHistories()) expect(isWhole, sentence).toBe(true);
  for (const id of accounts) expect((await sql("select count(*)::int as count from event_chain where account_id = $1", [id])).rows[0]).toEqual({ count: 41 });
});

test("adding to an account waits for nobody who chains it", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  await chainEvents();
  const holder = await database().pool.connect();
  await holder.query("begin");
  await holder.query("select from event_chain_heads where account_id = $1 for update", [id]);
  await aUser(partner, id);
  await holder.query("rollback");
  holder.release();
});

test("the first event that was altered is named, whatever of it was", async () => {
  const ids = await fiveEvents();
  await sql("create table kept_events as select * from events");
  for (const change of ["actor_name = 'Somebody else'", "changes = '[]'", "details = '{\"a\":{\"c\":null,\"d\":[2,1]},\"b\":1}'", "at = at - interval '1 hour'", "log_tags = 'x'", "actor_role = 'user'", "actor_account_id = uuidv7()"]) {
    await asOwner(`update events set ${change} where id = any($1::uuid[])`, [[ids[2], ids[4]]]);
    expect(await verdict(), change).toMatch(new RegExp(`^the event ${ids[2]} of 2026-11-20T10:03:00.000Z, number 4 of the chain, was altered or put out of its place\\.$`));
    await asOwner("delete from events where account_id = $1", [accountId]);
    await asOwner("insert into events select * from kept_events where account_id = $1", [accountId]);
    expect(await verdict()).toBe("6 events, none altered, removed or put in.");
  }
  await sql("drop table kept_events");
});

test("the same event with its keys in another order is the same", async () => {
  const ids = await fiveEvents();
  await asOwner("update events set details = '{\"a\":{\"c\":null,\"d\":[1,2]},\"b\":1}' where id = $1", [ids[0]]);
  expect(await verdict()).toBe("6 events, none altered, removed or put in.");
});

test("the first event that was removed is named, also with its place in the chain, and also the last ones", async () => {
  const ids = await fiveEvents();
  await asOwner("delete from events where id = any($1::uuid[])", [[ids[1], ids[3]]]);
  expect(await verdict()).toBe(`the event ${ids[1]} of 2026-11-20T10:02:00.000Z, number 3 of the chain, was removed.`);
  await sql("delete from event_chain where event_id = $1", [ids[1]]);
  expect(await verdict()).toBe("number 3 of the chain was removed.");
});

test("a chain that was cut at its end is found out", async () => {
  const ids = await fiveEvents();
  await asOwner("delete from events where id = $1", [ids[4]]);
  await sql("delete from event_chain where event_id = $1", [ids[4]]);
  expect(await verdict()).toBe("number 6 of the chain was removed.");
});

test("events that changed places are found out at the first of them", async () => {
  const ids = await fiveEvents();
  const swap = async (from: number, to: number) => sql("update event_chain set position = $3 where account_id = $1 and position = $2", [accountId, from, to]);
  await swap(3, 99);
  await swap(4, 3);
  await swap(99, 4);
  expect(await verdict()).toBe(`the event ${ids[2]} of 2026-11-20T10:03:00.000Z, number 3 of the chain, was altered or put out of its place.`);
});

test("an event that was put in past the chain is named, and one that was removed before it was chained", async () => {
  await fiveEvents();
  await asOwner("insert into events (account_id, id, at, operation, action, asset_kind, actor_name, origin, correlation_id) values ($1, '01990000-0000-7000-8000-000000000001', '2026-11-20T10:02:30Z', 'users.update', 'Edit', 'user', 'Nobody', 'session', uuidv7())", [accountId]);
  expect(await verdict()).toBe("the event 01990000-0000-7000-8000-000000000001 of 2026-11-20T10:02:30.000Z was put in past the chain.");
  await asOwner("delete from events where id = '01990000-0000-7000-8000-000000000001'");
  const id = await anEvent(accountId, "2026-11-20T12:00:00Z");
  await asOwner("delete from events where id = $1", [id]);
  expect(await chainEvents()).toBe(0);
  expect(await verdict()).toBe(`the event ${id} of 2026-11-20T12:00:00.000Z was removed.`);
});
