import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { publish } from "#lib/live/publish.ts";
import type { NotificationView } from "./schemas.ts";

export type NotificationToWrite = {
  /** Whom to tell. */
  to: { accountId: string; userId: string };
  status: NotificationView["status"];
  title: string;
  body?: string;
  /** A path of the portal. */
  link?: string;
  details?: Record<string, unknown>;
};

/** Tells a person something in the bell, in the transaction of what it is about. */
export type Notify = (notification: NotificationToWrite) => Promise<void>;

/** Makes the `notify` of one transaction. An open page of the person gets it when the transaction commits. */
export function notificationWriter(db: Db, now: Date): Notify {
  return async ({ to, status, title, body = "", link = "", details = {} }) => {
    const view: NotificationView = { id: newId(), status, title, body, link, details, createdAt: now.toISOString() };
    await db.notification.createMany({
      data: { accountId: to.accountId, userId: to.userId, id: view.id, status, title, body, link, details: JSON.parse(JSON.stringify(details)), createdAt: now },
    });
    await publish(db, { channel: "person", accountId: to.accountId, userId: to.userId, notificationId: view.id });
  };
}
