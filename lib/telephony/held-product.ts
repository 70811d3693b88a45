/** Which telephony product an account has for its users, and what of it one of them holds. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { isInUse } from "#lib/integrations/rules.ts";
import type { IntegrationStates } from "#lib/integrations/schemas.ts";
import { notFound } from "#lib/operations/errors.ts";
import { tierOf } from "#lib/templates/schemas.ts";
import type { Tier } from "#lib/templates/schemas.ts";
import type { ServicesState } from "#lib/users/schemas.ts";
import type { ServiceCategory, TelephonyOfUser, TelephonyProduct } from "./schemas.ts";

/** The product that users of an account are given: MiVoice Business Service where the account has it, else Mitel CX (SVC-01, CX-03). */
export function productOf(integrations: IntegrationStates): TelephonyProduct | null {
  if (isInUse(integrations, "mivoice_business", "administration")) return "mivoice_business";
  return isInUse(integrations, "mitel_cx") ? "mitel_cx" : null;
}

type Row = {
  name: string;
  services_state: ServicesState;
  template: string | null;
  template_category: string | null;
  ucc_bundle: string | null;
  added: { product: TelephonyProduct; category: string; tier: Tier | "" } | null;
  has_pbx: boolean;
  has_employee: boolean;
  agent_groups: string[];
};

export type UserWithProduct = { userName: string; servicesState: ServicesState; held: TelephonyOfUser["held"]; addedByHand: boolean };

/**
 * What a user holds of a product. One who got services in another way, by an import or with others, has it as well.
 * @throws OperationError not_found when the account has no such user
 */
export async function readHeld(db: Db, accountId: string, userId: string, product: TelephonyProduct | null): Promise<UserWithProduct> {
  const [row] = await readRows<Row>(db, Prisma.sql`
    select u.name, u.services_state, t.label as template, t.values #>> '{user,serviceCategory}' as template_category, t.ucc_bundle,
           (select json_build_object('product', p.product, 'category', p.category, 'tier', p.tier)
              from telephony_products p where p.account_id = u.account_id and p.user_id = u.id) as added,
           exists (select from services s where s.account_id = u.account_id and s.user_id = u.id and s.kind like 'mivb.%') as has_pbx,
           exists (select from services s where s.account_id = u.account_id and s.user_id = u.id and s.kind = 'micc.employee') as has_employee,
           array(select distinct split_part(s.key, '/', 1) from services s where s.account_id = u.account_id and s.user_id = u.id and s.kind = 'mivb.agent_group_member' order by 1) as agent_groups
      from users u
      left join service_roles r on r.account_id = u.account_id and r.id = u.service_role_id
      left join templates t on t.account_id = r.account_id and t.id = r.template_id
     where u.account_id = ${accountId}::uuid and u.id = ${userId}::uuid`);
  if (!row) throw notFound("The user");
  const addedByHand = row.added?.product === product;
  const hasServices = product === "mivoice_business" ? row.has_pbx : row.has_employee;
  const user = { userName: row.name, servicesState: row.services_state, addedByHand };
  if (product === null || !(addedByHand || hasServices)) return { ...user, held: null };
  return {
    ...user,
    held: { state: stateOf(row.services_state, hasServices), category: categoryOf(row), template: row.template, contactCenter: row.has_employee, agentGroups: row.agent_groups },
  };
}

function stateOf(services: ServicesState, hasServices: boolean): NonNullable<TelephonyOfUser["held"]>["state"] {
  if (services === "working" || services === "failed") return services;
  return hasServices ? "set_up" : "no_service";
}

/** The category that was chosen, else that of the user's template. */
function categoryOf({ added, template_category: ofTemplate, ucc_bundle: bundle }: Row): ServiceCategory | null {
  if (added && added.category !== "") return { name: added.category, tier: added.tier || null };
  return ofTemplate ? { name: ofTemplate, tier: tierOf(bundle) } : null;
}
