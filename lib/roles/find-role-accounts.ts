import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
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
  async run({ actor, db }, { roleId, search, assigned, sort, ...page }) {
    const role = await readRole(db, actor.accountId, roleId);
    const where = accountsOfRole(actor, role, { search, assigned });
    const from = Prisma.sql`accounts a`;
    const request = {
      select: Prisma.sql`a.id::text, a.name, ${isAssigned(roleId)} as assigned,
        (select count(*)::int from users u where u.account_id = a.id and u.custom_role_id = ${roleId}::uuid) as "userCount"`,
      from,
      where,
      sort: { expression: Prisma.sql`a.name_key`, type: "text" as const },
      descending: sort.startsWith("-"),
      id: Prisma.sql`a.id`,
    };
    const [rows, total] = await Promise.all([findPage<RoleAccount>(db, { ...request, ...page }), countUpToCap(db, from, where)]);
    return toListPage(rows, total, ({ id, name, assigned: is, userCount }) => ({ id, name, assigned: is, userCount }));
  },
});

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
