/** A history of five million events: looked through, narrowed, searched, scrolled and taken away, each beside the floor's answer; bound into its chain and verified. */
import { request } from "node:http";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { database } from "#lib/db/client.ts";
import { chainEvents } from "#lib/events/chain-events.ts";
import { verifyHistories } from "#lib/events/verify-history.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { atMost, inWords, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send, sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import { watchMemory } from "./processes.ts";
import { againstFloor, beside } from "./ratios.ts";
import { seedEvents } from "./seed-events.ts";
import type { Stage } from "./stage.ts";
import { median } from "./statistics.ts";

const EVENTS = 5_000_000;
const REQUESTS = 120;
const SHARE = 3;
const EXPORT_SHARE = 12;
/** What the web process may take for a file beyond what it has, in MiB. */
const EXPORT_MIB = 80;
/** Events of the last months before this one, for the files. */
const EXPORT_MONTHS = 2;
const CHAINED = 100_000;

type Question = { name: string; query: string; floor: string };

/** Fills an account, which takes minutes and some gigabytes of disk, and asks. */
export async function measureEvents(stage: Stage): Promise<Finding[]> {
  const { pool, prisma } = database();
  const partner = await aPartner();
  const { id: accountId } = await anAccount(partner, { name: "Account with a long history" });
  await anIntegration(accountId);
  const person = await prisma.user.findFirstOrThrow({ where: { accountId: partner.accountId } });
  const { key } = await newApiKey(prisma, { accountId: partner.accountId, userId: person.id }, "History", new Date());
  await seedEvents(pool, accountId, EVENTS);
  const place = { portal: `${stage.portal.url}/api/v1/accounts/${accountId}/events`, headers: { authorization: `Bearer ${key}` }, floor: stage.floorUrl, accountId };
  return [...(await measureQuestions(place)), ...(await measureScrolling(place)), ...(await measureExport(stage, place)), ...(await measureChain(accountId))];
}

type Place = { portal: string; headers: Record<string, string>; floor: string; accountId: string };

async function questions(accountId: string): Promise<Question[]> {
  const { rows } = await database().pool.query<{ actor_id: string; asset_id: string; asset_name: string }>("select actor_id::text, asset_id, asset_name from events where account_id = $1 and asset_kind = 'phone' order by at limit 1", [accountId]);
  const { actor_id: actor, asset_id: asset, asset_name: name } = rows[0]!;
  const middle = new Date(Date.now() - 200 * 86_400_000).toISOString();
  return [
    { name: "first page", query: "", floor: "list" },
    { name: "filter, a million hits", query: "action=Delete", floor: "action&value=Delete" },
    { name: "filter, 250 hits", query: "action=Cancel", floor: "action&value=Cancel" },
    { name: "filter by asset alone, 250 hits", query: "assetKind=bulk_job", floor: "kind&value=bulk_job" },
    { name: "filter by actor, 2,500 hits", query: `actorId=${actor}`, floor: `actor&value=${actor}` },
    { name: "one object's history, 50 hits", query: `asset=phone:${asset}`, floor: `asset&value=${asset}` },
    { name: "filter up to a date in the middle", query: `to=${middle}`, floor: `since&value=${middle}` },
    { name: "search, 50 hits", query: `search=${encodeURIComponent(name.toLowerCase())}`, floor: `search&value=${encodeURIComponent(name)}` },
    { name: "search, 2,500 hits", query: "search=brandt+1733", floor: "search&value=brandt+1733" },
    { name: "search, a million hits", query: "search=mara", floor: "search&value=mara" },
    { name: "search, no hit", query: "search=nothing-has-this", floor: "search&value=nothing-has-this" },
  ];
}

async function measureQuestions({ portal, headers, floor, accountId }: Place): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const question of await questions(accountId)) {
    const pair: Record<"portal" | "floor", Target> = {
      portal: { origin: portal, paths: [`?${question.query}`], headers },
      floor: { origin: floor, paths: [`/events?account=${accountId}&name=${question.floor}`] },
    };
    findings.push(againstFloor(`5 million events, ${question.name}`, await sideBySide(pair, REQUESTS, 1), SHARE));
  }
  return findings;
}

/** The page at the end of the history beside the one at its beginning. */
async function measureScrolling({ portal, headers }: Place): Promise<Finding[]> {
  const { text } = await send(`${portal}?sort=at&size=100`, { headers });
  const { next } = JSON.parse(text) as { next: string };
  const times = await sideBySide({ first: { origin: portal, paths: ["?"], headers }, deepest: { origin: portal, paths: [`?after=${next}`], headers } }, REQUESTS, 1);
  return [beside("5 million events, the deepest page to the first one", times.deepest, times.first)];
}

async function measureExport({ portal: { pids } }: Stage, { portal, headers, floor, accountId }: Place): Promise<Finding[]> {
  const now = new Date();
  const since = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - EXPORT_MONTHS, 1)).toISOString();
  const base = await read(`${floor}/event-file?account=${accountId}&since=${since}`, {});
  const findings: Finding[] = [];
  for (const format of ["jsonl", "csv"] as const) {
    const { result, before, peak } = await watchMemory([pids.web], () => read(`${portal}/export?format=${format}&from=${since}`, headers));
    const more = `${inWords(result.ms / 1_000, "s")} for ${inWords(result.bytes / 1024 / 1024, "MiB")}; floor ${inWords(base.ms / 1_000, "s")}`;
    findings.push(
      atMost(EXPORT_SHARE, { name: `file of 830,000 events, ${format}`, value: result.ms / base.ms, unit: "x COPY", more, figures: { ms: result.ms, copyMs: base.ms } }),
      atMost(EXPORT_MIB, { name: `memory for that file, ${format}`, value: Math.max(0, peak - before), unit: "MiB more", figures: { before, peak } }),
    );
  }
  return findings;
}

/** Reads a file to its end and keeps nothing of it. */
function read(url: string, headers: Record<string, string>): Promise<{ ms: number; bytes: number }> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { headers, agent: false }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("error", reject);
      response.once("end", () => resolve({ ms: performance.now() - began, bytes }));
    });
    outgoing.once("error", reject).end();
  });
}

/** Binds a part of the history as a worker does, beside the one that runs, and verifies it. */
async function measureChain(accountId: string): Promise<Finding[]> {
  const { pool } = database();
  const began = performance.now();
  await pool.query("insert into events_to_chain select account_id, at, id from events where account_id = $1 order by at limit $2", [accountId, CHAINED]);
  while ((await waiting(accountId)) > 0) await chainEvents();
  const chainMs = performance.now() - began;
  const times: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    const from = performance.now();
    for await (const verdict of verifyHistories(accountId)) void verdict;
    times.push(performance.now() - from);
  }
  return [
    shown({ name: "binding events into the chain", value: (CHAINED / chainMs) * 1_000, unit: "events/s", figures: { chainMs } }),
    shown({ name: "verifying a chain", value: (CHAINED / median(times)) * 1_000, unit: "events/s", more: `with the search of ${EVENTS.toLocaleString("en")} events for one put in past it`, figures: { verifyMs: median(times) } }),
  ];
}

async function waiting(accountId: string): Promise<number> {
  const { rows } = await database().pool.query<{ count: number }>("select count(*)::int as count from events_to_chain where account_id = $1", [accountId]);
  return rows[0]!.count;
}
