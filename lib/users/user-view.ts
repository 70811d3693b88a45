import { Prisma } from "#lib/db/generated/client.ts";
import { licenseName, PRODUCT_KEYS } from "#lib/products/schemas.ts";
import type { ProductKey } from "#lib/products/schemas.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import type { ServicesState, UserView } from "./schemas.ts";

/** Where the columns of a user come from; `r` is the user's service role, `c` the custom role. */
export const USER_TABLES = Prisma.sql`users u
  left join service_roles r on r.account_id = u.account_id and r.id = u.service_role_id
  left join custom_roles c on c.account_id = u.partner_id and c.id = u.custom_role_id`;

/** Whether a user was given Mitel CX by its own, which is no license of MiVoice Business, whatever the template says. */
export const HAS_MITEL_CX_ONLY = Prisma.sql`exists (select from telephony_products x where x.account_id = u.account_id and x.user_id = u.id and x.product = 'mitel_cx')`;

/**
 * The columns of a user in a list or a form. What only some states show (how far a run is, how many differences there are)
 * is looked up for just those rows of the page.
 */
export const USER_COLUMNS = Prisma.sql`
  u.id::text, u.first_name, u.last_name, u.name, u.email, u.mobile_number, coalesce(u.sms_number, '') as sms_number, u.extension, u.role, u.custom_role_id::text, c.name as custom_role, u.origin, u.registered_at,
  u.welcomed_at, u.disabled_at, coalesce(u.username, u.login_id, '') as username, u.services_state, r.name as service_role, u.modified_at, u.modified_by, u.version,
  u.sms_number is not null and exists (select 1 from sms_numbers n where n.account_id = u.account_id and n.number = u.sms_number and n.gone_at is not null) as sms_number_gone,
  case when u.services_state = 'working' then run_progress(u.account_id, u.id) end as progress,
  case when u.services_state = 'differs' then open_differences(u.account_id, u.id) else 0 end as differences,
  case when r.id is not null and not ${HAS_MITEL_CX_ONLY} then (select t.ucc_bundle from templates t where t.account_id = r.account_id and t.id = r.template_id) end as ucc_bundle,
  (select json_agg(json_build_object('product', l.product, 'plan', l.plan)) from licenses l where l.account_id = u.account_id and l.user_id = u.id and l.plan is not null) as licenses,
  exists (select 1 from services s where s.account_id = u.account_id and s.user_id = u.id and s.kind = 'micc.agent') as is_agent`;

export type UserRow = {
  id: string;
  first_name: string;
  last_name: string;
  name: string;
  email: string;
  mobile_number: string;
  sms_number: string;
  sms_number_gone: boolean;
  extension: string;
  role: Role;
  custom_role_id: string | null;
  custom_role: string | null;
  origin: string;
  registered_at: Date | null;
  welcomed_at: Date | null;
  disabled_at: Date | null;
  username: string;
  services_state: ServicesState;
  service_role: string | null;
  modified_at: Date;
  modified_by: string;
  version: number;
  progress: UserView["progress"];
  differences: number;
  ucc_bundle: string | null;
  licenses: { product: ProductKey; plan: string }[] | null;
  is_agent: boolean;
};

/** The license that a UCC bundle of the user's template stands for (USER-08). */
const UCC_LICENSE = "MiVoice Business";

/** All licenses of a user by name, in the order of the catalogue (USER-08). */
function licensesOf({ licenses, ucc_bundle: bundle }: UserRow): string[] {
  const inOrder = PRODUCT_KEYS.flatMap((product) => licenses?.find((license) => license.product === product) ?? []);
  return [...inOrder.map(({ product, plan }) => licenseName(product, plan)), ...(bundle === null ? [] : [UCC_LICENSE])];
}

/** A user as the doors show it. */
export function toUserView(row: UserRow): UserView {
  return {
    id: row.id,
    firstName: row.first_name,
    lastName: row.last_name,
    name: row.name,
    email: row.email,
    mobileNumber: row.mobile_number,
    smsNumber: row.sms_number,
    smsNumberGone: row.sms_number_gone,
    extension: row.extension,
    role: row.role,
    customRoleId: row.custom_role_id,
    customRole: row.custom_role ?? "",
    origin: row.origin,
    registered: row.registered_at !== null,
    inactive: row.disabled_at !== null,
    welcomedAt: row.welcomed_at?.toISOString() ?? null,
    username: row.username,
    services: row.services_state,
    progress: row.progress,
    differences: row.differences,
    serviceRole: row.service_role,
    licenses: licensesOf(row),
    // An agent of the contact center takes calls; it knows no other modality yet.
    contactCenter: row.is_agent ? ["Voice"] : [],
    modifiedAt: row.modified_at.toISOString(),
    modifiedBy: row.modified_by,
    version: row.version,
  };
}
