/** What the SKUs of orders stand for, as data, and what a number of them entitles to. Pure. */
import { PRODUCTS } from "./schemas.ts";
import type { ProductKey } from "./schemas.ts";
import type { Term } from "./terms.ts";

export type Sku = {
  product: ProductKey;
  plan: string;
  /** The one term it is sold for; without it an order says. */
  term?: Term;
  /** The bundle that it is part of (ONELIC-01). */
  bundle?: string;
};

// The 15 of Workflow Studio (WFS-07).
const WORKFLOW_STUDIO: Record<string, Sku> = {
  "54014775": { product: "workflow_studio", plan: "base" },
  "54014776": { product: "workflow_studio", plan: "essential", term: "monthly" },
  "54014777": { product: "workflow_studio", plan: "premier", term: "monthly" },
  "54014769": { product: "workflow_studio", plan: "essential", term: "12-month" },
  "54014770": { product: "workflow_studio", plan: "essential", term: "36-month" },
  "54014771": { product: "workflow_studio", plan: "essential", term: "60-month" },
  "54014772": { product: "workflow_studio", plan: "premier", term: "12-month" },
  "54014773": { product: "workflow_studio", plan: "premier", term: "36-month" },
  "54014774": { product: "workflow_studio", plan: "premier", term: "60-month" },
  "54019078": { product: "workflow_studio", plan: "essential_free", term: "12-month" },
  "54019079": { product: "workflow_studio", plan: "essential_free", term: "36-month" },
  "54019080": { product: "workflow_studio", plan: "essential_free", term: "60-month" },
  "54019081": { product: "workflow_studio", plan: "premier_free", term: "12-month" },
  "54019082": { product: "workflow_studio", plan: "premier_free", term: "36-month" },
  "54019083": { product: "workflow_studio", plan: "premier_free", term: "60-month" },
};

export const SKUS: ReadonlyMap<string, Sku> = new Map(
  Object.entries({
    ...WORKFLOW_STUDIO,
    "5401484": { product: "zoom_hybrid", plan: "indirect" },
    "54013101": { product: "mitel_one", plan: "essential" },
    "54013102": { product: "mitel_one", plan: "premier" },
    "54013103": { product: "mitel_one", plan: "elite" },
    // The bundle tier "Entry" is Mitel One's Essential (OP2-43).
    "54013111": { product: "mitel_one", plan: "essential", bundle: "MiVoice Office 400 UCC Entry" },
    "54013112": { product: "mitel_one", plan: "premier", bundle: "MiVoice Office 400 UCC Premier" },
    "54013113": { product: "mitel_one", plan: "elite", bundle: "MiVoice Office 400 UCC Elite" },
    "54013120": { product: "mitel_one_cx", plan: "agent" },
    "54012201": { product: "miteam_meetings", plan: "meetings" },
    "54015301": { product: "voice_assist", plan: "port" },
  } satisfies Record<string, Sku>),
);

/** So many of a SKU. */
export type SkuQuantity = { sku: string; quantity: number };

/** How many licenses there are of each plan of each product; a plan that is not there has none. */
export type Entitlement = ReadonlyMap<ProductKey, ReadonlyMap<string, number>>;

/** What lines of orders entitle to together. A SKU that the catalogue does not know entitles to nothing. */
export function entitlementOf(lines: readonly SkuQuantity[]): Entitlement {
  const sums = new Map<ProductKey, Map<string, number>>();
  for (const { sku, quantity } of lines) {
    const known = SKUS.get(sku);
    if (!known) continue;
    const plans = sums.get(known.product) ?? new Map<string, number>();
    plans.set(known.plan, (plans.get(known.plan) ?? 0) + quantity);
    sums.set(known.product, plans);
  }
  return sums;
}

/** How many licenses of a plan an entitlement has. */
export function entitledTo(entitlement: Entitlement, product: ProductKey, plan: string): number {
  return entitlement.get(product)?.get(plan) ?? 0;
}

/** The licenses of a product over all its plans (SUBS-06). */
export function entitledToAny(entitlement: Entitlement, product: ProductKey): number {
  return [...(entitlement.get(product)?.values() ?? [])].reduce((sum, licenses) => sum + licenses, 0);
}

/** The catalogue as rows, for statements that ask the database about many accounts at once. */
export const SKU_ROWS = JSON.stringify([...SKUS].map(([sku, { product, plan }]) => ({ sku, product, plan, integration: PRODUCTS[product].integration.key, counted: PRODUCTS[product].counted })));
