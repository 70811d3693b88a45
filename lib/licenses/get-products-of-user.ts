import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { runningLines } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { PRODUCTS, PRODUCTS_OF_USERS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { entitledTo, entitlementOf } from "#lib/products/skus.ts";
import type { SkuQuantity } from "#lib/products/skus.ts";
import { toCounts } from "./counts.ts";
import { featuresOf } from "./features.ts";
import { productState } from "./product-state.ts";
import { ProductsOfUser } from "./schemas.ts";
import type { Features, ProductAtUser } from "./schemas.ts";

type Held = { product: ProductKey; plan: string | null; features: Features };
type Row = { name: string; lines: SkuQuantity[]; counts: Parameters<typeof toCounts>[0]; held: Held[]; integrations: string[] };

/** The products of a user, with what can be done about each (ONELIC-04, ONELIC-05, ONELIC-10, MEETMC-03 to MEETMC-09). One query. */
export const getProductsOfUser = operation({
  name: "licenses.get-of-user",
  summary: "The products and licenses of a user",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ userId: z.uuid() }),
  output: ProductsOfUser,
  http: { method: "GET", path: "/accounts/{accountId}/users/{userId}/licenses" },
  async run({ account, db, now }, { userId }) {
    const [row] = await readRows<Row>(db, Prisma.sql`
      select u.name,
             (select coalesce(json_agg(json_build_object('sku', r.sku, 'quantity', r.quantity)), '[]') from (${runningLines(account.id, dayOf(now))}) r) as lines,
             (select coalesce(json_agg(json_build_object('product', c.product, 'plan', c.plan, 'assigned', c.assigned)), '[]') from license_counts c where c.account_id = u.account_id) as counts,
             (select coalesce(json_agg(json_build_object('product', l.product, 'plan', l.plan, 'features', l.features)), '[]') from licenses l where l.account_id = u.account_id and l.user_id = u.id) as held,
             array(select key from integrations where account_id = u.account_id and status = 'on') as integrations
        from users u where u.account_id = ${account.id}::uuid and u.id = ${userId}::uuid`);
    if (!row) throw notFound("The user");
    const entitlement = entitlementOf(row.lines);
    const counts = toCounts(row.counts);
    const integrations = new Set(row.integrations);
    const products = PRODUCTS_OF_USERS.map((product): ProductAtUser => {
      const { name, plans: known, integration } = PRODUCTS[product];
      const plans = known.map(({ key, name: planName, features = [] }) => ({
        key,
        name: planName,
        free: Math.max(0, entitledTo(entitlement, product, key) - (counts.get(product)?.get(key) ?? 0)),
        features: [...features],
      }));
      const license = row.held.find((held) => held.product === product);
      const free = plans.reduce((sum, plan) => sum + plan.free, 0);
      return {
        product,
        name,
        state: productState(product, { integrations, has: license !== undefined, free }),
        isThere: integrations.has(integration.key) || entitlement.has(product),
        plans,
        license: license ? { plan: license.plan, features: featuresOf(product, license.plan, license.features) } : null,
      };
    });
    return { userName: row.name, products };
  },
});
