/** What an account has bought, as its panel shows it (safe for the browser). */
import { z } from "zod";
import { PRODUCT_KEYS } from "#lib/products/schemas.ts";

const SubscriptionLine = z.object({
  orderId: z.uuid(),
  /** The subscription number is that of the order (OP1-37). */
  number: z.string(),
  details: z.string(),
  about: z.string(),
  licenses: z.number().int(),
  startsOn: z.iso.date(),
  expiresOn: z.iso.date().nullable(),
});
export type SubscriptionLine = z.infer<typeof SubscriptionLine>;

const SubscribedPlan = z.object({ plan: z.string(), name: z.string(), licenses: z.number().int(), assigned: z.number().int(), lines: z.array(SubscriptionLine) });
export type SubscribedPlan = z.infer<typeof SubscribedPlan>;

const SubscribedProduct = z.object({
  product: z.enum(PRODUCT_KEYS),
  title: z.string(),
  /** Whether its licenses are assigned to users. */
  counted: z.boolean(),
  /** Whether its plans have lines of their own below it (SUBS-05). */
  nested: z.boolean(),
  /** How many there are, and how many of them are assigned and left (OP1-42). */
  licenses: z.number().int(),
  assigned: z.number().int(),
  remaining: z.number().int(),
  plans: z.array(SubscribedPlan),
});
export type SubscribedProduct = z.infer<typeof SubscribedProduct>;

export const Subscriptions = z.object({
  products: z.array(SubscribedProduct),
  /** Flow executions of Workflow Studio per billing period; null without a subscription of it. */
  workflowLimits: z.object({ essential: z.number().int(), premier: z.number().int() }).nullable(),
  /** Whether the reader is offered "Add Order" (SUBS-12, OP1-72). */
  mayAddOrder: z.boolean(),
});
export type Subscriptions = z.infer<typeof Subscriptions>;

/** A product that the account has bought, and the integration that it lacks (INFO-20). */
export const MissingIntegration = z.object({ product: z.enum(PRODUCT_KEYS), name: z.string(), integration: z.string() });
export type MissingIntegration = z.infer<typeof MissingIntegration>;
