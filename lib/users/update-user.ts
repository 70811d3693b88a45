import type { Db } from "#lib/db/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { tellOfUserChange } from "#lib/gateways/tell-admins.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict, forbidden, invalid } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import type { AccountInView, Person } from "#lib/operations/actor.ts";
import { followPeople } from "#lib/plans/follow-people.ts";
import { isUnrestricted } from "#lib/operations/may-run.ts";
import { grantsOf, may, notHeldBy } from "#lib/permissions/grants.ts";
import { ROLE_LABELS } from "#lib/permissions/schemas.ts";
import type { Role } from "#lib/permissions/schemas.ts";
import { roleToGive } from "#lib/roles/give-role.ts";
import type { GivenRole } from "#lib/roles/give-role.ts";
import { assertGivable } from "#lib/sms-numbers/give-number.ts";
import { ALREADY_IN_USE } from "./add-user.ts";
import { HAS_MIVB_SERVICE, readUser } from "./get-user.ts";
import { lockAdmins } from "./lock-admins.ts";
import { redirectMail } from "./redirect-mail.ts";
import { UpdateUserInput, UserView } from "./schemas.ts";
import { currentSource } from "./source.ts";

/** Changes what was given of a user, and nothing else (USER-40 to USER-52). */
export const updateUser = operation({
  name: "users.update",
  summary: "Change a user",
  // Somebody who may only give roles does that here too, and nothing else (PERM-27).
  permission: [{ feature: "users", action: "edit" }, { feature: "roles", action: "assign" }],
  partOf: "users",
  scope: "account",
  kind: "write",
  input: UpdateUserInput,
  output: UserView,
  http: { method: "PATCH", path: "/accounts/{accountId}/users/{userId}" },
  async run(context, { userId, version, role, ...given }) {
    const { actor, account, db, emit, enqueue, now } = context;
    const before = await readUser(db, account.id, userId);
    const wanted = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const changes = changesBetween(before, wanted);
    if (changes.length > 0 && !may(actor, "users", "edit")) throw forbidden("Your role does not allow changing users.");
    checkSource(before.origin, account, changes);
    const newRole = role === undefined || role === (before.customRoleId ?? before.role) ? null : await changeRole(db, actor, account, before, role);
    if (newRole) changes.push({ property: "role", before: before.customRole || before.role, after: newRole.customRole || newRole.role });
    if (changes.length === 0) {
      await emit([]);
      return before;
    }
    if (given.username !== undefined && given.username !== before.username) await checkUsername(db, account.id, userId, given.username);
    if (given.email !== undefined && given.email !== before.email) {
      const taken = await db.user.count({ where: { accountId: account.id, email: given.email } });
      if (taken > 0) throw conflict(ALREADY_IN_USE, "email");
      await checkReach(db, actor, account.id, userId);
    }
    if (given.smsNumber && given.smsNumber !== before.smsNumber) await assertGivable(db, account, given.smsNumber, ALREADY_IN_USE);
    // Only the row as it was read is changed: who saves second is told, and nothing is overwritten.
    const { count } = await db.user.updateMany({
      where: { accountId: account.id, id: userId, version },
      data: { ...wanted, ...(given.smsNumber !== undefined && { smsNumber: given.smsNumber || null }), ...(given.username === "" && { username: null }), ...(newRole && { role: newRole.role, customRoleId: newRole.customRoleId }), version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    if (count === 0) throw conflict(`${before.modifiedBy || "Somebody"} changed this user meanwhile. Reload the page to see the change; what you typed has not been saved.`);
    if (newRole) await keepOneAdmin(db, account, before);
    if (given.email !== undefined && given.email !== before.email) await redirectMail(db, account.id, userId, given.email);
    if (await followPeople(db, account.id, [{ userId, before, after: { ...before, ...wanted } }])) await enqueue("provisioning.reconcile", { accountId: account.id });
    await emit({ action: "Edit", asset: { kind: "user", id: userId, name: before.name }, changes });
    await tellOfUserChange(context, before, changes);
    await publish(db, { channel: "account", accountId: account.id, topic: "users" });
    return readUser(db, account.id, userId);
  },
});

/** What another system delivers is changed there: here it would be overwritten at the next sync (USER-44, USER-45, OP1-28). */
function checkSource(origin: string, { integrations }: AccountInView, changes: PropertyChange[]): void {
  const { name, fields } = currentSource(origin, integrations);
  const locked = fields.find((field) => changes.some((change) => change.property === field));
  if (locked) throw invalid(`This comes from ${name} and can only be changed there.`, locked);
}

async function changeRole(db: Db, actor: Person, account: AccountInView, before: UserView, value: string): Promise<GivenRole> {
  if (!may(actor, "roles", "assign")) throw forbidden("Your role does not allow changing roles.");
  // Nobody may remove their own administrative rights (OP1-29), or widen them.
  if (actor.userId === before.id) throw forbidden("You can not change your own role.");
  await lockAdmins(db, account.id);
  await checkReach(db, actor, account.id, before.id);
  return roleToGive(db, actor, account, value);
}

/** The telephony systems know a person by one name, so no two users have the same, in whatever case (USER-47). */
async function checkUsername(db: Db, accountId: string, userId: string, username: string): Promise<void> {
  const [user] = await db.$queryRaw<{ allowed: boolean; taken: boolean }[]>`
    select ${HAS_MIVB_SERVICE} as allowed,
           exists (select from users o where o.account_id = u.account_id and o.id <> u.id and ${username} <> '' and lower(${username}) in (lower(o.username), lower(o.login_id))) as taken
      from users u where u.account_id = ${accountId}::uuid and u.id = ${userId}::uuid`;
  if (!user?.allowed) throw invalid("Add MiVoice Business Service to the user first.", "username");
  if (user.taken) throw conflict(ALREADY_IN_USE, "username");
}

/** Who may less does not decide over who may more: with another address the password of an administrator could be reset by somebody else. */
async function checkReach(db: Db, actor: Person, accountId: string, userId: string): Promise<void> {
  const user = await db.user.findUniqueOrThrow({ where: { accountId_id: { accountId, id: userId } }, select: { role: true, accountManager: true, customRole: { select: { role: { select: { name: true, grants: true } } } } } });
  const role = user.role as Role;
  const custom = user.customRole?.role;
  const mayMore = notHeldBy(actor, grantsOf(role, custom?.grants ?? null)).length > 0 || (isUnrestricted({ role, customRole: custom?.name ?? "", accountManager: user.accountManager }) && !isUnrestricted(actor));
  const seesMore = role === "partner" && actor.accountManager && !user.accountManager;
  if (mayMore || seesMore) throw forbidden("This user may do more than you, so you can not change their role or their address.");
}

/** The last administrator with all rights keeps them. */
async function keepOneAdmin(db: Db, account: AccountInView, before: UserView): Promise<void> {
  const role = account.kind === "partner" ? "partner" : "account_admin";
  if (before.role !== role || before.customRoleId !== null) return;
  const admins = await db.user.count({ where: { accountId: account.id, role, customRoleId: null, accountManager: false, disabledAt: null } });
  if (admins === 0) throw invalid(`An account keeps at least one ${ROLE_LABELS[role]} with all permissions.`, "role");
}
