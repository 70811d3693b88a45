import { planOf, productTitle } from "./schemas.ts";
import { SKUS } from "./skus.ts";
import type { Term } from "./terms.ts";

const TERM_WORDS: Record<Term, string> = { none: "no term", monthly: "monthly", "12-month": "12 months", "36-month": "36 months", "60-month": "60 months" };

/** A SKU in words: what it is, "Workflow Studio: 54019081" (SUBS-08), and what its plan gives (ORDER-16). */
export function describeSku(sku: string, term: Term): { details: string; about: string } {
  const known = SKUS.get(sku);
  if (!known) return { details: sku, about: "" };
  const plan = planOf(known.product, known.plan);
  const parts = [plan?.name, TERM_WORDS[known.term ?? term], known.bundle && `part of ${known.bundle}`].filter(Boolean);
  return { details: `${productTitle(known.product)}: ${sku}`, about: `${parts.join(", ")}. ${plan?.about ?? ""}` };
}
