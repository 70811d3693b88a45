/** Licenses of users as every door sees them (safe for the browser). */
import { z } from "zod";
import { LeftOut } from "#lib/bulk-jobs/schemas.ts";
import { MITEL_ONE_FEATURES, PRODUCT_KEYS } from "#lib/products/schemas.ts";
import { UserSelection } from "#lib/users/schemas.ts";

const Product = z.enum(PRODUCT_KEYS);
const Features = z.partialRecord(z.enum(MITEL_ONE_FEATURES), z.boolean());
export type Features = z.infer<typeof Features>;

/**
 * What can be done with a product at a user.
 * - `operable`: a license can be given or taken
 * - `none_available`: there is none left to give (MEETMC-08)
 * - `read_only`: the user has one that MiCollab controls (MEETMC-03)
 * - `use_micollab`: the user has none, and MiCollab would give it (MEETMC-04, ONELIC-05)
 * - `not_enabled`: the integration is not there (MEETMC-09)
 * - `given_by_pbx`: the provisioning tool of the PBX gives it, or does not (UNIFY-15)
 */
export const PRODUCT_STATES = ["operable", "none_available", "read_only", "use_micollab", "not_enabled", "given_by_pbx"] as const;
export type ProductState = (typeof PRODUCT_STATES)[number];

const PlanAtUser = z.object({ key: z.string(), name: z.string(), free: z.number().int(), features: z.array(z.enum(MITEL_ONE_FEATURES)) });

/** A product as the page of a user shows it. */
export const ProductAtUser = z.object({
  product: Product,
  name: z.string(),
  state: z.enum(PRODUCT_STATES),
  /** Whether the account has bought it or has its integration. */
  isThere: z.boolean(),
  plans: z.array(PlanAtUser),
  /** Null while the user has not the product; `plan` is null while its set-up is not complete (ONELIC-04). */
  license: z.object({ plan: z.string().nullable(), features: Features }).nullable(),
});
export type ProductAtUser = z.infer<typeof ProductAtUser>;

export const ProductsOfUser = z.object({ userName: z.string(), products: z.array(ProductAtUser) });
export type ProductsOfUser = z.infer<typeof ProductsOfUser>;

export const SetLicenseInput = z.object({ userId: z.uuid(), product: Product, plan: z.string().max(40).nullable(), features: Features.optional() });
export const RemoveLicenseInput = z.object({ userId: z.uuid(), product: Product });

/** What is to become of the licenses of many users: a plan for all of them, none, or what they have. */
export const LEAVE = "leave";
export const UNASSIGN = "unassign";
export const LicenseChange = z.object({ product: Product, licenses: z.union([z.literal(LEAVE), z.literal(UNASSIGN), z.string().min(1).max(40)]), features: Features.default({}) });
export type LicenseChange = z.infer<typeof LicenseChange>;

export const ChangeLicensesInput = LicenseChange.extend({ selection: UserSelection });
export const CountLicensesInput = z.object({ selection: UserSelection });

/** A plan as the panel "Manage" shows it: how many are free, and how many of the users addressed hold one. */
const PlanOfSelection = z.object({
  key: z.string(),
  name: z.string(),
  free: z.number().int(),
  held: z.number().int(),
  /** Whether there are enough for all users addressed, with those that they hold (ONELIC-18, OP2-44). */
  enough: z.boolean(),
});
export type PlanOfSelection = z.infer<typeof PlanOfSelection>;

/** What the panel "Manage" offers; a part is null where the account has not what it needs. */
export const LicensesOfSelection = z.object({
  users: z.number().int(),
  /** USER-69 to USER-73. */
  meetings: z.object({ free: z.number().int(), without: z.number().int(), held: z.number().int() }).nullable(),
  mitelOne: z.object({ plans: z.array(PlanOfSelection) }).nullable(),
});
export type LicensesOfSelection = z.infer<typeof LicensesOfSelection>;

const PlanUsage = z.object({
  product: Product,
  plan: z.string(),
  name: z.string(),
  entitled: z.number().int(),
  assigned: z.number().int(),
  free: z.number().int(),
  /** Of the entitled ones: those of orders that expire within 90 days, and the first day after which some are gone. */
  expiring: z.number().int(),
  expiresFirst: z.iso.date().nullable(),
});
export type PlanUsage = z.infer<typeof PlanUsage>;

/** How it stood on a day. */
const UsageOnDay = z.object({ day: z.iso.date(), product: Product, plan: z.string(), entitled: z.number().int(), assigned: z.number().int() });
export type UsageOnDay = z.infer<typeof UsageOnDay>;

export const LicenseUsage = z.object({ plans: z.array(PlanUsage), history: z.array(UsageOnDay) });
export type LicenseUsage = z.infer<typeof LicenseUsage>;

const HOW_MANY = "Please enter how many.";

export const PreviewChangeInput = z.object({
  product: Product,
  plan: z.string().min(1).max(40),
  /** How many licenses of the plan go. */
  quantity: z.coerce.number(HOW_MANY).int(HOW_MANY).min(1, HOW_MANY).max(1_000_000, HOW_MANY),
  /** The plan that comes in their place; without it nothing does. */
  to: z.string().max(40).optional(),
});

/** What would change: who would lose a license, and who would get another plan instead. */
export const ChangePreview = z.object({
  entitledBefore: z.number().int(),
  entitledAfter: z.number().int(),
  assigned: z.number().int(),
  removed: LeftOut.pick({ count: true, examples: true }),
  moved: z.array(z.object({ to: z.string(), count: z.number().int(), examples: z.array(z.string()) })),
});
export type ChangePreview = z.infer<typeof ChangePreview>;
