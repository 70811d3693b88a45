"use client";

import { useReducer, useState } from "react";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { NotificationView } from "#lib/notifications/schemas.ts";
import { useLiveNews } from "./live.tsx";
import { changeNotifications } from "./notification-list.ts";
import type { NotificationList } from "./notification-list.ts";

type Loaded = { items: NotificationView[]; total: number };

export type Notifications = {
  /** Null until loaded. */
  list: NotificationList | null;
  failed: boolean;
  /** The one that arrived last while the page was open. */
  arrived: NotificationView | null;
  reload: () => void;
  dismissAll: () => void;
  remove: (id: string) => Promise<Result<unknown>>;
};

/** The notifications of the signed-in person, kept up to date by the server while the page is open. */
export function useNotifications(): Notifications {
  const [list, act] = useReducer(changeNotifications, null);
  const [failed, setFailed] = useState(false);
  const [arrived, setArrived] = useState<NotificationView | null>(null);

  const reload = async () => {
    const result = await request<Loaded>("GET", "/me/notifications");
    setFailed(!result.ok);
    if (result.ok) act({ type: "loaded", ...result.data });
  };
  useLiveNews((news) => {
    // Loaded with each connection, as what came during a break is in the list; without one the list is still worth having.
    if (news.type === "open" || news.type === "break") void reload();
    if (news.type !== "notification") return;
    act({ type: "arrived", item: news.item });
    setArrived(news.item);
  });

  const remove = async (id: string) => {
    const result = await request("DELETE", `/me/notifications/${id}`);
    if (result.ok) act({ type: "deleted", id });
    return result;
  };
  return { list, failed, arrived, reload: () => void reload(), dismissAll: () => act({ type: "dismissedAll" }), remove };
}
