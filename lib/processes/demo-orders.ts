/** Orders of the demo's partner, in every state, sent through the door of the billing system; and licenses that are used. */
import { BilledOrder } from "#lib/billing/schemas.ts";
import { rotateBillingSecret } from "#lib/billing/connection.ts";
import { SIGNATURE_HEADER, signatureOf } from "#lib/billing/signature.ts";
import { database } from "#lib/db/client.ts";
import { changeLicenses } from "#lib/licenses/change-licenses.ts";
import { takeSnapshots } from "#lib/licenses/snapshots.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { assignOrder } from "#lib/orders/assign-order.ts";
import { dayOf } from "#lib/orders/status.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** The calendar day so many days from now. */
const inDays = (days: number) => dayOf(new Date(Date.now() + days * DAY_MS));

type DemoOrder = { order: Partial<BilledOrder> & Pick<BilledOrder, "orderNumber" | "lines">; company?: number; cancelled?: true };

/** `company` is the place in the list of the partner's accounts. */
const ORDERS: DemoOrder[] = [
  { order: { orderNumber: "A-S00372462", resellerPoNumber: "NW-2207", sapCustomerNumber: "0007713020", lines: [{ sku: "5401484", quantity: 5 }, { sku: "54019081", quantity: 1 }, { sku: "54019078", quantity: 1 }] }, company: 0 },
  { order: { orderNumber: "A-S00369050", sapOrderNumber: "0003418830", customerPoNumber: "Ballad Mitel One", lines: [{ sku: "54013101", quantity: 10 }, { sku: "54013102", quantity: 6 }, { sku: "54013103", quantity: 3 }] }, company: 0 },
  { order: { orderNumber: "A-S00364597", sapOrderNumber: "0003416612", expiresOn: inDays(45), lines: [{ sku: "54012201", quantity: 8 }] }, company: 0 },
  { order: { orderNumber: "A-500007601", term: "none", expiresOn: null, lines: [{ sku: "54013120", quantity: 2 }] }, company: 0 },
  { order: { orderNumber: "A-500006225", sapOrderNumber: "0001234560", purchasedOn: inDays(-800), startsOn: inDays(-790), expiresOn: inDays(-60), lines: [{ sku: "54012201", quantity: 4 }] }, company: 1 },
  { order: { orderNumber: "A-500015371", sapOrderNumber: "0003414816", customerPoNumber: "Subsc MiVO manual", expiresOn: inDays(21), lines: [{ sku: "54013111", quantity: 20 }] } },
  { order: { orderNumber: "A-500015372", sapOrderNumber: "0003414816", customerPoNumber: "Subsc MiVO manual", term: "none", expiresOn: null, lines: [{ sku: "54015301", quantity: 4 }] } },
  { order: { orderNumber: "A-S00371665", lines: [{ sku: "54012201", quantity: 25 }] } },
  { order: { orderNumber: "A-S00369622", resellerPoNumber: "NW-2231", term: "36-month", expiresOn: inDays(1_060), lines: [{ sku: "54014775", quantity: 1 }, { sku: "54014773", quantity: 5 }] } },
  { order: { orderNumber: "A-500052240", sapOrderNumber: "0003581992", customerPoNumber: "test", startsOn: null, lines: [{ sku: "54013103", quantity: 12 }] } },
  { order: { orderNumber: "A-S00018940", purchasedOn: inDays(-900), startsOn: inDays(-890), expiresOn: inDays(-160), lines: [{ sku: "5401484", quantity: 3 }] } },
  { order: { orderNumber: "A-S00014231", expiresOn: inDays(200), lines: [{ sku: "54012201", quantity: 2 }] }, company: 2, cancelled: true },
];

/** Lets the billing system send the orders, assigns some, and gives licenses to users of the first account. */
export async function addDemoOrders(partner: Resolved, inAccount: Resolved, companies: readonly string[], userIds: readonly string[]): Promise<void> {
  const { partnerId, secret } = await runOperation(rotateBillingSecret, { resolved: partner, input: {} });
  const tell = (message: object) => sendSigned(partnerId, secret, message);
  for (const { order, company, cancelled } of ORDERS) {
    const { expiresOn = inDays(300) } = order;
    // The door takes no account for an order that has expired: such a one was assigned while it ran.
    const hasExpired = expiresOn !== null && expiresOn < inDays(0);
    const billed: BilledOrder = BilledOrder.parse({ term: "12-month", purchasedOn: inDays(-70), startsOn: inDays(-65), ...order, expiresOn: hasExpired && company !== undefined ? inDays(1) : expiresOn });
    await tell({ event: "order.created", order: billed });
    if (company === undefined) continue;
    const { id } = await database().prisma.order.findUniqueOrThrow({ where: { accountId_number: { accountId: partnerId, number: order.orderNumber } }, select: { id: true } });
    await runOperation(assignOrder, { resolved: partner, input: { orderId: id, companyId: companies[company] } });
    if (hasExpired) await tell({ event: "order.changed", order: { ...billed, expiresOn } });
    if (cancelled) await tell({ event: "order.cancelled", order: { orderNumber: order.orderNumber } });
  }
  const give = (users: readonly string[], product: string, licenses: string) => runOperation(changeLicenses, { resolved: inAccount, input: { selection: { mode: "some", ids: users }, product, licenses } });
  // Given one by one, with the picture that each day would have kept, so that there is some use to look at.
  for (const [index, userId] of userIds.slice(0, 5).entries()) {
    await takeSnapshots(new Date(Date.now() - (30 - index * 6) * DAY_MS));
    await give([userId], "mitel_one", index < 3 ? "premier" : "essential");
  }
  await give(userIds.slice(0, 2), "zoom_hybrid", "indirect");
}

async function sendSigned(partnerId: string, secret: string, message: object): Promise<void> {
  const body = JSON.stringify(message);
  const signature = signatureOf(secret, Math.floor(Date.now() / 1_000), Buffer.from(body));
  const response = await answerRequest(new Request(`http://portal/api/v1/partners/${partnerId}/orders`, { method: "POST", headers: { [SIGNATURE_HEADER]: signature }, body }));
  if (!response.ok) throw new Error(`The demo's order was not taken: ${await response.text()}`);
}
