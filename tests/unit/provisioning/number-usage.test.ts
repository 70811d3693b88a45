import { expect, test } from "vitest";
import { usageOf } from "#lib/provisioning/number-usage.ts";

const RANGES = [{ from: "2000", to: "2009" }, { from: "300", to: "301" }];

test("of each range it tells size, use and the next free number; what no range holds is counted apart", () => {
  expect(usageOf(RANGES, new Set(["2000", "2001", "2005", "300", "301", "999"]), "", 3)).toEqual({
    ranges: [
      { from: "300", to: "301", size: 2, used: 2, nextFree: null },
      { from: "2000", to: "2009", size: 10, used: 3, nextFree: "2002" },
    ],
    outside: 1,
    free: ["2002", "2003", "2004"],
  });
});

test("free numbers are found by a part of them, and a plan without end does not take for ever", () => {
  expect(usageOf(RANGES, new Set(["2007"]), "07", 5).free).toEqual([]);
  expect(usageOf(RANGES, new Set(), "07", 5).free).toEqual(["2007"]);
  expect(usageOf([{ from: "100000000000", to: "999999999999" }], new Set(), "x", 5)).toMatchObject({ free: [], ranges: [{ size: 900_000_000_000 }] });
});
