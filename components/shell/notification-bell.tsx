"use client";

import Bell from "lucide-react/icons/bell";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { SkeletonText } from "#components/ui/skeleton.tsx";
import { useLatePart } from "#components/ui/use-late-part.ts";
import { pendingCount } from "./notification-list.ts";
import { useNotifications } from "./use-notifications.ts";

const BADGE_UP_TO = 99;

/** The bell with the number of pending notifications, and the list of the latest behind it. */
export function NotificationBell() {
  const t = useTranslations("shell.notifications");
  const notifications = useNotifications();
  const [open, setOpen] = useState(false);
  const { part: Panel, load } = useLatePart(() => import("./notification-panel.tsx").then((module) => module.NotificationPanel));
  const pending = pendingCount(notifications.list);
  return (
    <span className="relative">
      <Popover
        title={t("title")}
        titleHidden
        open={open}
        onOpenChange={(next) => {
          if (next) load();
          setOpen(next);
        }}
        className="w-96"
        trigger={<IconButton label={t("open", { count: pending })} icon={<Bell aria-hidden className="size-4.5" />} />}
      >
        {Panel ? <Panel notifications={notifications} onLeave={() => setOpen(false)} /> : <SkeletonText />}
      </Popover>
      {pending > 0 && (
        <span
          aria-hidden
          className={classNames(
            "pointer-events-none absolute -end-0.5 -top-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-bad px-1",
            "text-[0.625rem] leading-none font-bold text-accent-fg",
          )}
        >
          {pending > BADGE_UP_TO ? t("badgeOver", { count: BADGE_UP_TO }) : t("badge", { count: pending })}
        </span>
      )}
      <span role="status" className="sr-only">
        {notifications.arrived && t("arrived", { title: notifications.arrived.title })}
      </span>
    </span>
  );
}
