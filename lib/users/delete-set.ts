import type { UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import type { Emit, EventToWrite } from "#lib/events/emit.ts";
import { freeLicenses } from "#lib/licenses/free-licenses.ts";
import { publish } from "#lib/live/publish.ts";
import type { SetAct } from "./bulk-act.ts";
import { countUsers } from "./count-users.ts";
import { lockAdmins } from "./lock-admins.ts";
import { sourceOf } from "./source.ts";

type LockedUser = { id: string; name: string; email: string; origin: string; is_full_admin: boolean; is_busy: boolean; has_services: boolean; sms_number: string | null };

/** What deleting needs, whoever asks for it. */
export type Deleting = { db: Db; emit: Emit; accountId: string; actor: { userId: string; accountId: string; name: string }; now: Date };

/**
 * Deletes a set of users. Who still has services on a phone system stays and is named, so that nothing is left behind there
 * (pains 24): a plan removes the services first. Who comes from another system loses only the account here (USER-86, USER-88).
 */
export const deleteSet: SetAct = (context, userIds) => deleteUsersOf(context, userIds, { atSource: false });

/**
 * Deletes users as `deleteSet` does.
 * @param atSource their source itself has deleted them: they go altogether, and where services keep somebody, the account goes at least (SCIMAPI-20)
 */
export async function deleteUsersOf({ db, emit, accountId, actor, now }: Deleting, userIds: string[], { atSource }: { atSource: boolean }): Promise<UserOutcome[]> {
  await lockAdmins(db, accountId);
  const users = await lockUsers(db, accountId, userIds);
  const lastAdmin = actor.accountId === accountId ? await lastFullAdmin(db, accountId, users) : undefined;
  const reasons = new Map(users.map((user) => [user.id, reasonToStay(user, actor.userId, atSource) ?? (user === lastAdmin ? LAST_ADMIN : null)]));
  const free = users.filter((user) => reasons.get(user.id) === null);
  const isGone = (user: LockedUser) => (atSource ? !user.has_services && !user.is_busy : sourceOf(user.origin).deleting === "user");
  const gone = free.filter(isGone);
  const kept = free.filter((user) => !isGone(user));
  await freeLicenses(db, accountId, free.map((user) => user.id));
  await db.user.deleteMany({ where: { accountId, id: { in: gone.map((user) => user.id) } } });
  await countUsers(db, accountId, -gone.length);
  await removePortalAccounts(db, accountId, kept, now, actor.name);
  await publish(db, ...free.map(({ id: userId }) => ({ channel: "access" as const, accountId, userId })));
  await emit([...gone.map((user) => deletion(user, {})), ...kept.map((user) => deletion(user, { kept: atSource ? "The user stays listed until the services on the phone systems are removed." : `The user stays in ${sourceOf(user.origin).name}.` }))]);
  return users.map(({ id, name, email }) => {
    const reason = reasons.get(id) ?? "";
    return { userId: id, name, email, outcome: reason === "" ? "done" : "left_out", reason };
  });
}

const LAST_ADMIN = "The last Account Admin with all permissions. Your partner can delete this user.";

/** Of the administrators with all rights, who are not inactive, one stays, unless the partner deletes them: the partner can make another one. */
async function lastFullAdmin(db: Db, accountId: string, users: LockedUser[]): Promise<LockedUser | undefined> {
  const admins = users.filter((user) => user.is_full_admin);
  if (admins.length === 0) return undefined;
  const others = await db.user.count({ where: { accountId, role: "account_admin", customRoleId: null, disabledAt: null, id: { notIn: admins.map(({ id }) => id) } } });
  return others === 0 ? admins[0] : undefined;
}

/** Locked first and looked at afterwards: a service that is being added meanwhile waits at the user, and finds none. */
async function lockUsers(db: Db, accountId: string, userIds: string[]): Promise<LockedUser[]> {
  await db.$executeRaw`select 1 from users where account_id = ${accountId}::uuid and id = any(${userIds}::uuid[]) order by id for update`;
  return db.$queryRaw<LockedUser[]>`
    select u.id::text, u.name, u.email, u.sms_number, u.role = 'account_admin' and u.custom_role_id is null and u.disabled_at is null as is_full_admin,
           case when u.origin = 'scim' and not exists (select from integrations i where i.account_id = u.account_id and i.key = 'azure_ad_sync') then 'portal' else u.origin end as origin,
           exists (select 1 from services s where s.account_id = u.account_id and s.user_id = u.id) as has_services,
           exists (select 1 from provisioning_runs p where p.account_id = u.account_id and p.user_id = u.id and p.status in ('queued', 'running', 'waiting')) as is_busy
      from users u
     where u.account_id = ${accountId}::uuid and u.id = any(${userIds}::uuid[])
     order by u.name_key, u.id`;
}

function reasonToStay(user: LockedUser, actorId: string, atSource: boolean): string | null {
  if (user.id === actorId) return "You can not delete yourself.";
  const { deleting, name } = sourceOf(user.origin);
  if (deleting === "refused") return `Users from ${name} can not be deleted here.`;
  if (atSource) return null;
  if (user.is_busy) return "A run is working on the user right now. Wait for its end.";
  if (user.has_services) return "Still has services on a phone system. Remove the services first.";
  return null;
}

/** Takes everything away that lets a user in; the user stays in the list, unregistered and inactive (OP1-35). */
async function removePortalAccounts(db: Db, accountId: string, users: LockedUser[], now: Date, by: string): Promise<void> {
  if (users.length === 0) return;
  const ids = users.map((user) => user.id);
  const belongings = { where: { accountId, userId: { in: ids } } };
  await db.credential.deleteMany(belongings);
  await db.session.deleteMany(belongings);
  await db.apiKey.deleteMany(belongings);
  await db.oneTimeLink.deleteMany(belongings);
  // The numbers are free for others (CONFLICT-08).
  await db.scimUser.deleteMany(belongings);
  await db.user.updateMany({
    where: { accountId, id: { in: ids } },
    data: { registeredAt: null, disabledAt: now, mobileNumber: "", role: "user", customRoleId: null, serviceRoleId: null, smsNumber: null, version: { increment: 1 }, modifiedAt: now, modifiedBy: by },
  });
}

function deletion({ id, name, email, sms_number: number }: LockedUser, details: Record<string, unknown>): EventToWrite {
  return { action: "Delete", asset: { kind: "user", id, name }, changes: [{ property: "email", before: email, after: null }, ...(number === null ? [] : [{ property: "smsNumber", before: number, after: null }])], details };
}
