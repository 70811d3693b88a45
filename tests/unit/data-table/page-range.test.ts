import { expect, test } from "vitest";
import { pageRange } from "#components/data-table/page-range.ts";

const page = (shown: number, total: number, { exact = true, next = "n" as string | null, previous = "p" as string | null } = {}) => ({
  items: Array.from({ length: shown }), total, totalIsExact: exact, next, previous,
});

test("pains 18: the first, a middle and the last page say how many of how many", () => {
  expect(pageRange(page(50, 1248, { previous: null }), 1, 50)).toMatchObject({ from: 1, to: 50, total: 1248 });
  expect(pageRange(page(50, 1248), 3, 50)).toMatchObject({ from: 101, to: 150 });
  expect(pageRange(page(48, 1248, { next: null }), 25, 50)).toMatchObject({ from: 1201, to: 1248 });
});

test("where the answer knows that a page is the first or the last, the claimed page number does not count", () => {
  expect(pageRange(page(50, 1248, { previous: null }), 7, 50)).toMatchObject({ from: 1, to: 50 });
  expect(pageRange(page(10, 1210, { next: null }), 99, 50)).toMatchObject({ from: 1201, to: 1210 });
});

test("no rows are no range, and a capped total is never less than what is on screen", () => {
  expect(pageRange(page(0, 0, { next: null, previous: null }), 1, 50)).toMatchObject({ from: 0, to: 0, total: 0 });
  expect(pageRange(page(50, 1000, { exact: false }), 22, 50)).toMatchObject({ from: 1051, to: 1100, total: 1100, totalIsExact: false });
});
