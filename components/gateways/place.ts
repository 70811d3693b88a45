/** Where the steps of the set-up are, and where it was entered from (GW-13). Pure. */
import type { WizardStep } from "#lib/gateways/schemas.ts";

/** The pages that lead to the set-up, by the last part of their address. */
export const ENTRANCES = ["integrations", "information"] as const;
export type Entrance = (typeof ENTRANCES)[number];

export type WizardPlace = { accountId: string; accountName: string; from: Entrance };

/** The page that the set-up was entered from. */
export function entranceOf({ accountId, from }: WizardPlace): string {
  return `/accounts/${accountId}/${from}`;
}

/** The page of a step. */
export function stepPath(place: WizardPlace, step: WizardStep): string {
  const from = place.from === "integrations" ? "" : `?from=${place.from}`;
  return `/accounts/${place.accountId}/integrations/cloudlink_gateway/${step}${from}`;
}
