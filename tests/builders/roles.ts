/** Custom roles and account managers for tests, made as the product makes them. */
import { convertToManagers } from "#lib/account-managers/change-kind.ts";
import { assignManagedAccounts } from "#lib/account-managers/change-managed-accounts.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import type { BaseRole, Grant } from "#lib/permissions/schemas.ts";
import { addRole } from "#lib/roles/add-role.ts";
import { assignRole } from "#lib/roles/assign-role.ts";
import type { RoleView } from "#lib/roles/schemas.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import type { UserView } from "#lib/users/schemas.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { aPartner, aSignedInUser } from "./people.ts";
import type { SignedIn } from "./people.ts";

let made = 0;

/** A custom role with some boxes ticked, assigned to accounts. */
export async function aRole(partner: SignedIn, base: BaseRole, grants: readonly Grant[], accountIds: readonly string[] = [], name = `Role ${++made}`): Promise<RoleView> {
  const resolved = await partner.at(null);
  const role = await runOperation(addRole, { resolved, input: { name, base, grants } });
  if (accountIds.length > 0) await runOperation(assignRole, { resolved, input: { roleId: role.id, accounts: { mode: "some", ids: [...accountIds] } } });
  return role;
}

/** A colleague in the partner account of a partner; `role` narrows what they may do. */
export async function aColleague(partner: SignedIn & { organisation: string }, role?: RoleView): Promise<SignedIn & { accountId: string; userId: string }> {
  const colleague = await aPartner({ organisation: partner.organisation, name: "Jonas Weber" });
  const { actor } = await resolveActor({ sessionToken: colleague.sessionToken }, null);
  if (actor.kind !== "person") throw new Error("The colleague is not signed in.");
  if (role) await setRole(colleague.accountId, actor.userId, role);
  return { ...colleague, userId: actor.userId };
}

/** A registered admin of an account who holds a custom role. */
export async function anAdminWith(partner: SignedIn, accountId: string, role: RoleView): Promise<Awaited<ReturnType<typeof aSignedInUser>>> {
  const admin = await aSignedInUser(partner, accountId, "account_admin");
  await setRole(accountId, admin.user.id, role);
  return admin;
}

async function setRole(accountId: string, userId: string, role: RoleView): Promise<void> {
  await database().prisma.user.update({ where: { accountId_id: { accountId, id: userId } }, data: { customRoleId: role.id } });
}

/** An account manager of a partner, with accounts assigned to them. */
export async function aManager(partner: SignedIn & { organisation: string }, ...accountIds: string[]): Promise<Awaited<ReturnType<typeof aColleague>>> {
  const manager = await aColleague(partner);
  const resolved = await partner.at(null);
  await runOperation(convertToManagers, { resolved, input: { userIds: [manager.userId] } });
  await runOperation(assignManagedAccounts, { resolved, input: { managerIds: [manager.userId], accounts: { mode: "some", ids: accountIds } } });
  return manager;
}

/** Somebody gives a user of an account a role, as on the user's page. */
export async function giveRole(giver: Pick<SignedIn, "at">, accountId: string, userId: string, role: string): Promise<UserView> {
  const { version } = await database().prisma.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userId } } });
  return runOperation(updateUser, { resolved: await giver.at(accountId), input: { userId, version, role } });
}
