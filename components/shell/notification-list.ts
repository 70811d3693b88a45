/** What the bell holds and how each act changes it (NOTIF-03 to NOTIF-08). Pure. */
import type { NotificationView } from "#lib/notifications/schemas.ts";

export type NotificationList = {
  /** The latest, newest first. */
  items: readonly NotificationView[];
  /** All there are; more than the items where the list was cut. */
  total: number;
  /** "Dismiss All" was pressed: nothing is shown until a refresh or a new notification (NOTIF-07). */
  dismissed: boolean;
};

export type NotificationAct =
  | { type: "loaded"; items: readonly NotificationView[]; total: number }
  | { type: "arrived"; item: NotificationView }
  | { type: "dismissedAll" }
  | { type: "deleted"; id: string };

/** A list is null until it has been loaded once; what arrives before that is part of what will be loaded. */
export function changeNotifications(list: NotificationList | null, act: NotificationAct): NotificationList | null {
  if (act.type === "loaded") {
    // Loaded again after a break in the connection: what was dismissed stays so, unless there is something new.
    const dismissed = list !== null && list.dismissed && act.items.every(({ id }) => list.items.some((item) => item.id === id));
    return { items: act.items, total: act.total, dismissed };
  }
  if (list === null) return null;
  switch (act.type) {
    case "arrived": {
      const others = list.items.filter(({ id }) => id !== act.item.id);
      const isNew = others.length === list.items.length;
      return { items: [act.item, ...others], total: list.total + (isNew ? 1 : 0), dismissed: false };
    }
    case "dismissedAll":
      return { ...list, dismissed: true };
    case "deleted": {
      const items = list.items.filter(({ id }) => id !== act.id);
      return { ...list, items, total: list.total - (list.items.length - items.length) };
    }
  }
}

/** The figure on the bell: what is pending in the present view; 0 shows no badge. */
export function pendingCount(list: NotificationList | null): number {
  return list === null || list.dismissed ? 0 : list.total;
}
