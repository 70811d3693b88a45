import type { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Person } from "#lib/operations/actor.ts";
import { readRole } from "./get-role.ts";
import { FindRoleAccountsInput, RoleAccountPage } from "./schemas.ts";
import type { RoleAccount, RoleAccountFilter, RoleView } from "./schemas.ts";

/** The accounts that a role is or can be assigned to (ROLE-29 to ROLE-31, OP1-60). */
export const findRoleAccounts = operation({
  name: "roles.find-accounts",
  summary: "List the accounts that a custom role is or can be assigned to",
  permission: [{ feature: "roles", action: "view" }],
  scope: "partner",
  kind: "read",
  input: FindRoleAccountsInput,
  output: RoleAccountPage,
  http: { method: "GET", path: "/roles/{roleId}/accounts" },
  async run({ actor, db }, { size, after, before, ...asked }) {
    const request = await roleAccountRequest(db, actor, asked);
    const [rows, total] = await Promise.all([findPage<RoleAccount>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toRoleAccount);
  },
});

type Asked = Pick<z.output<typeof FindRoleAccountsInput>, "roleId" | "search" | "assigned" | "sort">;

/**
 * The accounts of a role in the order of their names.
 * @throws OperationError not_found when the partner has no such role
 */
export async function roleAccountRequest(db: Db, actor: Person, { roleId, search, assigned, sort }: Asked): Promise<ListRequest> {
  const role = await readRole(db, actor, roleId);
  return {
    select: Prisma.sql`a.id::text, a.name, ${isAssigned(roleId)} as assigned,
      (select count(*)::int from users u where u.account_id = a.id and u.custom_role_id = ${roleId}::uuid) as "userCount"`,
    from: Prisma.sql`accounts a`,
    where: accountsOfRole(actor, role, { search, assigned }),
    sort: { expression: Prisma.sql`a.name_key`, type: "text" },
    descending: sort.startsWith("-"),
    id: Prisma.sql`a.id`,
  };
}

/** A row of the list. */
export function toRoleAccount({ id, name, assigned, userCount }: RoleAccount): RoleAccount {
  return { id, name, assigned, userCount };
}

/** The accounts that a role can be assigned to: an Account Admin's role goes to customer accounts, a Partner's to the own one (ROLE-30, OP1-60). */
export function placesFor(actor: Person, { base }: Pick<RoleView, "base">): Prisma.Sql {
  return base === "partner" ? Prisma.sql`a.id = ${actor.accountId}::uuid` : customersOf(actor);
}

/** Those of them that a filter means, as conditions on `a`. */
export function accountsOfRole(actor: Person, role: Pick<RoleView, "id" | "base">, { search, assigned }: RoleAccountFilter): Prisma.Sql[] {
  const where = [placesFor(actor, role), Prisma.sql`a.status = 'active'`];
  if (search) where.push(Prisma.sql`a.name_key like ${containsPattern(search)}`);
  if (assigned) where.push(assigned === "yes" ? isAssigned(role.id) : Prisma.sql`not ${isAssigned(role.id)}`);
  return where;
}

function isAssigned(roleId: string): Prisma.Sql {
  return Prisma.sql`exists (select from role_assignments s where s.account_id = a.id and s.role_id = ${roleId}::uuid)`;
}
