import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { inAccount } from "./find-account-roles.ts";
import { roleColumns, toRoleView } from "./find-roles.ts";
import type { RoleRow } from "./find-roles.ts";
import { RoleView } from "./schemas.ts";

/** A custom role that is assigned to an account, with its permissions (PERM-24). */
export const getAccountRole = operation({
  name: "roles.get-in-account",
  summary: "A custom role that is assigned to an account",
  permission: [{ feature: "roles", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ roleId: z.uuid() }),
  output: RoleView,
  http: { method: "GET", path: "/accounts/{accountId}/roles/{roleId}" },
  async run({ account, db }, { roleId }) {
    const { where, among } = inAccount(account);
    const [row] = await db.$queryRaw<RoleRow[]>(Prisma.sql`select ${roleColumns(among)} from custom_roles r where ${where} and r.id = ${roleId}::uuid`);
    if (!row) throw notFound("The role");
    return toRoleView(row);
  },
});
