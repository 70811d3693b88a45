import { describe, expect, test } from "vitest";
import { isTicked, NO_TICKS, selectionOf, tick, tickedCount, tickedOnPage } from "#components/data-table/selection.ts";
import type { TickAct } from "#components/data-table/selection.ts";

const after = (...acts: TickAct[]) => acts.reduce(tick, NO_TICKS);
const page1 = ["a", "b", "c", "d"];
const page2 = ["e", "f", "g", "h"];

describe("ticking rows", () => {
  test("pains 20: ticks belong to rows, not to places, so the next page starts unticked and the first one is kept", () => {
    const ticks = after({ type: "row", id: "a", on: true }, { type: "row", id: "f", on: true });
    expect(page2.map((id) => isTicked(ticks, id))).toEqual([false, true, false, false]);
    expect(selectionOf(ticks, {}, 8)).toEqual({ mode: "some", ids: ["a", "f"] });
  });

  test("the header box ticks the rows of the page and no others", () => {
    const ticks = after({ type: "page", pageIds: page1, on: true });
    expect(tickedCount(ticks, 1248)).toBe(4);
    expect(tickedOnPage(ticks, page2)).toBe(0);
    expect(tickedCount(tick(ticks, { type: "page", pageIds: page1, on: false }), 1248)).toBe(0);
  });

  test("a range goes from the row ticked last to this one, in either direction", () => {
    const down = after({ type: "row", id: "b", on: true }, { type: "range", id: "d", on: true, pageIds: page1 });
    expect([...down.ids]).toEqual(["b", "c", "d"]);
    const up = after({ type: "row", id: "d", on: true }, { type: "range", id: "b", on: false, pageIds: page1 });
    expect(tickedCount(up, 4)).toBe(0);
  });

  test("a range does not reach back to another page: only the row itself is meant", () => {
    const ticks = after({ type: "row", id: "a", on: true }, { type: "range", id: "g", on: true, pageIds: page2 });
    expect([...ticks.ids]).toEqual(["a", "g"]);
  });
});

describe("all that match (pains 19)", () => {
  test("is the filter, not a list of the rows seen, and rows can be left out of it", () => {
    const ticks = after({ type: "page", pageIds: page1, on: true }, { type: "all" }, { type: "row", id: "f", on: false });
    expect(isTicked(ticks, "never-seen")).toBe(true);
    expect(tickedCount(ticks, 4312)).toBe(4311);
    expect(selectionOf(ticks, { property: "admins" }, 4312)).toEqual({ mode: "all", filter: { property: "admins" }, except: ["f"] });
  });

  test("unticking and ticking a page moves its rows in and out of the exceptions", () => {
    const without = after({ type: "all" }, { type: "page", pageIds: page1, on: false });
    expect(tickedCount(without, 10)).toBe(6);
    expect(tickedCount(tick(without, { type: "page", pageIds: page1, on: true }), 10)).toBe(10);
  });

  test("with every match left out, nothing is selected", () => {
    const ticks = after({ type: "all" }, { type: "page", pageIds: page1, on: false });
    expect(selectionOf(ticks, {}, 4)).toBeNull();
  });
});

test("clearing leaves nothing, and nothing is no selection", () => {
  expect(selectionOf(after({ type: "all" }, { type: "clear" }), {}, 9)).toBeNull();
});
