import { ofCustomers } from "#lib/accounts/customers-of.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindRolesInput, RolePage } from "./schemas.ts";
import type { RoleView } from "./schemas.ts";

const SORTS: Record<string, Sort> = {
  name: { expression: Prisma.sql`lower(r.name)`, type: "text" },
  modified: { expression: Prisma.sql`r.modified_at`, type: "timestamptz" },
};

export type RoleRow = Omit<RoleView, "modifiedAt"> & { modifiedAt: Date };

/**
 * The columns of a custom role `r`, with where it is assigned and who holds it.
 * @param among which assignments `s` are counted
 */
export function roleColumns(among: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    r.id::text, r.name, r.description, r.base, r.grants, r.modified_at as "modifiedAt", r.modified_by as "modifiedBy", r.version,
    (select count(*)::int from role_assignments s where s.partner_id = r.account_id and s.role_id = r.id and ${among}) as "accountCount",
    (select count(*)::int from role_assignments s join users u on u.account_id = s.account_id and u.custom_role_id = s.role_id
      where s.partner_id = r.account_id and s.role_id = r.id and ${among}) as "userCount"`;
}

/** The custom roles of the partner account (ROLE-03). */
export const findRoles = operation({
  name: "roles.find",
  summary: "List the custom roles of the partner account",
  permission: [{ feature: "roles", action: "view" }],
  scope: "partner",
  kind: "read",
  input: FindRolesInput,
  output: RolePage,
  http: { method: "GET", path: "/roles" },
  async run({ actor, db }, { size, after, before, ...asked }) {
    const request = roleRequest(ofPartner(actor), asked);
    const [rows, total] = await Promise.all([findPage<RoleRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toRoleView);
  },
});

/** Which roles, and among which assignments they are counted. */
export type RolePlace = { where: Prisma.Sql; among: Prisma.Sql };

/** All custom roles of a partner account; what an account manager does not see is not counted (AMGR-08). */
export function ofPartner(partner: Person): RolePlace {
  return { where: Prisma.sql`r.account_id = ${partner.accountId}::uuid`, among: isSeenAssignment(partner) };
}

/** An assignment `s` to the partner account itself, or to a customer whom the partner sees. */
export function isSeenAssignment(partner: Person): Prisma.Sql {
  return Prisma.sql`(s.account_id = ${partner.accountId}::uuid or ${ofCustomers(partner, Prisma.sql`s`)})`;
}

/** The roles of a place that a search means, in their order. */
export function roleRequest(place: RolePlace, { search, base, sort }: Pick<FindRolesInput, "search" | "base" | "sort">): ListRequest {
  const where = [place.where];
  if (search) where.push(Prisma.sql`lower(r.name || ' ' || r.description) like ${containsPattern(search)}`);
  if (base) where.push(Prisma.sql`r.base = ${base}`);
  return { select: roleColumns(place.among), from: Prisma.sql`custom_roles r`, where, sort: SORTS[sort.replace("-", "")]!, descending: sort.startsWith("-"), id: Prisma.sql`r.id` };
}

/** A row of the list. */
export function toRoleView({ modifiedAt, ...row }: RoleRow): RoleView {
  return { ...row, modifiedAt: modifiedAt.toISOString() };
}
