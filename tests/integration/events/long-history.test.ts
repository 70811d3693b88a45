/** A long history: what is asked of it, and what is done to it, costs what is shown or added, and not what there is. */
import { beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { chainEvents } from "#lib/events/chain-events.ts";
import { findEvents } from "#lib/events/find-events.ts";
import { verifyHistories } from "#lib/events/verify-history.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { queriesOf } from "#tests/builders/count-queries.ts";
import type { Sent } from "#tests/builders/count-queries.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";

const EVENTS = 30_000;
const FIRST = "2026-11-02T00:00:00.000Z";
const LAST = "2026-11-02T08:19:59.000Z";

let accountId: string;
let resolved: Resolved;

const sql = (text: string, values: unknown[] = []) => database().pool.query(text, values);

beforeAll(async () => {
  const partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  await anIntegration(accountId);
  resolved = await partner.at(accountId);
  // One each second; analyzed as the database does by itself, while all of them wait to be chained.
  await sql(
    `insert into events (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_name, origin, correlation_id)
     select $1, uuidv7(), $2::timestamptz + n * interval '1 second', 'users.update', 'Edit', 'user', n::text, 'Ada Brandt', 'Mara Lindqvist', 'session', uuidv7() from generate_series(0, $3::int - 1) n`,
    [accountId, FIRST, EVENTS],
  );
  await sql("analyze events");
  await sql("analyze events_to_chain");
}, 60_000);

type Plan = { "Node Type": string; "Shared Hit Blocks"?: number; "Shared Read Blocks"?: number; Plans?: Plan[] };

async function explain({ text, values }: Sent, options: string): Promise<Plan> {
  const { rows } = await sql(`explain (format json, ${options}) ${text}`, values);
  return (rows[0] as { "QUERY PLAN": [{ Plan: Plan }] })["QUERY PLAN"][0].Plan;
}

const nodesOf = (plan: Plan): string[] => [plan["Node Type"], ...(plan.Plans ?? []).flatMap(nodesOf)];

/** How many blocks of the database the rows of a page take. */
async function blocksOf(input: object): Promise<number> {
  const sent = await queriesOf(() => runOperation(findEvents, { resolved, input: { size: 10, ...input } }));
  const page = sent.find(({ text }) => text.includes("sort_key"))!;
  const { "Shared Hit Blocks": hit = 0, "Shared Read Blocks": read = 0 } = await explain(page, "analyze, buffers");
  return hit + read;
}

const keyAt = (moment: string) => Buffer.from(JSON.stringify([moment, "00000000-0000-7000-8000-000000000000"])).toString("base64url");

test.each([
  ["-at", "2026-11-02T00:01:00Z"],
  ["at", "2026-11-02T08:18:00Z"],
])("EVENT-07 EVENT-47 a page at the end of a range of dates (%s) reads no more than the first one", async (sort, deep) => {
  const range = { from: FIRST, to: LAST, sort };
  expect(await blocksOf({ ...range, after: keyAt(deep) })).toBeLessThanOrEqual(2 * (await blocksOf(range)));
});

test("whatever the database believes of how much waits, a batch of the chain reads its own events by their keys", async () => {
  const sent = await queriesOf(chainEvents);
  const batch = sent.find(({ text }) => text.includes("events_to_chain w") && text.includes("correlation_id"))!;
  const nodes = nodesOf(await explain(batch, "costs off"));
  expect(nodes).toContain("Nested Loop");
  expect(nodes.filter((node) => /Hash|Merge Join/.test(node))).toEqual([]);
});

test("so does the verification", async () => {
  const sent = await queriesOf(async () => {
    for await (const { isWhole } of verifyHistories(accountId)) expect(isWhole).toBe(true);
  });
  const batch = sent.find(({ text }) => text.includes("event_chain c") && text.includes("chained_at"))!;
  const nodes = nodesOf(await explain(batch, "costs off"));
  expect(nodes.filter((node) => /Hash|Merge Join/.test(node))).toEqual([]);
});
