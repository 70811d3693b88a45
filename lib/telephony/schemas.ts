/** The telephony product of a user, as the user's page shows it and sets it up (SVC, CX). Safe for the browser. */
import { z } from "zod";
import { OwnPhone } from "#lib/me/schemas.ts";
import { AddPlanInput, PlanView, RunView } from "#lib/plans/schemas.ts";
import { ServiceRoleChoice } from "#lib/service-roles/schemas.ts";
import { TIERS } from "#lib/templates/schemas.ts";
import type { Tier } from "#lib/templates/schemas.ts";

export const TELEPHONY_PRODUCTS = ["mivoice_business", "mitel_cx"] as const;
export type TelephonyProduct = (typeof TELEPHONY_PRODUCTS)[number];

/** How a product is called in the list of those that can be added (SVC-01, CX-02). */
export const PRODUCT_LABELS: Record<TelephonyProduct, string> = { mivoice_business: "MiVoice Business Service", mitel_cx: "Mitel CX" };

export const TIER_LABELS: Record<Tier, string> = { entry: "Entry", standard: "Standard", premium: "Premium" };

/** A named grouping of features and services, and the tier of it that is meant (SVC-05, OP2-32). */
export const ServiceCategory = z.object({ name: z.string().trim().min(1).max(100), tier: z.enum(TIERS).nullable() });
export type ServiceCategory = z.infer<typeof ServiceCategory>;

/** "Customer Service, Premium", or the name alone where no tier goes with it. */
export function categoryLabel({ name, tier }: ServiceCategory): string {
  return tier === null ? name : `${name}, ${TIER_LABELS[tier]}`;
}

/** Whether a template is one of a category: by both its name and its tier. */
export function isOfCategory(template: { category: ServiceCategory | null }, category: ServiceCategory): boolean {
  return template.category?.name === category.name && template.category.tier === category.tier;
}

/**
 * - `no_service`: added, and still to be set up (SVC-02)
 * - `working`: a run is at work
 * - `failed`: the last run stopped at a step
 * - `set_up`: the systems hold the user's services (SVC-07)
 */
export const TELEPHONY_STATES = ["no_service", "working", "failed", "set_up"] as const;

/** What was last set in motion with "Apply Changes": how its plan stands, and the user's run with its steps. */
export const SetUpRun = z.object({ plan: PlanView.pick({ id: true, status: true, refusals: true }), run: RunView });
export type SetUpRun = z.infer<typeof SetUpRun>;

export const TelephonyOfUser = z.object({
  userName: z.string(),
  /** The product of the account: MiVoice Business Service comes before Mitel CX (CX-03); null where the account has neither. */
  product: z.enum(TELEPHONY_PRODUCTS).nullable(),
  /** Whether Mitel CX can be assigned as well. */
  withMitelCx: z.boolean(),
  /** Null while the user does not have the product. */
  held: z
    .object({
      state: z.enum(TELEPHONY_STATES),
      category: ServiceCategory.nullable(),
      template: z.string().nullable(),
      /** Whether the user is an employee on Mitel CX or the contact center. */
      contactCenter: z.boolean(),
      agentGroups: z.array(z.string()),
    })
    .nullable(),
  setUp: SetUpRun.nullable(),
});
export type TelephonyOfUser = z.infer<typeof TelephonyOfUser>;

/** A category to choose from, with what its templates give. */
const CategoryChoice = ServiceCategory.extend({ contains: z.array(z.string()), templates: z.number().int() });
export type CategoryChoice = z.infer<typeof CategoryChoice>;

/** A template to choose, by its role. */
const TemplateChoice = ServiceRoleChoice.extend({ category: ServiceCategory.nullable(), hasAgent: z.boolean(), hasOtherPhone: z.boolean() });
export type TemplateChoice = z.infer<typeof TemplateChoice>;

export const SetUpChoices = z.object({ categories: z.array(CategoryChoice), templates: z.array(TemplateChoice) });
export type SetUpChoices = z.infer<typeof SetUpChoices>;

/** "Apply Changes" (CX-08). Without a number the user keeps the present one, or gets the next free one. */
export const SetUpInput = AddPlanInput.pick({ agentGroups: true, otherPhonePrefix: true, otherPhoneSuffix: true }).extend({
  userId: z.uuid(),
  serviceRoleId: z.uuid("Please choose a template."),
  category: ServiceCategory.nullable().default(null),
  number: AddPlanInput.shape.firstNumber,
  contactCenter: z.boolean().default(false),
  mitelCx: z.boolean().default(false),
});

/** What the systems were asked to hold for a user, for "User Configuration". */
export const UserConfiguration = z.object({ loginId: z.string(), department: z.string(), location: z.string(), groups: z.array(z.string()), phones: z.array(OwnPhone) });
export type UserConfiguration = z.infer<typeof UserConfiguration>;
