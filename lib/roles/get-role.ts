import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { isSeenAssignment, ofPartner, roleColumns, toRoleView } from "./find-roles.ts";
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
  run: ({ actor, db }, { roleId }) => readRole(db, actor, roleId),
});

/**
 * Reads a custom role of a partner account, as a person of it sees it.
 * @throws OperationError not_found
 */
export async function readRole(db: Db, partner: Person, roleId: string): Promise<RoleView> {
  const { where, among } = ofPartner(partner);
  const [row] = await db.$queryRaw<RoleRow[]>`select ${roleColumns(among)} from custom_roles r where ${where} and r.id = ${roleId}::uuid`;
  if (!row) throw notFound("The role");
  return toRoleView(row);
}

/** Locks a custom role, so that it is neither changed, assigned, given nor deleted meanwhile, and reads it. */
export async function lockRole(db: Db, partner: Person, roleId: string): Promise<RoleView> {
  await db.$executeRaw`select 1 from custom_roles where account_id = ${partner.accountId}::uuid and id = ${roleId}::uuid for update`;
  return readRole(db, partner, roleId);
}

/**
 * Keeps an account manager from deciding over accounts that they do not see (AMGR-08).
 * @throws OperationError conflict when the role is assigned to one of those
 */
export async function assertUsedWithin(db: Db, partner: Person, { id, name }: RoleView, otherwise: string): Promise<void> {
  const [{ beyond }] = await db.$queryRaw<[{ beyond: boolean }]>`
    select exists (select from role_assignments s where s.partner_id = ${partner.accountId}::uuid and s.role_id = ${id}::uuid and not ${isSeenAssignment(partner)}) as beyond`;
  if (beyond) throw conflict(`The role "${name}" is in use outside of your accounts, so ${otherwise}. An administrator can do that.`);
}
