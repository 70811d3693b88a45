import { invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { dayOf } from "#lib/orders/status.ts";
import { licenseName, PRODUCTS } from "#lib/products/schemas.ts";
import { entitlementOf } from "#lib/products/skus.ts";
import { assertSubscriptions } from "#lib/subscriptions/availability.ts";
import { readSubscribed } from "#lib/subscriptions/find-subscriptions.ts";
import { isPlan } from "./change-set.ts";
import { toCounts } from "./counts.ts";
import { ChangePreview, PreviewChangeInput } from "./schemas.ts";
import { excessOf, settle } from "./settle.ts";
import { readLosers } from "./take-back.ts";
import type { NamedHolder } from "./take-back.ts";

const EXAMPLES = 10;
const NOTHING: ReadonlyMap<string, number> = new Map();

/** What would change before a plan is downgraded or given up: reckoned just as the change itself will be, with nothing changed. */
export const previewLicenseChange = operation({
  name: "licenses.preview-change",
  summary: "What would change if a plan had fewer licenses, or another plan came in its place",
  permission: [{ feature: "subscriptions", action: "view" }],
  scope: "account",
  kind: "read",
  input: PreviewChangeInput,
  output: ChangePreview,
  http: { method: "GET", path: "/accounts/{accountId}/licenses/preview" },
  async run({ actor, account, db, now }, { product, plan, quantity, to }) {
    assertSubscriptions(actor);
    if (!PRODUCTS[product].counted || !isPlan(product, plan)) throw invalid("Please choose a plan whose licenses are assigned to users.", "plan");
    if (to !== undefined && (to === plan || !isPlan(product, to))) throw invalid("Please choose another plan of the same product.", "to");
    const { lines, counts } = await readSubscribed(db, account.id, dayOf(now));
    const assigned = toCounts(counts).get(product) ?? NOTHING;
    const before = entitlementOf(lines).get(product) ?? NOTHING;
    const entitledBefore = before.get(plan) ?? 0;
    if (quantity > entitledBefore) throw invalid(`The account has ${entitledBefore === 1 ? "1 license" : `${entitledBefore} licenses`} of this plan.`, "quantity");
    const after = new Map(before).set(plan, entitledBefore - quantity);
    if (to !== undefined) after.set(to, (before.get(to) ?? 0) + quantity);
    const { moved, removed } = settle(product, after, assigned, await readLosers(db, account.id, product, excessOf(product, after, assigned)));
    return {
      entitledBefore,
      entitledAfter: entitledBefore - quantity,
      assigned: assigned.get(plan) ?? 0,
      removed: summary(removed),
      moved: [...Map.groupBy(moved, (move) => move.to)].map(([next, moves]) => ({ to: licenseName(product, next), ...summary(moves.map(({ holder }) => holder)) })),
    };
  },
});

function summary(holders: readonly NamedHolder[]): { count: number; examples: string[] } {
  return { count: holders.length, examples: holders.slice(0, EXAMPLES).map(({ name }) => name) };
}
