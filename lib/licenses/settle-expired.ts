/** What the expiry of orders takes back, every day. */
import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { peopleToTell } from "#lib/orders/people.ts";
import { dayOf } from "#lib/orders/status.ts";
import { tellSmaller } from "#lib/orders/tell-smaller.ts";
import { takeBack } from "./take-back.ts";
import { tellTakenBack } from "./tell-taken-back.ts";

const ORDERS_AT_ONCE = 200;
const SYSTEM = { kind: "system", name: "Orders" } as const;

/** Settles every order whose last day has passed, each once, however often and by however many workers it is asked for. */
export async function settleExpired(now = new Date()): Promise<void> {
  const { prisma } = database();
  while ((await prisma.$transaction((db) => settleSome(db, now), { timeout: 60_000 })) === ORDERS_AT_ONCE);
}

type Expired = { partner_id: string; id: string; number: string; company_id: string | null; company_name: string | null };

async function settleSome(db: Db, now: Date): Promise<number> {
  const expired = await db.$queryRaw<Expired[]>`
    with expired as (
      select o.account_id, o.id from orders o
       where o.expires_on < ${dayOf(now)}::date and o.settled_at is null and o.cancelled_on is null
       order by o.expires_on, o.id limit ${ORDERS_AT_ONCE} for update skip locked)
    update orders o set settled_at = ${now}::timestamptz
      from expired e where o.account_id = e.account_id and o.id = e.id
    returning o.account_id::text as partner_id, o.id::text, o.number, o.assigned_account_id::text as company_id,
              (select name from accounts where id = o.assigned_account_id) as company_name`;
  const { emit } = eventWriter(db, { operation: "orders.settle", accountId: null, actor: SYSTEM, correlationId: randomUUID(), now });
  // In the history of the partner account, and of the account that has the order.
  await emit(expired.flatMap(({ partner_id: partnerId, company_id: companyId, id, number }) =>
    [partnerId, companyId].flatMap((accountId): EventToWrite[] => (accountId === null ? [] : [{ accountId, action: "Edit", asset: { kind: "order", id, name: number }, changes: [{ property: "status", before: null, after: "expired" }] }])),
  ));
  for (const accountId of new Set(expired.map((order) => order.partner_id))) await publish(db, { channel: "account", accountId, topic: "orders" });
  for (const [companyId, orders] of Map.groupBy(expired, ({ company_id }) => company_id)) {
    if (companyId === null) continue;
    const { partner_id: partnerId, company_name: name } = orders[0]!;
    await publish(db, { channel: "account", accountId: companyId, topic: "licenses" });
    const numbers = orders.map(({ number }) => number).toSorted();
    const why = numbers.length === 1 ? `Order ${numbers[0]} has expired.` : `Orders ${numbers.join(", ")} have expired.`;
    const taken = await takeBack({ db, emit, now }, companyId, why);
    const people = await peopleToTell(db, partnerId, companyId);
    const [notify, company] = [notificationWriter(db, now), { id: companyId, name: name ?? "" }];
    if (taken.length > 0) await tellTakenBack(notify, people, { company, why, taken });
    else await tellSmaller(notify, people, { partnerId, company, why });
  }
  return expired.length;
}
