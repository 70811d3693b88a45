import type { Notification } from "#lib/db/generated/client.ts";
import type { NotificationView } from "./schemas.ts";

/** A notification as the bell shows it. */
export function toNotificationView({ id, status, title, body, link, details, createdAt }: Pick<Notification, "id" | "status" | "title" | "body" | "link" | "details" | "createdAt">): NotificationView {
  return { id, status: status as NotificationView["status"], title, body, link, details: details as NotificationView["details"], createdAt: createdAt.toISOString() };
}
