/** What the billing system says of an order, put into the table; and what a change of it takes back. */
import { isDeepStrictEqual } from "node:util";
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { EventToWrite } from "#lib/events/emit.ts";
import { takeBack } from "#lib/licenses/take-back.ts";
import { tellTakenBack } from "#lib/licenses/tell-taken-back.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, invalid, notFound } from "#lib/operations/errors.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { peopleToTell } from "#lib/orders/people.ts";
import { dayOf, isRunning } from "#lib/orders/status.ts";
import { tellSmaller } from "#lib/orders/tell-smaller.ts";
import { entitledTo, entitlementOf, SKUS } from "#lib/products/skus.ts";
import type { BilledOrder } from "./schemas.ts";

type Context = OperationContext<"billing">;

type StoredOrder = { id: string; cancelled: boolean; companyId: string | null; companyName: string | null; order: BilledOrder };

/** Takes an order that was bought (ORDER-02). One that is there already, just as it is, tells nothing new. */
export async function createOrder({ account, db, emit, now }: Context, order: BilledOrder): Promise<boolean> {
  checkLines(order);
  const id = newId();
  // The unique number decides when the same order comes twice at once; the second then waits here for the first.
  const { count } = await db.order.createMany({ data: { accountId: account.id, id, ...columnsOf(order), createdAt: now, modifiedAt: now }, skipDuplicates: true });
  if (count === 0) {
    const present = await lockOrder(db, account.id, order.orderNumber);
    if (!isDeepStrictEqual(present.order, sorted(order))) throw conflict(`Order ${order.orderNumber} is there already with other contents; a change is sent as order.changed.`, "order.orderNumber");
    return false;
  }
  await storeLines(db, account.id, id, order);
  // Who buys has a billing account (OP1-43).
  await db.account.updateMany({ where: { id: account.id, billingAccount: false }, data: { billingAccount: true } });
  await emit({ action: "Add", asset: { kind: "order", id, name: order.orderNumber }, changes: changesBetween<Record<string, unknown>>({}, sorted(order)) });
  return true;
}

/** Takes the order as it is from now on: another number of licenses, another plan, another term (WFS-08, WFS-09, WFS-11, WFS-20). */
export async function changeOrder(context: Context, order: BilledOrder): Promise<boolean> {
  const { account, db, emit, now } = context;
  checkLines(order);
  const before = await lockOrder(db, account.id, order.orderNumber);
  if (before.cancelled) throw conflict(`Order ${order.orderNumber} was cancelled and can not be changed.`, "order.orderNumber");
  const changes = changesBetween<Record<string, unknown>>(before.order, sorted(order));
  if (changes.length === 0) return false;
  // A new last day is one to be reminded of, and to be settled, anew.
  const isProlonged = before.order.expiresOn !== order.expiresOn;
  await db.order.update({
    where: { accountId_id: { accountId: account.id, id: before.id } },
    data: { ...columnsOf(order), modifiedAt: now, ...(isProlonged && { remindedDays: null, settledAt: null }) },
  });
  await db.orderLine.deleteMany({ where: { accountId: account.id, orderId: before.id } });
  await storeLines(db, account.id, before.id, order);
  await emit(inBoth(before, { action: "Edit", asset: { kind: "order", id: before.id, name: order.orderNumber }, changes }));
  await settleCompany(context, before, { why: `Order ${order.orderNumber} was changed.`, isLess: isLess(before.order, order, dayOf(now)) });
  return true;
}

/** Ends an order today; its licenses go (WFS-10). */
export async function cancelOrder(context: Context, orderNumber: string): Promise<boolean> {
  const { account, db, emit, now } = context;
  const before = await lockOrder(db, account.id, orderNumber);
  if (before.cancelled) return false;
  await db.order.update({ where: { accountId_id: { accountId: account.id, id: before.id } }, data: { cancelledOn: dateOf(dayOf(now)), modifiedAt: now } });
  await emit(inBoth(before, { action: "Cancel", asset: { kind: "order", id: before.id, name: orderNumber }, details: before.companyName === null ? {} : { account: before.companyName } }));
  await settleCompany(context, before, { why: `Order ${orderNumber} was cancelled.`, isLess: runsOn(before.order, dayOf(now)) });
  return true;
}

/** An event of the partner account, and of the account that has the order. */
function inBoth({ companyId }: StoredOrder, event: EventToWrite): EventToWrite[] {
  return companyId === null ? [event] : [event, { ...event, accountId: companyId }];
}

/** Whether an order gives less of anything than before. */
function isLess(before: BilledOrder, after: BilledOrder, today: string): boolean {
  if (!runsOn(before, today)) return false;
  const left = entitlementOf(runsOn(after, today) ? after.lines : []);
  return [...entitlementOf(before.lines)].some(([product, plans]) => [...plans].some(([plan, licenses]) => entitledTo(left, product, plan) < licenses));
}

function runsOn({ startsOn, expiresOn }: BilledOrder, today: string): boolean {
  return isRunning({ startsOn, expiresOn, cancelledOn: null }, today);
}

async function settleCompany({ account, db, emit, notify, now }: Context, { companyId, companyName }: StoredOrder, { why, isLess: less }: { why: string; isLess: boolean }): Promise<void> {
  if (companyId === null) return;
  const company = { id: companyId, name: companyName ?? "" };
  await publish(db, { channel: "account", accountId: companyId, topic: "licenses" });
  const taken = await takeBack({ db, emit, now }, companyId, why);
  if (taken.length === 0 && !less) return;
  const people = await peopleToTell(db, account.id, companyId);
  if (taken.length > 0) await tellTakenBack(notify, people, { company, why, taken });
  else await tellSmaller(notify, people, { partnerId: account.id, company, why });
}

function checkLines({ lines, term }: BilledOrder): void {
  for (const [index, { sku }] of lines.entries()) {
    const known = SKUS.get(sku);
    if (!known) throw invalid(`SKU ${sku} is not known.`, `order.lines.${index}.sku`);
    if (known.term && known.term !== term) throw invalid(`SKU ${sku} is sold for the term ${known.term}, the order is for ${term}.`, `order.lines.${index}.sku`);
  }
}

async function lockOrder(db: Db, accountId: string, number: string): Promise<StoredOrder> {
  await db.$executeRaw`select 1 from orders where account_id = ${accountId}::uuid and number = ${number} for update`;
  const row = await db.order.findUnique({ where: { accountId_number: { accountId, number } }, include: { lines: true, assigned: { select: { name: true } } } });
  if (!row) throw notFound(`Order ${number}`);
  const day = (date: Date | null) => date && dayOf(date);
  const { sapOrderNumber, sapCustomerNumber, purchasedOn } = row;
  const order = {
    orderNumber: number,
    sapOrderNumber,
    resellerPoNumber: row.resellerPo,
    customerPoNumber: row.customerPo,
    sapCustomerNumber,
    term: row.term as BilledOrder["term"],
    purchasedOn: dayOf(purchasedOn),
    startsOn: day(row.startsOn),
    expiresOn: day(row.expiresOn),
    lines: row.lines.map(({ sku, quantity }) => ({ sku, quantity })),
  };
  return { id: row.id, cancelled: row.cancelledOn !== null, companyId: row.assignedAccountId, companyName: row.assigned?.name ?? null, order: sorted(order) };
}

/** With its lines in one order, so that the same order is the same however it was sent. */
function sorted(order: BilledOrder): BilledOrder {
  return { ...order, lines: order.lines.toSorted((a, b) => (a.sku < b.sku ? -1 : 1)) };
}

function columnsOf(order: BilledOrder) {
  const { orderNumber: number, sapOrderNumber, resellerPoNumber: resellerPo, customerPoNumber: customerPo, sapCustomerNumber, term } = order;
  const dates = { purchasedOn: dateOf(order.purchasedOn), startsOn: order.startsOn && dateOf(order.startsOn), expiresOn: order.expiresOn && dateOf(order.expiresOn) };
  return { number, sapOrderNumber, resellerPo, customerPo, sapCustomerNumber, term, ...dates };
}

async function storeLines(db: Db, accountId: string, orderId: string, { lines }: BilledOrder): Promise<void> {
  await db.orderLine.createMany({ data: lines.map((line) => ({ accountId, orderId, ...line })) });
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
