"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { Time } from "#components/ui/time.tsx";
import type { NotificationView } from "#lib/notifications/schemas.ts";

/** All that is known of a notification that has no page of its own. */
export function NotificationDetails({ item, onClose }: { item: NotificationView | null; onClose: () => void }) {
  const t = useTranslations("shell.notifications");
  const details = Object.entries(item?.details ?? {});
  return (
    <Dialog
      open={item !== null}
      onOpenChange={(open) => !open && onClose()}
      title={item?.title}
      description={item && <Time value={item.createdAt} show="exact" />}
    >
      {item?.body && <p>{item.body}</p>}
      {details.length > 0 && (
        <dl aria-label={t("details")} className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
          {details.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-fg-3">{name}</dt>
              <dd className="min-w-0 font-mono text-xs break-words whitespace-pre-wrap">
                {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Dialog>
  );
}
