/** Pages of the history as one list: every event once, in order, whatever happens meanwhile. */
import { expect, test } from "vitest";
import { appended, atTop, startOf } from "#components/events/event-pages.ts";
import type { EventPage, EventView } from "#lib/events/schemas.ts";

const page = (ids: number[], next: string | null): EventPage => ({ items: ids.map((id) => ({ id: String(id) }) as EventView), total: 9, totalIsExact: true, next, previous: null });
const ids = (loaded: { items: readonly EventView[] }) => loaded.items.map(({ id }) => Number(id));

test("EVENT-07 a page that was asked for comes behind the last one, and the next is asked for by its key", () => {
  const first = startOf(page([9, 8, 7], "seven"), null);
  const second = appended(first, "seven", page([6, 5], null));
  expect(ids(second)).toEqual([9, 8, 7, 6, 5]);
  expect(second.next).toBeNull();
  expect([second.keys.get("9"), second.keys.get("5")]).toEqual([null, "seven"]);
});

test("what has happened since comes in front, once", () => {
  const first = appended(startOf(page([9, 8, 7], "seven"), null), "seven", page([6], "six"));
  const later = atTop(first, page([11, 10, 9], "nine"));
  expect(ids(later)).toEqual([11, 10, 9, 8, 7, 6]);
  expect(later.next).toBe("six");
  expect(atTop(later, page([11, 10, 9], "nine"))).toBe(later);
});

test("where more has happened than a page holds the list begins anew, without a gap", () => {
  const later = atTop(startOf(page([9, 8, 7], "seven"), null), page([20, 19, 18], "eighteen"));
  expect(ids(later)).toEqual([20, 19, 18]);
  expect(later.next).toBe("eighteen");
});

test("a list that failed to load is empty", () => {
  expect(startOf(null, null)).toMatchObject({ items: [], next: null });
});
