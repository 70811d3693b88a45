/** Whether cost grows with the page shown or with the table: the same questions in a small and in a very large account. */
import { database } from "#lib/db/client.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { atMost } from "./findings.ts";
import type { Finding } from "./findings.ts";
import { sideBySide } from "./load.ts";
import type { Target } from "./load.ts";
import { seedUsers, settle } from "./seed.ts";
import type { Stage } from "./stage.ts";
import { median } from "./statistics.ts";

const SMALL = 10_000;
const VERY_LARGE = 1_000_000;
const GROWTH = 1.5;
const REQUESTS = 180;

const QUESTIONS: Record<string, string> = {
  "list of 50 with total": "",
  "sorted by modification": "sort=-modified",
  "filter": "services=attention&size=50",
  "search by number": "search=105432",
};

/** Fills two more accounts, which takes minutes, and asks both the same. */
export async function measureGrowth({ portal }: Stage): Promise<Finding[]> {
  const { pool, prisma } = database();
  const partner = await aPartner();
  const user = await prisma.user.findFirstOrThrow({ where: { accountId: partner.accountId } });
  const { key } = await newApiKey(prisma, { accountId: partner.accountId, userId: user.id }, "Growth", new Date());
  const accountOf = async (count: number) => {
    const { id } = await anAccount(partner, { name: `Account of ${count}` });
    await seedUsers(pool, { accountId: id, count, domain: `of-${count}.example` });
    return id;
  };
  const small = await accountOf(SMALL);
  const large = await accountOf(VERY_LARGE);
  await settle(pool);
  const ask = (accountId: string, query: string): Target => ({ origin: portal.url, paths: [`/api/v1/accounts/${accountId}/users?${query}`], headers: { authorization: `Bearer ${key}` } });
  const findings: Finding[] = [];
  for (const [name, query] of Object.entries(QUESTIONS)) {
    const times = await sideBySide({ small: ask(small, query), large: ask(large, query) }, REQUESTS, 1);
    const [smallMs, largeMs] = [median(times.small), median(times.large)];
    findings.push(atMost(GROWTH, { name: `${name}: ${VERY_LARGE.toLocaleString("en")} to ${SMALL.toLocaleString("en")} users`, value: largeMs / smallMs, unit: "x", more: `p50 ${largeMs.toFixed(1)} ms and ${smallMs.toFixed(1)} ms`, figures: { smallMs, largeMs } }));
  }
  return findings;
}
