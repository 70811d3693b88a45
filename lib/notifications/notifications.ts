import { z } from "zod";
import { operation } from "#lib/operations/operation.ts";
import { toNotificationView } from "./notification-view.ts";
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
    const where = { accountId: actor.accountId, userId: actor.userId };
    const [rows, total] = await Promise.all([db.notification.findMany({ where, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: SHOWN }), db.notification.count({ where })]);
    return { items: rows.map(toNotificationView), total };
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
