/** Orders as every door sees them (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";
import { TERMS } from "#lib/products/terms.ts";

export const ORDER_STATUSES = ["assign", "expiring_soon", "expired", "perpetual", "pending_activation"] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** The choices of the drop-down beside the title (ORDER-12). */
export const ORDER_VIEWS = ["all", "unassigned", "expiring"] as const;
export type OrderView = (typeof ORDER_VIEWS)[number];

/** So many of a SKU, and what it is. */
const OrderedPlan = z.object({
  sku: z.string(),
  quantity: z.number().int(),
  /** "Workflow Studio: 54019081" (SUBS-08). */
  details: z.string(),
  /** What the info icon says. */
  about: z.string(),
});
export type OrderedPlan = z.infer<typeof OrderedPlan>;

export const OrderListItem = z.object({
  id: z.uuid(),
  number: z.string(),
  sapOrderNumber: z.string(),
  resellerPo: z.string(),
  customerPo: z.string(),
  assigned: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Calendar days. */
  purchasedOn: z.iso.date(),
  startsOn: z.iso.date().nullable(),
  expiresOn: z.iso.date().nullable(),
  cancelledOn: z.iso.date().nullable(),
  status: z.enum(ORDER_STATUSES).nullable(),
  assignable: z.boolean(),
});
export type OrderListItem = z.infer<typeof OrderListItem>;

/** All that the dialog of an order shows (ORDER-21, ORDER-22, OP1-38). */
export const OrderDetails = OrderListItem.extend({
  term: z.enum(TERMS),
  plans: z.array(OrderedPlan),
  assignedBy: z.string(),
  assignedAt: z.iso.datetime().nullable(),
});
export type OrderDetails = z.infer<typeof OrderDetails>;

export const FindOrdersInput = ListQuery.extend({
  show: z.enum(ORDER_VIEWS).default("all"),
  sort: z.enum(["number", "-number", "expiry", "-expiry", "purchased", "-purchased"]).default("-purchased"),
});
export type FindOrdersInput = z.infer<typeof FindOrdersInput>;

export const OrderPage = listPage(OrderListItem).extend({ counts: z.record(z.enum(ORDER_VIEWS), z.number().int()) });
export type OrderPage = z.infer<typeof OrderPage>;

/** A customer account that an order can be given to. */
export const Company = z.object({ id: z.uuid(), name: z.string() });
export type Company = z.infer<typeof Company>;

export const AssignOrderInput = z.object({ orderId: z.uuid(), companyId: z.uuid("Please choose a company.") });
