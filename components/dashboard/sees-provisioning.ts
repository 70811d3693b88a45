import type { May } from "#lib/permissions/schemas.ts";

/** Whether somebody may open what was changed on the phone systems, and what differs there. */
export function seesProvisioning(may: May): boolean {
  return may("users", "view") && may("mivoice_business", "view");
}
