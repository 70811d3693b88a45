/** The two ways to begin a custom template: from nothing and as a copy (ACDTPL-13). */
import { DEFAULT_TEMPLATE, UNUSED_PHONE } from "./default-template.ts";
import type { TemplateValues } from "./schemas.ts";

/** A template made from nothing (OP4-53): a plain primary phone, nothing else chosen. */
export const NEW_TEMPLATE: TemplateValues = {
  ...DEFAULT_TEMPLATE,
  label: "",
  description: "",
  user: { ...DEFAULT_TEMPLATE.user, uccBundle: null, serviceCategory: null },
  phones: { ...DEFAULT_TEMPLATE.phones, primary: { ...UNUSED_PHONE, include: true, serviceLabel: "" } },
  client: { ...DEFAULT_TEMPLATE.client, include: false, featureProfile: "", userProfile: "", softPhoneExtension: "none" },
};

/**
 * What the form of a copy begins with: every value and service of the original (ACDTPL-15), an empty label, and the whole
 * description behind "Copy of " (ACDTPL-14, OP4-08).
 */
export function copyOf(original: TemplateValues): TemplateValues {
  return { ...structuredClone(original), label: "", description: `Copy of ${original.description}` };
}
