import { expect, test } from "vitest";
import { chartLines, topOf } from "#components/licenses/chart-lines.ts";

const BOX = { width: 110, height: 132, left: 10, bottom: 24 };
const on = (day: string, assigned: number, entitled: number) => ({ day, product: "mitel_one" as const, plan: "premier", assigned, entitled });

test("the picture ends at a round number with room for the most", () => {
  expect([0, 3, 4, 5, 11, 20, 24, 99, 100, 101, 240].map(topOf)).toEqual([4, 4, 4, 5, 20, 20, 25, 100, 100, 200, 250]);
});

test("each day stands at its place in time, so that a day that was missed leaves a gap", () => {
  const { assigned, entitled } = chartLines([on("2026-01-01", 0, 4), on("2026-01-02", 2, 4), on("2026-01-05", 4, 4)], BOX);
  expect(assigned).toBe("M10 108L35 58L110 8");
  expect(entitled).toBe("M10 8L35 8L110 8");
});

test("a single day is a line across", () => {
  expect(chartLines([on("2026-01-01", 2, 4)], BOX)).toMatchObject({ assigned: "M10 58L110 58", ticks: [{ value: 0, y: 108 }, { value: 2, y: 58 }, { value: 4, y: 8 }] });
});
