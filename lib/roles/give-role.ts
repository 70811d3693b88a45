/** Giving users a role: which ones an account has to give, and what nobody may give. */
import type { Db } from "#lib/db/client.ts";
import { forbidden, invalid } from "#lib/operations/errors.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { isUnrestricted } from "#lib/operations/may-run.ts";
import { grantInWords, grantsOf, notHeldBy } from "#lib/permissions/grants.ts";
import { ROLES } from "#lib/permissions/schemas.ts";
import type { BaseRole, Role } from "#lib/permissions/schemas.ts";

export type GivenRole = {
  role: Role;
  /** Null for a built-in role. */
  customRoleId: string | null;
  /** The custom role's name; empty for a built-in role. */
  customRole: string;
};

/**
 * The role that a value means: a built-in one by its name, or a custom one by its id.
 * @throws OperationError invalid when the account has no such role to give (UROLE-06); forbidden when it may more than the giver
 */
export async function roleToGive(db: Db, giver: Person, account: AccountInView, value: string): Promise<GivenRole> {
  const given = await readRole(db, account, value);
  assertMayGive(giver, given.role, given.ticked);
  // Beyond all permissions it brings every account and the account managers, which nobody else can give (OP1-74).
  if (value === "partner" && !isUnrestricted(giver)) throw forbidden("Only an administrator without a custom role, who sees every account, can make another one.");
  return { role: given.role, customRoleId: given.customRoleId, customRole: given.customRole };
}

/**
 * Nobody gives a right that they do not hold themselves.
 * @throws OperationError forbidden, naming the first such right
 */
export function assertMayGive(giver: Person, role: Role, ticked: readonly string[] | null = null): void {
  const [beyond] = notHeldBy(giver, grantsOf(role, ticked));
  if (beyond) throw forbidden(`You can not give a permission that you do not have yourself: ${grantInWords(role as BaseRole, beyond)}.`);
}

async function readRole(db: Db, account: AccountInView, value: string): Promise<GivenRole & { ticked: readonly string[] | null }> {
  const builtIn = ROLES.find((role) => role === value);
  if (builtIn) {
    // Who is a partner is decided by MiAccess (LOGIN-06).
    if ((builtIn === "partner") !== (account.kind === "partner")) throw forbidden("The role Partner comes from MiAccess and can not be given or taken here.");
    return { role: builtIn, customRoleId: null, customRole: "", ticked: null };
  }
  // Shared with whoever gives it too, and kept from whoever takes it away from the account or deletes it meanwhile.
  const [custom] = await db.$queryRaw<{ name: string; base: BaseRole; grants: string[] }[]>`
    select r.name, r.base, r.grants from custom_roles r
      join role_assignments s on s.partner_id = r.account_id and s.role_id = r.id
     where r.id = ${value}::uuid and s.account_id = ${account.id}::uuid for share of r`;
  if (!custom) throw invalid("This role is not assigned to the account.", "role");
  return { role: custom.base, customRoleId: value, customRole: custom.name, ticked: custom.grants };
}
