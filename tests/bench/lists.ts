/** The list of users in all its forms, each beside the floor's answer to the same question. */
import { database } from "#lib/db/client.ts";
import { atMost, shown } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { send, sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import type { Stage } from "./stage.ts";
import { median, percentile } from "./statistics.ts";

const ONE_AT_A_TIME = 180;
const AT_ONCE = 10;
const TEN_AT_ONCE = 360;

const LIST_SHARE = 0.3;
const LIST_SHARE_AT_ONCE = 1.7;
const SEARCH_SHARE = 3;
const SEARCH_SPREAD = 2.5;
/** "As fast as" and "no dearer than" with the noise of a machine that does other things as well. */
const EQUAL = 1.1;

type Pair = { portal: Target; floor: Target };
type Times = Record<"portal" | "floor", number[]>;

/** Ratios of the list, its order, filters and depth to the floor. */
export async function measureLists(stage: Stage): Promise<Finding[]> {
  const list = portalList(stage);
  const floor = floorList(stage);
  const deepest = await deepestPage(stage);
  const pairs: Record<string, Pair> = {
    "sorted by modification": { portal: list("sort=-modified"), floor: floor("sorted?count") },
    "filter, 30,000 hits": { portal: list("property=unregistered"), floor: floor("unregistered?count") },
    "filter, 500 hits": { portal: list("services=attention"), floor: floor("attention?count") },
  };
  const first: Pair = { portal: list(""), floor: floor("list?count") };
  const findings: Finding[] = [];
  const alone = await sideBySide({ ...first, kept: floor("list"), partner: list("", stage.partner.headers), deep: list(`after=${deepest.key}`), floorDeep: floor(deepest.floorPath) }, ONE_AT_A_TIME, 1);
  const together = await sideBySide({ ...first, kept: floor("list") }, TEN_AT_ONCE, AT_ONCE);
  findings.push(
    againstFloor("list of 50 with total", alone, LIST_SHARE),
    againstFloor("list of 50 with total, ten at once", together, LIST_SHARE_AT_ONCE),
    againstFloor("list, floor without a total", { portal: alone.portal, floor: alone.kept }),
    againstFloor("list, floor without a total, ten at once", { portal: together.portal, floor: together.kept }),
    beside("deepest page to the first page", alone.deep, alone.portal),
    againstFloor("deepest page, floor without a total", { portal: alone.deep, floor: alone.floorDeep }),
    beside("the list for a partner to that for an admin", alone.partner, alone.portal),
  );
  for (const [name, pair] of Object.entries(pairs)) {
    findings.push(againstFloor(name, await sideBySide(pair, ONE_AT_A_TIME, 1)));
    findings.push(againstFloor(`${name}, ten at once`, await sideBySide(pair, TEN_AT_ONCE, AT_ONCE)));
  }
  return findings;
}

/** Searches by name, address and number that have 1 to 25 hits. */
export async function measureSearch(stage: Stage): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [kind, texts] of Object.entries(await textsWithFewHits(stage.accounts.large))) {
    const pair: Pair = {
      portal: { ...portalList(stage)(""), paths: texts.map((text) => `/api/v1/accounts/${stage.accounts.large}/users?search=${encodeURIComponent(text)}`) },
      floor: { origin: stage.floorUrl, paths: texts.map((text) => `/search?account=${stage.accounts.large}&text=${encodeURIComponent(text)}`) },
    };
    const alone = await sideBySide(pair, ONE_AT_A_TIME, 1);
    findings.push(
      againstFloor(`search by ${kind}`, alone, SEARCH_SHARE),
      atMost(SEARCH_SPREAD, { name: `search by ${kind}, p95 to p50`, value: percentile(alone.portal, 0.95) / median(alone.portal), unit: "x", figures: { p50Ms: median(alone.portal), p95Ms: percentile(alone.portal, 0.95) } }),
      againstFloor(`search by ${kind}, ten at once`, await sideBySide(pair, TEN_AT_ONCE, AT_ONCE), SEARCH_SHARE),
    );
  }
  return findings;
}

function portalList({ portal, accounts, admin }: Stage): (query: string, headers?: Record<string, string>) => Target {
  return (query, headers = admin.headers) => ({ origin: portal.url, paths: [`/api/v1/accounts/${accounts.large}/users?${query}`], headers });
}

function floorList({ floorUrl, accounts }: Stage): (path: string) => Target {
  return (path) => ({ origin: floorUrl, paths: [`/${path}${path.includes("?") ? "&" : "?"}account=${accounts.large}`] });
}

/** The ratio of the medians, with the medians and 95th percentiles behind it. */
export function againstFloor(name: string, { portal, floor }: Times, limit?: number): Finding {
  const figures = { p50Ms: median(portal), p95Ms: percentile(portal, 0.95), floorP50Ms: median(floor), floorP95Ms: percentile(floor, 0.95) };
  const more = `p50 ${figures.p50Ms.toFixed(1)} ms, p95 ${figures.p95Ms.toFixed(1)}; floor ${figures.floorP50Ms.toFixed(1)}, ${figures.floorP95Ms.toFixed(1)}`;
  const value = { name, value: figures.p50Ms / figures.floorP50Ms, unit: "x the floor", more, figures };
  return limit === undefined ? shown(value) : atMost(limit, value);
}

function beside(name: string, times: number[], other: number[]): Finding {
  const [p50Ms, otherP50Ms] = [median(times), median(other)];
  return atMost(EQUAL, { name, value: p50Ms / otherP50Ms, unit: "x", more: `p50 ${p50Ms.toFixed(1)} ms and ${otherP50Ms.toFixed(1)} ms`, figures: { p50Ms, otherP50Ms } });
}

/** The key that the list in descending order gives after its first page leads, in ascending order, to the last page but one. */
async function deepestPage(stage: Stage): Promise<{ key: string; floorPath: string }> {
  const { portal, accounts, admin } = stage;
  const { text } = await send(`${portal.url}/api/v1/accounts/${accounts.large}/users?sort=-name&size=200`, { headers: admin.headers });
  const { next, items } = JSON.parse(text) as { next: string; items: { id: string; name: string }[] };
  const last = items.at(-1)!;
  return { key: next, floorPath: `deep?after=${encodeURIComponent(last.name.toLowerCase())}&after=${last.id}` };
}

const TEXTS = 20;

/** Parts of names, addresses and numbers as people type them, each of which 1 to 25 users of the account match. */
async function textsWithFewHits(accountId: string): Promise<Record<"name" | "address" | "number", string[]>> {
  const candidates = {
    name: "substr(first_name, 2) || ' ' || left(last_name, -1)",
    address: "split_part(email, '@', 1)",
    number: "substr(extension, 2)",
  };
  const found: Record<string, string[]> = {};
  for (const [kind, expression] of Object.entries(candidates)) {
    const { rows } = await database().pool.query<{ text: string }>(
      `select text from (select distinct ${expression} as text from users where account_id = $1 and hashtext(id::text) % 500 = 0) as candidates
        where (select count(*) from (select 1 from users u where u.account_id = $1 and u.search_text like '%' || lower(text) || '%' limit 26) as hits) between 1 and 25
        order by text limit $2`,
      [accountId, TEXTS],
    );
    found[kind] = rows.map((row) => row.text);
  }
  return found as Record<"name" | "address" | "number", string[]>;
}
