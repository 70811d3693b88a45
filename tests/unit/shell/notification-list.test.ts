import { expect, test } from "vitest";
import { changeNotifications, pendingCount } from "#components/shell/notification-list.ts";
import type { NotificationAct } from "#components/shell/notification-list.ts";
import type { NotificationView } from "#lib/notifications/schemas.ts";

const notification = (id: string, changed: Partial<NotificationView> = {}): NotificationView => ({
  id, status: "completed", title: `Title ${id}`, body: "", link: "", details: {}, createdAt: "2026-11-20T09:00:00.000Z", ...changed,
});
const loaded: NotificationAct = { type: "loaded", items: [notification("b"), notification("a")], total: 7 };
const after = (...acts: NotificationAct[]) => acts.reduce(changeNotifications, null);
const ids = (...acts: NotificationAct[]) => after(...acts)?.items.map(({ id }) => id);

test("dismissing all empties the view and the badge, and keeps every notification", () => {
  const list = after(loaded, { type: "dismissedAll" });
  expect(pendingCount(list)).toBe(0);
  expect(list).toMatchObject({ dismissed: true, total: 7 });
});

test("a page opened anew shows what was dismissed before; a connection made anew does not", () => {
  expect(pendingCount(after(loaded))).toBe(7);
  expect(pendingCount(after(loaded, { type: "dismissedAll" }, loaded))).toBe(0);
});

test("something new that came during a break brings the dismissed ones back", () => {
  const later: NotificationAct = { ...loaded, items: [notification("c"), ...loaded.items], total: 8 };
  expect(pendingCount(after(loaded, { type: "dismissedAll" }, later))).toBe(8);
});

test("the arrival of a new notification brings the dismissed ones back, with it in front", () => {
  const acts: NotificationAct[] = [loaded, { type: "dismissedAll" }, { type: "arrived", item: notification("c") }];
  expect(ids(...acts)).toEqual(["c", "b", "a"]);
  expect(pendingCount(after(...acts))).toBe(8);
});

test("news of a notification that is there takes its place and does not count twice", () => {
  const acts: NotificationAct[] = [loaded, { type: "arrived", item: notification("a", { status: "failed" }) }];
  expect(ids(...acts)).toEqual(["a", "b"]);
  expect(after(...acts)).toMatchObject({ total: 7, items: [{ status: "failed" }, {}] });
});

test("a deleted notification is gone from list and count; deleting it again changes nothing", () => {
  const acts: NotificationAct[] = [loaded, { type: "deleted", id: "b" }, { type: "deleted", id: "b" }];
  expect(ids(...acts)).toEqual(["a"]);
  expect(pendingCount(after(...acts))).toBe(6);
});

test("what arrives before the list was loaded waits for the list, which holds it", () => {
  expect(after({ type: "arrived", item: notification("c") })).toBeNull();
  expect(pendingCount(null)).toBe(0);
});
