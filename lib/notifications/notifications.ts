import { z } from "zod";
import { customersOf } from "#lib/accounts/customers-of.ts";
import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Person } from "#lib/operations/actor.ts";
import { operation } from "#lib/operations/operation.ts";
import { toNotificationView } from "./notification-view.ts";
import { NotificationList } from "./schemas.ts";
import type { NotificationView } from "./schemas.ts";

const SHOWN = 50;

/** The latest notifications of the person; "Dismiss All" of the page does not reach here (NOTIF-04, NOTIF-07). */
export const findNotifications = operation({
  name: "me.find-notifications",
  summary: "Your latest notifications",
  permission: [],
  scope: "self",
  kind: "read",
  input: z.object({}),
  output: NotificationList,
  http: { method: "GET", path: "/me/notifications" },
  async run({ actor, db }) {
    const where = seenBy(actor);
    const [rows, [{ total }]] = await Promise.all([
      db.$queryRaw<NotificationRow[]>`select ${COLUMNS} from notifications n where ${where} order by n.created_at desc, n.id desc limit ${SHOWN}`,
      db.$queryRaw<[{ total: number }]>`select count(*)::int as total from notifications n where ${where}`,
    ]);
    return { items: rows.map(toNotificationView), total };
  },
});

type NotificationRow = Parameters<typeof toNotificationView>[0];

const COLUMNS = Prisma.sql`n.id::text, n.status, n.title, n.body, n.link, n.details, n.created_at as "createdAt"`;

/** One notification of a person, for the page that they have open; undefined when it is not theirs to see. */
export async function readNotification(db: Db, person: Person, id: string): Promise<NotificationView | undefined> {
  const [row] = await db.$queryRaw<NotificationRow[]>`select ${COLUMNS} from notifications n where ${seenBy(person)} and n.id = ${id}::uuid`;
  return row && toNotificationView(row);
}

/** What a person was told, as a condition on the notifications, called "n". */
function seenBy(person: Person): Prisma.Sql {
  return Prisma.sql`n.account_id = ${person.accountId}::uuid and n.user_id = ${person.userId}::uuid and ${isOfSeenAccount(person)}`;
}

/** What an account manager was told of an account that is not assigned to them any more does not exist for them. */
function isOfSeenAccount(actor: Person): Prisma.Sql {
  if (!actor.accountManager) return Prisma.sql`true`;
  return Prisma.sql`(n.link !~ '^/accounts/[0-9a-f-]{36}' or exists (
    select from accounts a where a.id = substring(n.link from 11 for 36)::uuid and (a.id = ${actor.accountId}::uuid or ${customersOf(actor)})))`;
}

/** Removes one notification for good (NOTIF-08). */
export const deleteNotification = operation({
  name: "me.delete-notification",
  summary: "Delete one of your notifications",
  permission: [],
  scope: "self",
  kind: "write",
  unrecorded: "A person's own bell changes nothing for anybody else; what it told of has its own event.",
  input: z.object({ notificationId: z.uuid() }),
  output: z.object({}),
  http: { method: "DELETE", path: "/me/notifications/{notificationId}" },
  async run({ actor, db }, { notificationId }) {
    await db.notification.deleteMany({ where: { accountId: actor.accountId, userId: actor.userId, id: notificationId } });
    return {};
  },
});
