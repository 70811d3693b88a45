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

/** Makes the `notify` of one transaction. Somebody who is no longer there is told nothing. An open page of the person gets it when the transaction commits. */
export function notificationWriter(db: Db, now: Date): Notify {
  return async ({ to, status, title, body = "", link = "", details = {} }) => {
    const view: NotificationView = { id: newId(), status, title, body, link, details, createdAt: now.toISOString() };
    // Who began something long may have been deleted before its end, which must not fail for want of somebody to tell.
    const told = await db.$executeRaw`
      insert into notifications (account_id, user_id, id, status, title, body, link, details, created_at)
      select account_id, id, ${view.id}::uuid, ${status}, ${title}, ${body}, ${link}, ${JSON.stringify(details)}::jsonb, ${now}
        from users where account_id = ${to.accountId}::uuid and id = ${to.userId}::uuid for key share`;
    if (told > 0) await publish(db, { channel: "person", accountId: to.accountId, userId: to.userId, notificationId: view.id });
  };
}
