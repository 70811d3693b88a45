import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { operation } from "#lib/operations/operation.ts";
import { areOf, readNotifications } from "./read-notifications.ts";
import { NotificationList } from "./schemas.ts";

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
    const [items, [{ total }]] = await Promise.all([
      readNotifications(db, actor, Prisma.sql`true`, SHOWN),
      db.$queryRaw<[{ total: number }]>`select count(*)::int as total from notifications n where ${areOf(actor)}`,
    ]);
    return { items, total };
  },
});

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
