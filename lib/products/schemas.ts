/** The products that accounts and their users can have, as data (safe for the browser). What an order's SKU stands for is in skus.ts. */
import type { IntegrationKey } from "#lib/integrations/schemas.ts";

export const PRODUCT_KEYS = ["mitel_one", "mitel_one_cx", "miteam_meetings", "zoom_hybrid", "voice_assist", "workflow_studio", "unify_phone"] as const;
export type ProductKey = (typeof PRODUCT_KEYS)[number];

/** What a plan of Mitel One can let its user do (ONE-04, ONELIC-11). */
export const MITEL_ONE_FEATURES = ["chat", "meetings", "telephony"] as const;
export type MitelOneFeature = (typeof MITEL_ONE_FEATURES)[number];

export type Plan = {
  key: string;
  /** As the Subscriptions panel writes it. */
  name: string;
  /** What the info icon says of it (ORDER-16, SUBS-08). */
  about: string;
  /** The features that its licenses support (OP2-43); none where a product has no switchable features. */
  features?: readonly MitelOneFeature[];
};

type Product = {
  name: string;
  /** What its line in the Subscriptions panel is called, where that is more than the name (SUBS-04). */
  title?: string;
  /** The integration without which a subscription of it does nothing, and its name (INFO-20). */
  integration: { key: IntegrationKey; name: string };
  /** Whether its licenses are given to users one by one, and counted (SUBS-04). */
  counted: boolean;
  /** It is not bought: the provisioning tool of a PBX gives its licenses to users (UNIFY-15). */
  givenByPbx?: true;
  /** From the lowest to the highest. */
  plans: readonly Plan[];
};

export const PRODUCTS: Record<ProductKey, Product> = {
  mitel_one: {
    name: "Mitel One",
    integration: { key: "mitel_one", name: "Mitel One" },
    counted: true,
    plans: [
      { key: "essential", name: "Essential", about: "Chat and Telephony for one user.", features: ["chat", "telephony"] },
      { key: "premier", name: "Premier", about: "Chat, MiTeam Meetings and Telephony for one user.", features: ["chat", "meetings", "telephony"] },
      { key: "elite", name: "Elite", about: "Chat, MiTeam Meetings and Telephony for one user, with all that Mitel One offers.", features: ["chat", "meetings", "telephony"] },
    ],
  },
  mitel_one_cx: {
    name: "Mitel One CX",
    integration: { key: "mitel_cx", name: "Mitel CX" },
    counted: true,
    plans: [{ key: "agent", name: "Mitel One CX", about: "Contact center work in Mitel One for one user." }],
  },
  miteam_meetings: {
    name: "MiTeam Meetings",
    integration: { key: "miteam_meetings", name: "MiTeam Meetings" },
    counted: true,
    plans: [{ key: "meetings", name: "MiTeam Meetings", about: "Audio, video and web sharing, chat and file storing for one user." }],
  },
  zoom_hybrid: {
    name: "Zoom Hybrid",
    title: "Zoom Hybrid - hMitel Indirect",
    integration: { key: "zoom", name: "Zoom" },
    counted: true,
    plans: [{ key: "indirect", name: "hMitel Indirect", about: "Zoom Workplace with the Mitel phone system for one user." }],
  },
  voice_assist: {
    name: "Mitel Voice Assist",
    integration: { key: "mitel_voice_assist", name: "Mitel Voice Assist" },
    counted: false,
    plans: [{ key: "port", name: "Mitel Voice Assist", about: "One port of the auto-attendant." }],
  },
  workflow_studio: {
    name: "Workflow Studio",
    integration: { key: "mitel_workflow_studio", name: "Mitel Workflow Studio" },
    counted: false,
    plans: [
      { key: "base", name: "WorkflowStudio_Base_Kit", about: "500 Essential and 500 Premier flow executions per billing period." },
      { key: "essential_free", name: "WorkflowStudio_Essential_Free", about: "100 Essential interactions, free of charge." },
      { key: "essential", name: "WorkflowStudio_Essential", about: "100 Essential interactions." },
      { key: "premier_free", name: "WorkflowStudio_Premier_Free", about: "100 Premier interactions, free of charge." },
      { key: "premier", name: "WorkflowStudio_Premier", about: "100 Premier interactions." },
    ],
  },
  unify_phone: {
    name: "Unify Phone",
    integration: { key: "unify_phone", name: "Unify Phone" },
    counted: false,
    givenByPbx: true,
    plans: [{ key: "user", name: "Unify Phone", about: "Telephony and CloudLink Chat in Unify Phone for one user." }],
  },
};

/** The products whose licenses are given to users, and counted. */
export const COUNTED_PRODUCTS: readonly ProductKey[] = PRODUCT_KEYS.filter((key) => PRODUCTS[key].counted);

/** The products that users have one by one. */
export const PRODUCTS_OF_USERS: readonly ProductKey[] = PRODUCT_KEYS.filter((key) => PRODUCTS[key].counted || PRODUCTS[key].givenByPbx);

/** A plan of a product; undefined when it has none of that key. */
export function planOf(product: ProductKey, plan: string): Plan | undefined {
  return PRODUCTS[product].plans.find(({ key }) => key === plan);
}

/** A user's license in words: "Mitel One (Premier)", "MiTeam Meetings"; the product alone where it has no license yet (USER-08). */
export function licenseName(product: ProductKey, plan: string | null): string {
  const { name, plans } = PRODUCTS[product];
  const held = plan === null || plans.length === 1 ? undefined : planOf(product, plan);
  return held ? `${name} (${held.name})` : name;
}

/** What the line of a product in the Subscriptions panel begins with (SUBS-04). */
export function productTitle(product: ProductKey): string {
  return PRODUCTS[product].title ?? PRODUCTS[product].name;
}
