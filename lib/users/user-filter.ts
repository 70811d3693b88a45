/** Which users a search, a filter or a selection means, as conditions of a query. */
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern } from "#lib/lists/find-page.ts";
import { invalid } from "#lib/operations/errors.ts";
import type { LicensedProduct, UserFilter, UserSelection } from "./schemas.ts";
import { HAS_MITEL_CX_ONLY } from "./user-view.ts";

const PROPERTY: Record<NonNullable<UserFilter["property"]>, Prisma.Sql> = {
  admins: Prisma.sql`u.role <> 'user'`,
  // "Users" lists all users of the account, administrators included (USER-31, OP1-25).
  users: Prisma.sql`true`,
  registered: Prisma.sql`u.registered_at is not null`,
  unregistered: Prisma.sql`u.registered_at is null`,
  // Where a user was made or is connected decides (USER-33, OP1-26).
  pbx: Prisma.sql`u.origin = 'pbx'`,
  micloud: Prisma.sql`u.origin = 'micloud'`,
  iot: Prisma.sql`u.origin = 'iot'`,
  inactive: Prisma.sql`u.disabled_at is not null`,
};

/** Why a filter can not be applied as it is, in a sentence; undefined when it can (USER-36, USER-37). */
export function atOdds({ search, property, smsNumber }: UserFilter): string | undefined {
  if (smsNumber === undefined) return undefined;
  if (search) return "The filter “SMS Number” can not be used together with a search.";
  return property && "The filters “SMS Number” and “Property” can not be used together.";
}

/** The conditions of a filter without its search, always with the account first. @throws OperationError invalid when it is at odds with itself */
export function filterConditions(accountId: string, filter: UserFilter): Prisma.Sql[] {
  const { property, services, importId, product, smsNumber } = filter;
  const fault = atOdds(filter);
  if (fault) throw invalid(fault, "smsNumber");
  const conditions = [Prisma.sql`u.account_id = ${accountId}::uuid`];
  if (property) conditions.push(PROPERTY[property]);
  if (services === "attention") conditions.push(Prisma.sql`u.services_state in ('failed', 'differs')`);
  else if (services) conditions.push(Prisma.sql`u.services_state = ${services}`);
  if (importId) conditions.push(Prisma.sql`u.import_id = ${importId}::uuid`);
  if (product) conditions.push(licensedFor(product));
  if (smsNumber !== undefined) conditions.push(Prisma.sql`u.sms_number = ${asE164(smsNumber)}`);
  return conditions;
}

/** "+49 40 555-010" and "0049 40 555010" are one number. */
function asE164(typed: string): string {
  return `+${typed.replaceAll(/\D/g, "").replace(/^00/, "")}`;
}

function licensedFor(product: LicensedProduct): Prisma.Sql {
  if (product === "mivoice_business") {
    return Prisma.sql`exists (select from service_roles r join templates t on t.account_id = r.account_id and t.id = r.template_id
      where r.account_id = u.account_id and r.id = u.service_role_id and t.ucc_bundle is not null and not ${HAS_MITEL_CX_ONLY})`;
  }
  return Prisma.sql`exists (select from licenses l where l.account_id = u.account_id and l.user_id = u.id and l.product = ${product} and l.plan is not null)`;
}

/** USER-38: part of a name, an address or a number. */
export function searchCondition(search: string): Prisma.Sql {
  return Prisma.sql`u.search_text like ${containsPattern(search)}`;
}

/** All conditions of a filter, search included. */
export function userConditions(accountId: string, filter: UserFilter): Prisma.Sql[] {
  const conditions = filterConditions(accountId, filter);
  return filter.search ? [...conditions, searchCondition(filter.search)] : conditions;
}

/** The conditions of a selection; ids of another account match nothing. */
export function selectionConditions(accountId: string, selection: UserSelection): Prisma.Sql[] {
  if (selection.mode === "some") {
    return [Prisma.sql`u.account_id = ${accountId}::uuid`, Prisma.sql`u.id = any(${selection.ids}::uuid[])`];
  }
  const conditions = userConditions(accountId, selection.filter);
  return selection.except.length > 0 ? [...conditions, Prisma.sql`u.id <> all(${selection.except}::uuid[])`] : conditions;
}

/** The ids of a selection's users, in the order of their names. */
export async function selectUserIds(db: Db, accountId: string, selection: UserSelection): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select u.id::text from users u where ${Prisma.join(selectionConditions(accountId, selection), " and ")} order by u.name_key, u.id`;
  return rows.map((row) => row.id);
}
