import { PRODUCTS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import type { ProductState } from "./schemas.ts";

type Situation = {
  /** The keys of the account's integrations. */
  integrations: ReadonlySet<string>;
  /** Whether the user has a license of the product. */
  has: boolean;
  /** Licenses of any plan that are left. */
  free: number;
};

/**
 * What can be done with a product at a user. MiTeam Meetings depends on its own integration and on that of MiCollab, whose
 * server controls its licenses while it is on (MEET-05, MEETMC-01 to MEETMC-09, OP2-47). Those of Unify Phone come from the PBX (UNIFY-15). Pure.
 */
export function productState(product: ProductKey, { integrations, has, free }: Situation): ProductState {
  if (PRODUCTS[product].givenByPbx) return "given_by_pbx";
  if (product === "miteam_meetings") {
    if (!integrations.has("miteam_meetings")) return "not_enabled";
    if (integrations.has("micollab")) return has ? "read_only" : "use_micollab";
  }
  return has || free > 0 ? "operable" : "none_available";
}

/** Why the licenses of a product can not be changed in the portal; null when they can. */
export function whyNotManaged(product: ProductKey, integrations: ReadonlySet<string>): string | null {
  const state = productState(product, { integrations, has: true, free: 0 });
  if (state === "given_by_pbx") return `Licenses of ${PRODUCTS[product].name} are assigned by the provisioning tool of the PBX.`;
  if (state === "not_enabled") return "MiTeam Meetings is not enabled for this account.";
  return state === "read_only" ? "Use MiCollab to assign a license to the user." : null;
}
