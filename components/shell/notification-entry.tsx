"use client";

import Check from "lucide-react/icons/check";
import LoaderCircle from "lucide-react/icons/loader-circle";
import Trash2 from "lucide-react/icons/trash-2";
import X from "lucide-react/icons/x";
import { useTranslations } from "next-intl";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Pill } from "#components/ui/pill.tsx";
import { Time } from "#components/ui/time.tsx";
import type { Tone } from "#components/ui/tones.ts";
import type { NotificationView } from "#lib/notifications/schemas.ts";

const LOOK: Record<NotificationView["status"], { tone: Tone; icon: ReactNode }> = {
  in_progress: { tone: "accent", icon: <LoaderCircle aria-hidden /> },
  completed: { tone: "good", icon: <Check aria-hidden /> },
  failed: { tone: "bad", icon: <X aria-hidden /> },
};

/** By which the buttons that delete are found again. */
export const DELETE = "delete-notification";

/** `onDelete` is given the element of the entry. */
type NotificationEntryProps = { item: NotificationView; onDetails: () => void; onDelete: (entry: Element | null) => void; onFollow: () => void };

/** One notification: what, how it stands, when, and the way to the whole of it (NOTIF-05). */
export function NotificationEntry({ item, onDetails, onDelete, onFollow }: NotificationEntryProps) {
  const t = useTranslations("shell.notifications");
  const { tone, icon } = LOOK[item.status];
  const hasMore = item.status === "failed" || Object.keys(item.details).length > 0;
  return (
    <li className="flex items-start gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{item.title}</p>
        {item.body && <p className="mt-0.5 line-clamp-3 text-fg-2">{item.body}</p>}
        <p className="mt-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-xs text-fg-3">
          <Pill tone={tone} icon={icon}>
            {t(`status.${item.status}`)}
          </Pill>
          <Time value={item.createdAt} />
          {item.link !== "" ? (
            <Link href={item.link} className="link" onClick={onFollow}>
              {t("seeDetails")}
            </Link>
          ) : (
            hasMore && (
              <button type="button" className="link" onClick={onDetails}>
                {t("seeDetails")}
              </button>
            )
          )}
        </p>
      </div>
      <IconButton size="sm" label={t("delete", { title: item.title })} icon={<Trash2 aria-hidden />} onClick={(event) => onDelete(event.currentTarget.closest("li"))} className={classNames(DELETE, "-me-1.5")} />
    </li>
  );
}
