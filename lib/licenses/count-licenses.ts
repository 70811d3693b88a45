import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { operation } from "#lib/operations/operation.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { runningLines } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { entitledTo, entitledToAny, entitlementOf } from "#lib/products/skus.ts";
import type { Entitlement, SkuQuantity } from "#lib/products/skus.ts";
import type { UserSelection } from "#lib/users/schemas.ts";
import { selectionConditions } from "#lib/users/user-filter.ts";
import { toCounts } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { whyNotManaged } from "./product-state.ts";
import { CountLicensesInput, LEAVE, LicensesOfSelection, UNASSIGN } from "./schemas.ts";
import type { PlanOfSelection } from "./schemas.ts";

type CountRows = Parameters<typeof toCounts>[0];
type Row = { users: number; lines: SkuQuantity[]; assigned: CountRows; held: CountRows; integrations: string[] };

/** What an account has of licenses, and what of them the users of a selection hold. */
export type SelectionLicenses = { users: number; entitlement: Entitlement; assigned: Counts; held: Counts; integrations: ReadonlySet<string> };

/** Reads it in one query. */
export async function readSelection({ account, db, now }: OperationContext<"account">, selection: UserSelection): Promise<SelectionLicenses> {
  const chosen = Prisma.sql`select u.id from users u where ${Prisma.join(selectionConditions(account.id, selection), " and ")}`;
  const rows = (counted: Prisma.Sql) => Prisma.sql`(select coalesce(json_agg(json_build_object('product', c.product, 'plan', c.plan, 'assigned', c.assigned)), '[]') from (${counted}) c)`;
  const [row] = await readRows<Row>(db, Prisma.sql`
    with chosen as (${chosen})
    select (select count(*)::int from chosen) as users,
           (select coalesce(json_agg(json_build_object('sku', r.sku, 'quantity', r.quantity)), '[]') from (${runningLines(account.id, dayOf(now))}) r) as lines,
           ${rows(Prisma.sql`select product, plan, assigned from license_counts where account_id = ${account.id}::uuid`)} as assigned,
           ${rows(Prisma.sql`select l.product, l.plan, count(*)::int as assigned from licenses l join chosen on chosen.id = l.user_id where l.account_id = ${account.id}::uuid and l.plan is not null group by l.product, l.plan`)} as held,
           array(select key from integrations where account_id = ${account.id}::uuid and status = 'on') as integrations`);
  const { users, lines, assigned, held, integrations } = row!;
  return { users, entitlement: entitlementOf(lines), assigned: toCounts(assigned), held: toCounts(held), integrations: new Set(integrations) };
}

/** A plan's licenses that are left. */
function freeOf({ entitlement, assigned }: SelectionLicenses, product: ProductKey, plan: string): number {
  return Math.max(0, entitledTo(entitlement, product, plan) - (assigned.get(product)?.get(plan) ?? 0));
}

/** How many licenses are lacking for all users of the selection to have the plan (USER-76). */
export function shortageOf(of: SelectionLicenses, product: ProductKey, plan: string): number {
  if (plan === LEAVE || plan === UNASSIGN) return 0;
  return Math.max(0, of.users - (of.held.get(product)?.get(plan) ?? 0) - freeOf(of, product, plan));
}

/** What the panel "Manage" offers for the users addressed (USER-68 to USER-73, ONELIC-16, ONELIC-18). */
export const countLicenses = operation({
  name: "licenses.count",
  summary: "Licenses of an account that are free, and those that some of its users hold",
  permission: [{ feature: "users", action: "edit" }],
  scope: "account",
  kind: "read",
  input: CountLicensesInput,
  output: LicensesOfSelection,
  http: { method: "POST", path: "/accounts/{accountId}/licenses/count" },
  async run(context, { selection }) {
    const of = await readSelection(context, selection);
    const isCustomer = context.account.kind === "customer";
    return { users: of.users, meetings: isCustomer ? meetingsOf(of) : null, mitelOne: isCustomer ? mitelOneOf(of) : null };
  },
});

function meetingsOf(of: SelectionLicenses): LicensesOfSelection["meetings"] {
  if (whyNotManaged("miteam_meetings", of.integrations) !== null || entitledToAny(of.entitlement, "miteam_meetings") === 0) return null;
  const [plan] = plansOf(of, "miteam_meetings");
  return { free: plan!.free, held: plan!.held, without: of.users - plan!.held };
}

function mitelOneOf(of: SelectionLicenses): LicensesOfSelection["mitelOne"] {
  const isThere = entitledToAny(of.entitlement, "mitel_one") > 0 || of.integrations.has("mitel_one");
  return isThere ? { plans: plansOf(of, "mitel_one").toReversed() } : null;
}

function plansOf(of: SelectionLicenses, product: ProductKey): PlanOfSelection[] {
  return PRODUCTS[product].plans.map(({ key, name }) => ({
    key,
    name,
    free: freeOf(of, product, key),
    held: of.held.get(product)?.get(key) ?? 0,
    enough: shortageOf(of, product, key) === 0,
  }));
}
