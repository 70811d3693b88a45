"use client";

import { createContext, use } from "react";
import type { Offer } from "#lib/templates/rules.ts";
import type { HeldSecrets, TemplateChoices, TemplateValues } from "#lib/templates/schemas.ts";
import type { TemplateWarning } from "#lib/templates/warnings.ts";

export type TemplateFormContextValue = {
  /** As they stand in the form now; a number that is being typed may be no number. */
  values: TemplateValues;
  choices: TemplateChoices;
  held: HeldSecrets;
  /** What the bundle and the feature profile of the moment allow (ACDTPL-17). */
  offer: Offer;
  warnings: readonly TemplateWarning[];
  locked: (path: string) => boolean;
};

export const TemplateFormContext = createContext<TemplateFormContextValue | null>(null);

/** The template form around a field. */
export function useTemplateForm(): TemplateFormContextValue {
  const form = use(TemplateFormContext);
  if (!form) throw new Error("A template field stands outside of a template form.");
  return form;
}
