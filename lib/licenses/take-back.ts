/** Taking licenses back that an account has no longer: after an order has expired, or was changed or cancelled. */
import type { Db } from "#lib/db/client.ts";
import type { Emit, EventToWrite } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { readEntitlement } from "#lib/orders/running-lines.ts";
import { dayOf } from "#lib/orders/status.ts";
import { licenseName } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import { lockAllCounts } from "./counts.ts";
import { excessOf, settle } from "./settle.ts";
import type { Holder, Settlement } from "./settle.ts";

export type NamedHolder = Holder & { name: string; email: string };

/** What was taken back of a product. */
export type TakenBack = { product: ProductKey } & Settlement<NamedHolder>;

type Frame = { db: Db; emit: Emit; now: Date };

/**
 * Brings the assigned licenses of an account down to what its orders entitle to, in the order of settle.ts, with an event for
 * each user. Does nothing where there are enough, so it may be asked for as often as one likes.
 * @param why stands in the events, e.g. "Order A-1 was cancelled."
 */
export async function takeBack({ db, emit, now }: Frame, accountId: string, why: string): Promise<TakenBack[]> {
  // What there is, is looked at behind the lock: an order that changes meanwhile is then seen by whoever comes second.
  const counts = await lockAllCounts(db, accountId);
  const entitlement = await readEntitlement(db, accountId, dayOf(now));
  const all: TakenBack[] = [];
  for (const [product, assigned] of counts) {
    const entitled = entitlement.get(product) ?? new Map<string, number>();
    const excess = excessOf(product, entitled, assigned);
    if (excess.size === 0) continue;
    all.push({ product, ...settle(product, entitled, assigned, await readLosers(db, accountId, product, excess)) });
  }
  if (all.length === 0) return all;
  for (const taken of all) await apply(db, accountId, taken);
  await emit(all.flatMap((taken) => eventsOf(accountId, taken, why)));
  await publish(db, { channel: "account", accountId, topic: "licenses" });
  return all;
}

/** Those who lose their license of a plan, the last assigned first. */
export async function readLosers(db: Db, accountId: string, product: ProductKey, excess: ReadonlyMap<string, number>): Promise<NamedHolder[]> {
  const losers: NamedHolder[] = [];
  for (const [plan, many] of excess) {
    losers.push(...(await db.$queryRaw<NamedHolder[]>`
      select l.user_id::text as "userId", l.plan, u.name, u.email from licenses l join users u on u.account_id = l.account_id and u.id = l.user_id
       where l.account_id = ${accountId}::uuid and l.product = ${product} and l.plan = ${plan}
       order by l.assigned_at desc, l.user_id desc limit ${many}`));
  }
  return losers;
}

async function apply(db: Db, accountId: string, { product, moved, removed }: TakenBack): Promise<void> {
  await db.license.deleteMany({ where: { accountId, product, userId: { in: removed.map(({ userId }) => userId) } } });
  if (moved.length === 0) return;
  await db.$executeRaw`
    update licenses l set plan = m.plan
      from unnest(${moved.map(({ holder }) => holder.userId)}::uuid[], ${moved.map(({ to }) => to)}::text[]) as m (user_id, plan)
     where l.account_id = ${accountId}::uuid and l.user_id = m.user_id and l.product = ${product}`;
}

function eventsOf(accountId: string, { product, moved, removed }: TakenBack, why: string): EventToWrite[] {
  const event = ({ userId, name, plan }: NamedHolder, to: string | null): EventToWrite => ({
    accountId,
    action: "Edit",
    asset: { kind: "user", id: userId, name },
    changes: [{ property: "license", before: licenseName(product, plan), after: to === null ? null : licenseName(product, to) }],
    details: { reason: why },
  });
  return [...removed.map((holder) => event(holder, null)), ...moved.map(({ holder, to }) => event(holder, to))];
}
