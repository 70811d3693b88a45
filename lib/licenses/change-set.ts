/** Changing the licenses of users, one or thousands, in one transaction: for all of them or for none (OP1-33). */
import type { UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, OperationError } from "#lib/operations/errors.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { licenseName, planOf, PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { entitledTo } from "#lib/products/skus.ts";
import type { SetAct, SetContext } from "#lib/users/bulk-act.ts";
import { lockCounts } from "./counts.ts";
import { featuresOf, withFeatures } from "./features.ts";
import { LEAVE, LicenseChange, UNASSIGN } from "./schemas.ts";
import type { Features } from "./schemas.ts";

type Holder = { id: string; name: string; email: string; has: boolean; plan: string | null; features: Features };

/** What a user has of the product before and after. */
type Changed = Holder & { now: { plan: string | null; features: Features } | null };

/** The same wish for a single user may also say "the product, without a license yet" (ONELIC-04). */
export type Wish = Omit<LicenseChange, "licenses"> & { licenses: string | null };

/**
 * Changes what users have of a product.
 * @returns those for whom something changed
 * @throws OperationError conflict when there are too few licenses for all of them; nothing has changed then
 */
export async function changeLicenses({ db, emit, accountId, now }: Pick<SetContext, "db" | "emit" | "accountId" | "now">, userIds: string[], wish: Wish): Promise<Changed[]> {
  const { product } = wish;
  // Users first, then the licenses: whoever deletes users locks in the same order, so that nobody waits for each other.
  await db.$executeRaw`select 1 from users where account_id = ${accountId}::uuid and id = any(${userIds}::uuid[]) order by id for key share`;
  const assigned = await lockCounts(db, accountId, product);
  const holders = await readHolders(db, accountId, product, userIds);
  const changed = holders.map((holder): Changed => ({ ...holder, now: after(holder, wish) })).filter(isChanged);
  const takers = changed.filter((user) => user.now !== null && user.now.plan !== null && user.now.plan !== user.plan);
  // Of what a PBX gives there are as many as it gives.
  if (takers.length > 0 && PRODUCTS[product].counted) {
    const plan = takers[0]!.now!.plan!;
    const free = entitledTo(await readEntitlement(db, accountId, dayOf(now)), product, plan) - (assigned.get(plan) ?? 0);
    if (takers.length > free) throw tooFew(takers.length - Math.max(free, 0));
  }
  await store(db, { accountId, product, now }, changed);
  await emit(changed.map((user) => eventOf(product, user)));
  if (changed.length > 0) for (const topic of ["licenses", "users"]) await publish(db, { channel: "account", accountId, topic });
  return changed;
}

/** The sentence of USER-76. */
export function tooFew(needed: number): OperationError {
  return conflict(`${needed} more license(s) are needed to apply to the selected users. Please purchase more or unassign existing licenses and try again`, "licenses");
}

/** In a request: refused as a whole when there are too few. */
export const changeLicensesOfSet: SetAct = async (context, userIds, _, request) => {
  const changed = await changeLicenses(context, userIds, LicenseChange.parse(request));
  return changed.map(({ id, name, email }): UserOutcome => ({ userId: id, name, email, outcome: "done", reason: "" }));
};

/** In a job nobody can be refused any more: when there are too few by then, everybody is left out, and told of. */
export const changeLicensesOfJob: SetAct = async (context, userIds, bulkJobId, request) => {
  try {
    return await changeLicensesOfSet(context, userIds, bulkJobId, request);
  } catch (error) {
    if (!(error instanceof OperationError) || error.code !== "conflict") throw error;
    const holders = await readHolders(context.db, context.accountId, LicenseChange.parse(request).product, userIds);
    return holders.map(({ id, name, email }): UserOutcome => ({ userId: id, name, email, outcome: "left_out", reason: error.message }));
  }
};

async function readHolders(db: Db, accountId: string, product: ProductKey, userIds: string[]): Promise<Holder[]> {
  return db.$queryRaw<Holder[]>`
    select u.id::text, u.name, u.email, l.user_id is not null as has, l.plan, coalesce(l.features, '{}') as features
      from users u left join licenses l on l.account_id = u.account_id and l.user_id = u.id and l.product = ${product}
     where u.account_id = ${accountId}::uuid and u.id = any(${userIds}::uuid[]) order by u.name_key, u.id`;
}

function after(holder: Holder, { product, licenses, features }: Wish): Changed["now"] {
  if (licenses === UNASSIGN || (licenses === LEAVE && !holder.has)) return null;
  const plan = licenses === LEAVE ? holder.plan : licenses;
  return { plan, features: withFeatures(product, plan, holder.features, features) };
}

function isChanged({ has, plan, features, now }: Changed): boolean {
  if (now === null) return has;
  return !has || plan !== now.plan || Object.entries(now.features).some(([feature, on]) => (features[feature as keyof Features] ?? true) !== on);
}

async function store(db: Db, { accountId, product, now }: { accountId: string; product: ProductKey; now: Date }, changed: readonly Changed[]): Promise<void> {
  const gone = changed.filter((user) => user.now === null).map(({ id }) => id);
  if (gone.length > 0) await db.$executeRaw`delete from licenses where account_id = ${accountId}::uuid and product = ${product} and user_id = any(${gone}::uuid[])`;
  const kept = changed.flatMap(({ id, now: next }) => (next === null ? [] : [{ user_id: id, ...next }]));
  if (kept.length === 0) return;
  // A license that becomes one of another plan is a new one, with its place at the end; a switched feature moves nobody.
  await db.$executeRaw`
    insert into licenses as l (account_id, user_id, product, plan, features, assigned_at)
    select ${accountId}::uuid, k.user_id, ${product}, k.plan, k.features, ${now}::timestamptz from json_to_recordset(${JSON.stringify(kept)}::json) as k (user_id uuid, plan text, features jsonb)
    on conflict (account_id, user_id, product) do update set plan = excluded.plan, features = excluded.features,
      assigned_at = case when l.plan is distinct from excluded.plan then excluded.assigned_at else l.assigned_at end`;
}

function eventOf(product: ProductKey, { id, name, has, plan, features, now }: Changed): EventToWrite {
  const license = { before: has ? licenseName(product, plan) : null, after: now && licenseName(product, now.plan) };
  const before: Record<string, boolean | undefined> = featuresOf(product, plan, features);
  const switched = now === null ? [] : Object.entries(featuresOf(product, now.plan, now.features)).filter(([feature, on]) => (before[feature] ?? true) !== on);
  return {
    action: license.before === null ? "Assign" : "Edit",
    asset: { kind: "user", id, name },
    changes: [
      ...(license.before === license.after ? [] : [{ property: "license", ...license }]),
      ...switched.map(([feature, on]) => ({ property: `${licenseName(product, null)} ${feature}`, before: !on, after: on })),
    ],
  };
}

/** Whether a product has a plan of this key; the words that stand for other wishes are no plans. */
export function isPlan(product: ProductKey, plan: string): boolean {
  return planOf(product, plan) !== undefined;
}
