import { z } from "zod";
import { readRows } from "#lib/db/read-rows.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { dayOf, daysBetween, EXPIRING_DAYS } from "#lib/orders/status.ts";
import { COUNTED_PRODUCTS, licenseName, PRODUCTS } from "#lib/products/schemas.ts";
import { SKUS } from "#lib/products/skus.ts";
import { assertSubscriptions } from "#lib/subscriptions/availability.ts";
import { readSubscribed } from "#lib/subscriptions/find-subscriptions.ts";
import type { RunningLine } from "#lib/subscriptions/subscribed-products.ts";
import { toCounts } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { LicenseUsage } from "./schemas.ts";
import type { LicenseUsage as Usage, UsageOnDay } from "./schemas.ts";

/** How far back the picture goes. */
const DAYS_SHOWN = 90;

/** The licenses of an account: used, free, soon to expire, and how they were used day by day. Two queries. */
export const getLicenseUsage = operation({
  name: "licenses.get-usage",
  summary: "How many licenses of an account are used, free and expiring, and how that was day by day",
  permission: [{ feature: "subscriptions", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: LicenseUsage,
  http: { method: "GET", path: "/accounts/{accountId}/licenses" },
  async run({ actor, account, db, now }) {
    assertSubscriptions(actor);
    const today = dayOf(now);
    const [{ lines, counts }, past] = await Promise.all([
      readSubscribed(db, account.id, today),
      readRows<UsageOnDay>(db, Prisma.sql`
        select s.day::text, s.product, s.plan, s.entitled, s.assigned from license_snapshots s
         where s.account_id = ${account.id}::uuid and s.day > ${today}::date - ${DAYS_SHOWN}::int and s.day < ${today}::date order by s.day`),
    ]);
    const plans = planUsage(lines, toCounts(counts), today);
    // The day itself is as it is now, whenever the last picture of it was taken.
    return { plans, history: [...past, ...plans.map(({ product, plan, entitled, assigned }) => ({ day: today, product, plan, entitled, assigned }))] };
  },
});

/** The plans that an account has licenses of, or whose licenses are assigned, in the order of the catalogue. Pure. */
export function planUsage(lines: readonly RunningLine[], counts: Counts, today: string): Usage["plans"] {
  return COUNTED_PRODUCTS.flatMap((product) =>
    PRODUCTS[product].plans.toReversed().flatMap(({ key: plan }) => {
      const own = lines.filter(({ sku }) => SKUS.get(sku)?.product === product && SKUS.get(sku)?.plan === plan);
      const expiring = own.filter(({ expiresOn }) => expiresOn !== null && daysBetween(today, expiresOn) <= EXPIRING_DAYS);
      const assigned = counts.get(product)?.get(plan) ?? 0;
      const entitled = licensesOf(own);
      if (entitled === 0 && assigned === 0) return [];
      const [expiresFirst = null] = own.flatMap(({ expiresOn }) => expiresOn ?? []).toSorted();
      return [{ product, plan, name: licenseName(product, plan), entitled, assigned, free: Math.max(0, entitled - assigned), expiring: licensesOf(expiring), expiresFirst }];
    }),
  );
}

function licensesOf(lines: readonly RunningLine[]): number {
  return lines.reduce((sum, { quantity }) => sum + quantity, 0);
}
