import { z } from "zod";

export const NOTIFICATION_STATUSES = ["in_progress", "completed", "failed"] as const;

export const NotificationView = z.object({
  id: z.uuid(),
  status: z.enum(NOTIFICATION_STATUSES),
  title: z.string(),
  body: z.string(),
  /** Where "See details" leads inside the portal; empty when the body says all. */
  link: z.string(),
  details: z.record(z.string(), z.unknown()),
  createdAt: z.iso.datetime(),
});
export type NotificationView = z.infer<typeof NotificationView>;

export const NotificationList = z.object({ items: z.array(NotificationView), total: z.number().int() });
