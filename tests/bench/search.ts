/** Searches of the list of users by part of a name, an address or a number, each beside the floor's. */
import { database } from "#lib/db/client.ts";
import { atMost } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { AT_ONCE, ONE_AT_A_TIME, TEN_AT_ONCE } from "./lists.ts";
import { sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import { againstFloor } from "./ratios.ts";
import type { Stage } from "./stage.ts";
import { median, percentile } from "./statistics.ts";

const SHARE = 3;
const SPREAD = 2.5;

/** Searches by name, address and number that have 1 to 25 hits. */
export async function measureSearch(stage: Stage): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [kind, texts] of Object.entries(await textsWithFewHits(stage.accounts.large))) {
    const pair: Record<"portal" | "floor", Target> = {
      portal: { origin: stage.portal.url, headers: stage.admin.headers, paths: texts.map((text) => `/api/v1/accounts/${stage.accounts.large}/users?search=${encodeURIComponent(text)}`) },
      floor: { origin: stage.floorUrl, paths: texts.map((text) => `/search?account=${stage.accounts.large}&text=${encodeURIComponent(text)}`) },
    };
    const alone = await sideBySide(pair, ONE_AT_A_TIME, 1);
    findings.push(
      againstFloor(`search by ${kind}`, alone, SHARE),
      atMost(SPREAD, { name: `search by ${kind}, p95 to p50`, value: percentile(alone.portal, 0.95) / median(alone.portal), unit: "x", figures: { p50Ms: median(alone.portal), p95Ms: percentile(alone.portal, 0.95) } }),
      againstFloor(`search by ${kind}, ten at once`, await sideBySide(pair, TEN_AT_ONCE, AT_ONCE), SHARE),
    );
  }
  return findings;
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
