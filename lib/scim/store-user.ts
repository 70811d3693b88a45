/** Writing what a directory says of a user: the columns of the portal, and the whole as it was sent. */
import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { changesBetween } from "#lib/events/emit.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { publish } from "#lib/live/publish.ts";
import { followPeople } from "#lib/plans/follow-people.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { endSessionsOf } from "#lib/sessions/end-sessions.ts";
import { redirectMail } from "#lib/users/redirect-mail.ts";
import type { Attributes } from "./attributes.ts";
import { checkAttributes, numbersOf, portalUserOf } from "./portal-user.ts";
import type { PortalUser } from "./portal-user.ts";
import { lockDirectory, refuseTaken } from "./refuse-taken.ts";
import { currentAttributes, readDirectoryUser, toResource } from "./user-resource.ts";
import type { UserResource } from "./user-resource.ts";

type Context = OperationContext<"scim">;

/** Where a user was made by hand or by an import; what they have is the directory's once it sends them (USER-45). */
const ORIGINS_OF_THE_PORTAL = new Set(["portal", "import"]);

/** Keeps what the directory sent; the first time, it makes the user one of the directory. */
export async function keepAttributes(db: Db, place: { accountId: string; userId: string }, attributes: Attributes, now: Date): Promise<void> {
  const sent = { userNameKey: attributes.userName!.toLowerCase(), externalId: attributes.externalId ?? null, attributes: attributes as Prisma.InputJsonObject, numbers: numbersOf(attributes), modifiedAt: now };
  await db.scimUser.upsert({ where: { accountId_userId: place }, create: { ...place, ...sent, createdAt: now }, update: sent });
}

/** The changes of an event: each attribute with all its values. */
export function attributeChanges(before: Attributes, after: Attributes): PropertyChange[] {
  const names = Object.keys({ ...before, ...after });
  const filled = (attributes: Attributes) => Object.fromEntries(names.map((name) => [name, (attributes as Record<string, unknown>)[name] ?? null]));
  return changesBetween<Record<string, unknown>>(filled(before), filled(after));
}

/**
 * Changes a user of the account into what `change` makes of it: all of it, or nothing (SCIMAPI-11, SCIMAPI-13).
 * @throws ScimRefusal for what can not be taken, OperationError not_found
 */
export async function changeUser({ actor, account, db, emit, now }: Context, id: string, change: (before: Attributes) => Attributes): Promise<UserResource> {
  await lockDirectory(db, account.id);
  const user = await readDirectoryUser(db, account.id, id);
  const before = currentAttributes(user);
  const after = { active: true, ...change(before) };
  checkAttributes(after);
  const changes = attributeChanges(before, after);
  const place = { accountId: account.id, userId: user.id };
  const [sentBefore, sent] = [portalUserOf(before), portalUserOf(after)];
  // A mobile number that was typed here stays until the directory sends one (SCIMAPI-21).
  const wanted = { ...sent, mobileNumber: sent.mobileNumber || sentBefore.mobileNumber ? sent.mobileNumber : user.mobileNumber };
  const columns = changesBetween<Record<string, unknown>>(user, wanted);
  if (changes.length === 0 && columns.length === 0 && user.attributes) {
    await emit([]);
    return toResource(user, actor.address);
  }
  await refuseTaken(db, account.id, user.id, after);
  await db.user.update({
    where: { accountId_id: { accountId: account.id, id: user.id } },
    data: {
      ...wanted,
      ...(ORIGINS_OF_THE_PORTAL.has(user.origin) && { origin: "scim" }),
      ...(after.active !== user.active && { disabledAt: after.active ? null : now }),
      version: { increment: 1 },
      modifiedAt: now,
      modifiedBy: actor.name,
    },
  });
  await keepAttributes(db, place, after, now);
  if (wanted.email !== user.email) await redirectMail(db, account.id, user.id, wanted.email);
  // The scheduled look finds what differs then; one for each of the thousands that a directory may send would be too many.
  await followPeople(db, account.id, [{ userId: user.id, before: user, after: wanted }]);
  // Password and keys stay for the day the directory makes them active again (SCIMAPI-18).
  if (user.active && !after.active) await endSessionsOf(db, place);
  // What was changed here meanwhile is overwritten (USER-45), and that is said too.
  const overwritten = columns.filter(({ property }) => sentBefore[property as keyof PortalUser] === sent[property as keyof PortalUser]);
  await emit({ action: "Edit", asset: { kind: "user", id: user.id, name: wanted.name }, changes: [...changes, ...overwritten] });
  await publish(db, { channel: "account", accountId: account.id, topic: "users" });
  return toResource(await readDirectoryUser(db, account.id, user.id), actor.address);
}
