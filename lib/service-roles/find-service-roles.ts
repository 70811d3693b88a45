import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { FindServiceRolesInput, ServiceRolePage } from "./schemas.ts";
import type { ServiceRoleView } from "./schemas.ts";
import { cappedUserCount, usersWithRole } from "./user-count.ts";

const SORTS: Record<string, Sort> = {
  name: { expression: Prisma.sql`lower(s.name) collate "und-x-icu"`, type: "text" },
  created: { expression: Prisma.sql`s.created_at`, type: "timestamptz" },
};

export type RoleRow = Omit<ServiceRoleView, "userCount" | "userCountIsExact" | "createdAt"> & { users: number; createdAt: Date };

/** The roles that users can be given, each with its template and its number of users (ACDROLE-03, ACDROLE-06). Two queries. */
export const findServiceRoles = operation({
  name: "service-roles.find",
  summary: "List the user roles of an account",
  permission: [{ feature: "user_templates", action: "view" }],
  partOf: "mivoice_business",
  scope: "account",
  kind: "read",
  input: FindServiceRolesInput,
  output: ServiceRolePage,
  http: { method: "GET", path: "/accounts/{accountId}/service-roles" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = serviceRoleRequest(account.id, asked);
    const [rows, total] = await Promise.all([findPage<RoleRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toServiceRoleView);
  },
});

/** The roles that a search means, in their order. */
export function serviceRoleRequest(accountId: string, { search, sort }: Pick<FindServiceRolesInput, "search" | "sort">): ListRequest {
  const where = [Prisma.sql`s.account_id = ${accountId}::uuid`];
  if (search) where.push(Prisma.sql`lower(s.name || ' ' || t.label) like ${containsPattern(search)}`);
  return {
    select: Prisma.sql`s.id::text, s.name, t.id::text as "templateId", t.label as "templateLabel", t.is_default as "templateIsDefault", s.created_at as "createdAt",
      ${usersWithRole(Prisma.sql`r.account_id = s.account_id and r.id = s.id`)} as users`,
    from: Prisma.sql`service_roles s join templates t on t.account_id = s.account_id and t.id = s.template_id`,
    where,
    sort: SORTS[sort.replace("-", "")]!,
    descending: sort.startsWith("-"),
    id: Prisma.sql`s.id`,
  };
}

/** A row of the list. */
export function toServiceRoleView({ users, createdAt, ...row }: RoleRow): ServiceRoleView {
  return { ...row, ...cappedUserCount(users), createdAt: createdAt.toISOString() };
}
