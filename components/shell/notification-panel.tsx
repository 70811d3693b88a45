"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { NotificationView } from "#lib/notifications/schemas.ts";
import { NotificationDetails } from "./notification-details.tsx";
import { DELETE, NotificationEntry } from "./notification-entry.tsx";
import type { Notifications } from "./use-notifications.ts";

/** `onLeave` is called when an entry is followed to the page it is about. */
type NotificationPanelProps = { notifications: Notifications; onLeave: () => void };

/** The latest activities with their status. "Dismiss All" empties the view only; the icon beside an entry deletes it for good. */
export function NotificationPanel({ notifications, onLeave }: NotificationPanelProps) {
  const t = useTranslations("shell.notifications");
  const { list, failed, reload, dismissAll, remove } = notifications;
  const [detailed, setDetailed] = useState<NotificationView | null>(null);
  const items = list === null || list.dismissed ? [] : list.items;

  const drop = async (id: string, entry: Element | null) => {
    // The next one is looked at next, so that several are deleted from the keyboard one after the other.
    const next = entry?.nextElementSibling ?? entry?.previousElementSibling;
    const result = await remove(id);
    toast(result.ok ? { title: t("deleted") } : { title: t("deleteFailed"), description: result.error.message, tone: "bad" });
    if (result.ok) next?.querySelector<HTMLElement>(`.${DELETE}`)?.focus();
  };
  return (
    <div className="-m-3">
      <div className="flex min-h-11 items-center justify-between gap-2 border-b border-line px-4">
        <p aria-hidden className="font-semibold">
          {t("title")}
        </p>
        {items.length > 0 && (
          <Button variant="ghost" size="sm" className="-me-2.5" onClick={dismissAll}>
            {t("dismissAll")}
          </Button>
        )}
      </div>
      {list === null && !failed && (
        <div aria-busy className="p-4">
          <SkeletonText />
        </div>
      )}
      {failed && (
        <div role="alert" className="flex items-center justify-between gap-3 px-4 py-3 text-bad">
          {t("failed")}
          <Button size="sm" onClick={reload}>
            {t("retry")}
          </Button>
        </div>
      )}
      {list !== null && items.length === 0 && <p className="px-4 py-6 text-center text-fg-3">{t(list.dismissed ? "dismissed" : "empty")}</p>}
      {items.length > 0 && (
        <ul className="max-h-[min(26rem,70dvh)] overflow-y-auto">
          {items.map((item) => (
            <NotificationEntry key={item.id} item={item} onDetails={() => setDetailed(item)} onDelete={(entry) => void drop(item.id, entry)} onFollow={onLeave} />
          ))}
        </ul>
      )}
      {list !== null && items.length > 0 && list.total > items.length && (
        <p className="border-t border-line px-4 py-2 text-xs text-fg-3">{t("shown", { shown: items.length, total: list.total })}</p>
      )}
      <NotificationDetails item={detailed} onClose={() => setDetailed(null)} />
    </div>
  );
}
