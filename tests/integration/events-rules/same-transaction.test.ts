/** No change without its event, and no event that changes (pains 43, 45). */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { startPeers } from "#tests/builders/peers.ts";
import type { TestPeers } from "#tests/builders/peers.ts";
import { byKey, send } from "#tests/builders/rest.ts";

let peers: TestPeers;
let partner: SignedIn;
let key: { authorization: string };
let account: { id: string; version: number };
let user: { id: string; version: number };
beforeAll(async () => {
  peers = await startPeers();
  partner = await aPartner();
  account = await anAccount(partner);
  user = await aUser(partner, account.id);
  await aSignedInUser(partner, account.id);
  key = await byKey(partner);
  // The first use of a key is noted with it.
  await send("GET", "/me", key);
});
afterAll(() => peers.close());

/** What every table holds, events left out. */
async function contents(): Promise<Record<string, string>> {
  const { pool } = database();
  const { rows: tables } = await pool.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' and tablename not like 'events%' or schemaname = 'jobs' and tablename = 'job'");
  const held: Record<string, string> = {};
  for (const { name } of tables) held[name] = (await pool.query<{ sum: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`)).rows[0]!.sum;
  return held;
}

/** While `work` runs no event can be written. */
async function withoutEvents<T>(work: () => Promise<T>): Promise<T> {
  await database().pool.query("alter table events rename to events_elsewhere");
  return work().finally(() => database().pool.query("alter table events_elsewhere rename to events"));
}

const at = (path: string) => `/accounts/${account.id}${path}`;
const WRITES: [name: string, method: string, path: () => string, body: () => unknown][] = [
  ["adding a user", "POST", () => at("/users"), () => ({ firstName: "Ada", lastName: "Brandt", email: `${randomUUID()}@ballad.example` })],
  ["changing a user", "PATCH", () => at(`/users/${user.id}`), () => ({ version: user.version, lastName: "Another" })],
  ["deleting users", "POST", () => at("/users/delete"), () => ({ selection: { mode: "some", ids: [user.id] } })],
  ["sending welcome mails", "POST", () => at("/users/welcome-mails"), () => ({ selection: { mode: "all", filter: {} } })],
  ["adding an account", "POST", () => "/accounts", () => ({ name: "Harbor", country: "DE", address: "Kai 1", city: "Kiel", postalCode: "24103", supportContacts: [{ email: "a@b.example" }] })],
  ["deactivating an account", "POST", () => at("/deactivate"), () => ({ word: "deactivate" })],
  ["deleting an account", "POST", () => at("/delete"), () => ({ word: "delete" })],
  ["connecting a system", "POST", () => at("/network-elements"), () => ({ kind: "mivb", address: peers.url.mivb, username: "admin", password: "peer-password" })],
  ["making an API key", "POST", () => "/me/api-keys", () => ({ name: "Nightly" })],
  ["asking for a plan", "POST", () => at("/provisioning/plans"), () => ({ selection: { mode: "all", filter: {} }, serviceRoleId: null })],
];

describe("a change whose event can not be written is no change", () => {
  test.each(WRITES)("%s", async (_, method, path, body) => {
    const before = await contents();
    expect(await withoutEvents(() => send(method, path(), key, body()))).toMatchObject({ status: 500, error: { code: "internal" } });
    expect(await contents()).toEqual(before);
  });

  test("nor is there an event or a job of a change that could not be committed", async () => {
    const { pool } = database();
    await pool.query("create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused at the last moment'; end $$");
    await pool.query("create constraint trigger refuse_at_commit after insert on users deferrable initially deferred for each row execute function refuse()");
    const counts = async () => [await database().prisma.event.count(), await contents()];
    const before = await counts();
    const [, method, path, body] = WRITES[0]!;
    expect(await send(method, path(), key, body())).toMatchObject({ status: 500 });
    expect(await counts()).toEqual(before);
    await pool.query("drop trigger refuse_at_commit on users");
  });

  test("and each of them is one when it can be written", async () => {
    // In the other order, since the last ones take away what the first ones need.
    for (const [name, method, path, body] of WRITES.filter(([each]) => !each.includes("an account"))) {
      const before = await database().prisma.event.count();
      expect(await send(method, path(), key, body()), name).toMatchObject({ error: null });
      expect(await database().prisma.event.count(), name).toBeGreaterThan(before);
    }
  });
});

describe("the history", () => {
  test.each([
    ["changed", "update events set actor_name = 'Somebody else'"],
    ["changed in its details", "update events set changes = '[]' where action = 'Edit'"],
    ["moved to another month", "update events set at = at - interval '2 months'"],
  ])("can not be %s", async (_, statement) => {
    await database().pool.query("select make_event_partitions(1)");
    await expect(database().pool.query(statement)).rejects.toThrow("events are append-only");
  });
});
