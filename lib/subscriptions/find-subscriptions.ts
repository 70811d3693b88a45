import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { toCounts } from "#lib/licenses/counts.ts";
import { operation } from "#lib/operations/operation.ts";
import { runningLines } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { entitlementOf, SKU_ROWS } from "#lib/products/skus.ts";
import { workflowLimits } from "#lib/products/workflow-studio.ts";
import { assertSubscriptions, mayAddOrder } from "./availability.ts";
import { missingIntegrations } from "./missing-integrations.ts";
import { MissingIntegration, Subscriptions } from "./schemas.ts";
import { subscribedProducts } from "./subscribed-products.ts";
import type { RunningLine } from "./subscribed-products.ts";

type Row = { lines: RunningLine[]; counts: Parameters<typeof toCounts>[0] };

/** The subscriptions of an account on the day: the lines of its orders that run, and the licenses that are assigned (SUBS-01 to SUBS-12). One query. */
export const findSubscriptions = operation({
  name: "subscriptions.find",
  summary: "What an account has bought and may use today",
  permission: [{ feature: "subscriptions", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: Subscriptions,
  http: { method: "GET", path: "/accounts/{accountId}/subscriptions" },
  async run({ actor, account, db, now }) {
    assertSubscriptions(actor);
    const { lines, counts } = await readSubscribed(db, account.id, dayOf(now));
    const products = subscribedProducts(lines, toCounts(counts));
    const hasWorkflows = products.some(({ product }) => product === "workflow_studio");
    return { products, workflowLimits: hasWorkflows ? workflowLimits(entitlementOf(lines)) : null, mayAddOrder: mayAddOrder(actor) };
  },
});

/** The lines that run and the licenses that are assigned. */
export async function readSubscribed(db: Db, accountId: string, today: string): Promise<Row> {
  const [row] = await readRows<Row>(db, Prisma.sql`
    select (select coalesce(json_agg(json_build_object('orderId', r.order_id, 'number', r.number, 'sku', r.sku, 'quantity', r.quantity, 'term', r.term,
                    'startsOn', r.starts_on, 'expiresOn', r.expires_on) order by r.purchased_on, r.number, r.sku), '[]') from (${runningLines(accountId, today)}) r) as lines,
           (select coalesce(json_agg(json_build_object('product', c.product, 'plan', c.plan, 'assigned', c.assigned)), '[]')
              from license_counts c where c.account_id = ${accountId}::uuid) as counts`);
  return row!;
}

/** The products of running orders without the integration that they need (INFO-20, INFO-24, INTEG-09, INTEG-10). */
export const findMissingIntegrations = operation({
  name: "subscriptions.find-missing-integrations",
  summary: "Subscriptions of an account whose integration is not enabled",
  permission: [{ feature: "account", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: z.object({ items: z.array(MissingIntegration) }),
  http: { method: "GET", path: "/accounts/{accountId}/subscriptions/missing-integrations" },
  async run({ account, db, now }) {
    const rows = await readRows<{ product: string }>(db, Prisma.sql`
      select distinct k.product from (${runningLines(account.id, dayOf(now))}) r join json_to_recordset(${SKU_ROWS}::json) as k (sku text, product text) on k.sku = r.sku`);
    return { items: missingIntegrations(rows.map(({ product }) => product), account.integrations) };
  },
});
