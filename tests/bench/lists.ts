/** The list of users in all its forms, each beside the floor's answer to the same question. */
import type { Finding } from "./findings.ts";
import { send, sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import { againstFloor, beside } from "./ratios.ts";
import type { Stage } from "./stage.ts";

/** Requests in a measurement, and how many are under way at once in the second one of each. */
export const ONE_AT_A_TIME = 180;
export const TEN_AT_ONCE = 360;
export const AT_ONCE = 10;

const LIST_SHARE = 0.3;
const LIST_SHARE_AT_ONCE = 1.7;

type Pair = { portal: Target; floor: Target };

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

function portalList({ portal, accounts, admin }: Stage): (query: string, headers?: Record<string, string>) => Target {
  return (query, headers = admin.headers) => ({ origin: portal.url, paths: [`/api/v1/accounts/${accounts.large}/users?${query}`], headers });
}

function floorList({ floorUrl, accounts }: Stage): (path: string) => Target {
  return (path) => ({ origin: floorUrl, paths: [`/${path}${path.includes("?") ? "&" : "?"}account=${accounts.large}`] });
}

/** The key that the list in descending order gives after its first page leads, in ascending order, to the last page but one. */
async function deepestPage(stage: Stage): Promise<{ key: string; floorPath: string }> {
  const { portal, accounts, admin } = stage;
  const { text } = await send(`${portal.url}/api/v1/accounts/${accounts.large}/users?sort=-name&size=200`, { headers: admin.headers });
  const { next, items } = JSON.parse(text) as { next: string; items: { id: string; name: string }[] };
  const last = items.at(-1)!;
  return { key: next, floorPath: `deep?after=${encodeURIComponent(last.name.toLowerCase())}&after=${last.id}` };
}
