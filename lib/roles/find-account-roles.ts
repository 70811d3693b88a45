import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { AccountInView } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import type { BaseRole } from "#lib/permissions/schemas.ts";
import { ROLE_LABELS } from "#lib/permissions/schemas.ts";
import { roleRequest, toRoleView } from "./find-roles.ts";
import type { RolePlace, RoleRow } from "./find-roles.ts";
import { FindRolesInput, RoleChoice, RolePage } from "./schemas.ts";

/** The custom roles that are assigned to an account; those of others are not there (ROLE-24, UROLE-06). */
export const findAccountRoles = operation({
  name: "roles.find-in-account",
  summary: "List the custom roles that are assigned to an account",
  permission: [{ feature: "roles", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindRolesInput,
  output: RolePage,
  http: { method: "GET", path: "/accounts/{accountId}/roles" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const request = roleRequest(inAccount(account), asked);
    const [rows, total] = await Promise.all([findPage<RoleRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(rows, total, toRoleView);
  },
});

/** The roles assigned to an account; to how many others they are, and who holds them there, is none of its business. */
export function inAccount({ id, partnerId }: AccountInView): RolePlace {
  const among = Prisma.sql`s.account_id = ${id}::uuid`;
  return { where: Prisma.sql`r.account_id = ${partnerId ?? id}::uuid and exists (select from role_assignments s where ${among} and s.role_id = r.id)`, among };
}

/** The roles that users of an account can be given: the built-in ones and the custom ones assigned to it (UROLE-01, UROLE-06). */
export const findRoleChoices = operation({
  name: "roles.find-choices",
  summary: "List the roles that users of an account can be given",
  permission: [{ feature: "roles", action: "assign" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: z.object({ items: z.array(RoleChoice) }),
  http: { method: "GET", path: "/accounts/{accountId}/role-choices" },
  async run({ account, db }) {
    const bases: BaseRole[] = account.kind === "partner" ? ["partner"] : ["account_admin"];
    const assigned = await db.roleAssignment.findMany({ where: { accountId: account.id, role: { base: { in: bases } } }, select: { role: { select: { id: true, name: true } } } });
    const custom = assigned.map(({ role }) => ({ value: role.id, name: role.name })).toSorted((a, b) => a.name.localeCompare(b.name));
    const builtIn = account.kind === "partner" ? (["partner"] as const) : (["user", "account_admin"] as const);
    return { items: [...builtIn.map((value) => ({ value, name: ROLE_LABELS[value] })), ...custom] };
  },
});
