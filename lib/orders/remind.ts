/** Reminders that subscriptions expire: 60, 30 and 7 days before, once each, in the bell and by mail. */
import { randomUUID } from "node:crypto";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { queueMailsOfAccounts } from "#lib/mail/queue-mail.ts";
import { MAIL_PURPOSE } from "#lib/mail/send-mail.ts";
import type { ExpiringOrders } from "#lib/mail/subscription-mails.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import { PRODUCTS } from "#lib/products/schemas.ts";
import { SKUS } from "#lib/products/skus.ts";
import { peopleToTell } from "./people.ts";
import type { Told } from "./people.ts";
import { dayOf } from "./status.ts";

/** Days before the last one of an order at which people are reminded of it. */
export const REMINDER_DAYS = [60, 30, 7] as const;

const ORDERS_AT_ONCE = 500;
const SYSTEM = { kind: "system", name: "Orders" } as const;

/** Reminds of every order that is due; one whose days passed unseen is reminded of once, by the last of them. */
export async function remindOfExpiry(now = new Date()): Promise<void> {
  const { prisma } = database();
  while ((await prisma.$transaction((db) => remindSome(db, now), { timeout: 60_000 })) === ORDERS_AT_ONCE);
}

type DueOrder = { partner_id: string; id: string; number: string; expires_on: string; days: number; company_id: string | null; company_name: string | null; skus: string[] };

async function remindSome(db: Db, now: Date): Promise<number> {
  const due = await db.$queryRaw<DueOrder[]>`
    with left_days as (
      select o.account_id, o.id, (select min(d) from unnest(${[...REMINDER_DAYS]}::int[]) as d where d >= o.expires_on - ${dayOf(now)}::date) as days, o.reminded_days
        from orders o
       where o.settled_at is null and o.cancelled_on is null and o.starts_on <= ${dayOf(now)}::date
         and o.expires_on >= ${dayOf(now)}::date and o.expires_on <= ${dayOf(now)}::date + ${Math.max(...REMINDER_DAYS)}::int),
    due as (
      select o.account_id, o.id, l.days from orders o join left_days l on l.account_id = o.account_id and l.id = o.id
       where l.reminded_days is null or l.reminded_days > l.days
       order by o.expires_on, o.id limit ${ORDERS_AT_ONCE} for update of o skip locked)
    update orders o set reminded_days = due.days
      from due where o.account_id = due.account_id and o.id = due.id and (o.reminded_days is null or o.reminded_days > due.days)
    returning o.account_id::text as partner_id, o.id::text, o.number, o.expires_on::text, due.days, o.assigned_account_id::text as company_id,
              (select name from accounts where id = o.assigned_account_id) as company_name,
              array(select l.sku from order_lines l where l.account_id = o.account_id and l.order_id = o.id) as skus`;
  const { emit } = eventWriter(db, { operation: "orders.remind", accountId: null, actor: SYSTEM, correlationId: randomUUID(), now });
  await emit(due.map(({ partner_id: accountId, id, number, days }) => ({ accountId, action: "Send", asset: { kind: "order", id, name: number }, details: { reminder: `${days} days before it expires` } })));
  for (const orders of Map.groupBy(due, ({ partner_id, company_id, days }) => `${partner_id} ${company_id} ${days}`).values()) await tell(db, orders, now);
  return due.length;
}

/** Orders of one account, and of one reminder, come in one mail. */
async function tell(db: Db, orders: readonly DueOrder[], now: Date): Promise<void> {
  const { partner_id: partnerId, company_id: companyId, company_name: company, days } = orders[0]!;
  // The partner has them in a list with their last days, whatever of the account it sees besides.
  const linkOf = ({ accountId }: Told) => (accountId === partnerId ? "/orders?show=expiring" : `/accounts/${accountId}/billing/subscriptions`);
  const said: Omit<ExpiringOrders, "link"> = { days, company, orders: orders.map(({ number, expires_on: expiresOn, skus }) => ({ number, expiresOn, products: productsOf(skus) })) };
  const numbers = orders.map(({ number }) => number).join(", ");
  const people = await peopleToTell(db, partnerId, companyId);
  const notify = notificationWriter(db, now);
  for (const to of people) {
    await notify({ to, status: "completed", title: `Subscriptions expire within ${days} days`, body: `${company ?? "Not assigned to any account"}: ${numbers}`, link: linkOf(to), details: Object.fromEntries(said.orders.map((order) => [order.number, `${order.products}, until ${order.expiresOn}`])) });
  }
  const contentSealed = (to: Told) => seal(JSON.stringify({ ...said, link: linkOf(to) }), sealKey(), MAIL_PURPOSE);
  await queueMailsOfAccounts({ db, enqueue: jobWriter(db) }, people.map((to) => ({ accountId: to.accountId, userId: to.userId, recipient: to.email, kind: "subscriptions_expiring" as const, contentSealed: contentSealed(to) })));
}

function productsOf(skus: readonly string[]): string {
  const products = new Set(skus.flatMap((sku) => SKUS.get(sku)?.product ?? []));
  return [...products].map((product) => PRODUCTS[product].name).join(", ");
}
