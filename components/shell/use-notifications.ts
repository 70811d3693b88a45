"use client";

import { useCallback, useEffect, useReducer, useState } from "react";
import { request } from "#components/api/request.ts";
import type { Result } from "#components/api/request.ts";
import type { NotificationView } from "#lib/notifications/schemas.ts";
import { listenWhileVisible } from "./live-stream.ts";
import { changeNotifications } from "./notification-list.ts";
import type { NotificationList } from "./notification-list.ts";

const STREAM = "/api/v1/me/stream";

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

  const reload = useCallback(async () => {
    setFailed(false);
    const result = await request<Loaded>("GET", "/me/notifications");
    if (result.ok) act({ type: "loaded", items: result.data.items, total: result.data.total });
    else setFailed(true);
  }, []);

  useEffect(
    () =>
      listenWhileVisible(STREAM, {
        onOpen: () => void reload(),
        // Without the stream the list is still worth having.
        onBreak: () => void reload(),
        events: {
          notification: (data) => {
            const item: NotificationView = JSON.parse(data);
            act({ type: "arrived", item });
            setArrived(item);
          },
        },
      }),
    [reload],
  );

  const remove = async (id: string) => {
    const result = await request("DELETE", `/me/notifications/${id}`);
    if (result.ok) act({ type: "deleted", id });
    return result;
  };
  return { list, failed, arrived, reload: () => void reload(), dismissAll: () => act({ type: "dismissedAll" }), remove };
}
