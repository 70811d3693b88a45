import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { roleColumns, toRoleView } from "./find-roles.ts";
import type { RoleRow } from "./find-roles.ts";
import { RoleView } from "./schemas.ts";

/** One custom role of the partner account. */
export const getRole = operation({
  name: "roles.get",
  summary: "A custom role",
  permission: [{ feature: "roles", action: "view" }],
  scope: "partner",
  kind: "read",
  input: z.object({ roleId: z.uuid() }),
  output: RoleView,
  http: { method: "GET", path: "/roles/{roleId}" },
  run: ({ actor, db }, { roleId }) => readRole(db, actor.accountId, roleId),
});

/**
 * Reads a custom role of a partner account.
 * @throws OperationError not_found
 */
export async function readRole(db: Db, partnerId: string, roleId: string): Promise<RoleView> {
  const [row] = await db.$queryRaw<RoleRow[]>`select ${roleColumns()} from custom_roles r where r.account_id = ${partnerId}::uuid and r.id = ${roleId}::uuid`;
  if (!row) throw notFound("The role");
  return toRoleView(row);
}

/** Locks a custom role, so that it is neither changed, assigned, given nor deleted meanwhile, and reads it. */
export async function lockRole(db: Db, partnerId: string, roleId: string): Promise<RoleView> {
  await db.$executeRaw`select 1 from custom_roles where account_id = ${partnerId}::uuid and id = ${roleId}::uuid for update`;
  return readRole(db, partnerId, roleId);
}
