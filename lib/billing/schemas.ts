/** What a billing system sends, and how its connection looks to people (safe for the browser). */
import { z } from "zod";
import { TERMS } from "#lib/products/terms.ts";

const reference = (label: string) => z.string().trim().max(60, `${label}: at most 60 characters.`).default("");
// The calendar has no year 0, which the form of a day allows.
const Day = z.iso.date("Please give a day as YYYY-MM-DD.").refine((day) => !day.startsWith("0000"), "Please give a day as YYYY-MM-DD.");
const OrderNumber = z.string().trim().min(1, "An order has a number.").max(60, "An order number has at most 60 characters.");

const Line = z.object({ sku: z.string().trim().min(1).max(40), quantity: z.number().int().min(1).max(1_000_000) });

/** An order as it was bought, with all of its lines. */
export const BilledOrder = z
  .object({
    orderNumber: OrderNumber,
    sapOrderNumber: reference("SAP order number"),
    resellerPoNumber: reference("Reseller PO number"),
    customerPoNumber: reference("Customer PO number"),
    sapCustomerNumber: reference("SAP customer number"),
    term: z.enum(TERMS),
    purchasedOn: Day,
    /** First day of use; null while it is not activated. */
    startsOn: Day.nullable().default(null),
    /** Last day of use; null when it does not expire. */
    expiresOn: Day.nullable().default(null),
    lines: z.array(Line).min(1, "An order has at least one line.").max(100, "An order has at most 100 lines."),
  })
  .refine(({ startsOn, expiresOn }) => startsOn === null || expiresOn === null || startsOn <= expiresOn, { path: ["expiresOn"], message: "An order ends after it starts." })
  .refine(({ lines }) => new Set(lines.map(({ sku }) => sku)).size === lines.length, { path: ["lines"], message: "A SKU stands in one line of an order." });
export type BilledOrder = z.infer<typeof BilledOrder>;

/** A message of the billing system; `order.changed` gives the whole order as it is from now on. */
export const BillingMessage = z.discriminatedUnion("event", [
  z.object({ event: z.literal("order.created"), order: BilledOrder }),
  z.object({ event: z.literal("order.changed"), order: BilledOrder }),
  z.object({ event: z.literal("order.cancelled"), order: z.object({ orderNumber: OrderNumber }) }),
  z.object({ event: z.literal("customer.changed"), customer: z.object({ accountId: z.uuid(), miCloudConnect: z.boolean() }) }),
  z.object({ event: z.literal("partner.changed"), partner: z.object({ primePartner: z.boolean(), billingAccount: z.boolean() }) }),
]);

/** What became of a message: nothing when it told nothing new. */
export const BillingReceipt = z.object({ taken: z.boolean() });

export const BillingConnectionView = z.object({
  partnerId: z.uuid(),
  /** When the secret was made last; null while there is none, and no message is taken. */
  rotatedAt: z.iso.datetime().nullable(),
  rotatedBy: z.string(),
  /** Until when the secret before it is taken as well; null when it is not. */
  previousUntil: z.iso.datetime().nullable(),
});
export type BillingConnectionView = z.infer<typeof BillingConnectionView>;

export const NewBillingSecret = z.object({ partnerId: z.uuid(), secret: z.string() });
export type NewBillingSecret = z.infer<typeof NewBillingSecret>;
