import { publish } from "#lib/live/publish.ts";
import { conflict, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readCompany, readOrder } from "./get-order.ts";
import { AssignOrderInput, OrderDetails } from "./schemas.ts";
import type { OrderDetails as Order } from "./schemas.ts";

/** Gives an order to a customer account, with all its licenses (ORDER-18, ORDER-20, MEET-04). */
export const assignOrder = operation({
  name: "orders.assign",
  summary: "Assign an order to a customer account",
  // Seeing orders is assigning them (PERM-59, PERM-62).
  permission: [{ feature: "orders", action: "view" }],
  scope: "partner",
  kind: "write",
  input: AssignOrderInput,
  output: OrderDetails,
  http: { method: "POST", path: "/orders/{orderId}/assign" },
  async run({ actor, account, db, emit, notify, now }, { orderId, companyId }) {
    // Of two people at once the second waits here, and then finds the order assigned (OP1-41).
    await db.$executeRaw`select 1 from orders where account_id = ${account.id}::uuid and id = ${orderId}::uuid for update`;
    const order = await readOrder(db, actor, orderId, now);
    const company = await readCompany(db, actor, companyId);
    if (!company) throw invalid("Please choose one of your active customer accounts.", "companyId");
    checkAssignable(order);
    // Whoever gets it has not been reminded of its expiry yet.
    await db.order.update({ where: { accountId_id: { accountId: account.id, id: orderId } }, data: { assignedAccountId: company.id, assignedAt: now, assignedBy: actor.name, remindedDays: null, modifiedAt: now } });
    // The customer's own number at SAP comes with what was ordered for it (INFO-09).
    await db.$executeRaw`
      update accounts a set sap_customer_number = o.sap_customer_number from orders o
       where o.account_id = ${account.id}::uuid and o.id = ${orderId}::uuid and o.sap_customer_number <> '' and a.id = ${company.id}::uuid`;
    const event = { action: "Assign" as const, asset: { kind: "order" as const, id: order.id, name: order.number }, changes: [{ property: "assigned account", before: null, after: company.name }] };
    await emit([event, { ...event, accountId: company.id }]);
    await notify({ to: actor, status: "completed", title: "Order assigned", body: `Order ${order.number} has been assigned to ${company.name}.`, link: `/accounts/${company.id}/billing/subscriptions` });
    await publish(db, { channel: "account", accountId: account.id, topic: "orders" });
    await publish(db, { channel: "account", accountId: company.id, topic: "licenses" });
    return readOrder(db, actor, orderId, now);
  },
});

function checkAssignable({ number, assigned, assignedBy, assignable, status }: Order): void {
  if (assigned) throw conflict(`Order ${number} is assigned already: ${assignedBy || "somebody"} gave it to ${assigned.name}.`);
  if (status === "pending_activation") throw conflict(`Order ${number} is not activated yet and can not be assigned.`);
  if (!assignable) throw conflict(`Order ${number} has expired and can no longer be assigned.`);
}
