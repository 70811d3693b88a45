import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { allocateNumbers } from "#lib/provisioning/numbers.ts";
import type { NumberHolder, NumberRequest } from "#lib/provisioning/numbers.ts";

const RANGES = [{ from: "2200", to: "2204" }];

function asking(id: string, number?: string): NumberRequest {
  return { id, loginId: id, name: id.toUpperCase(), number };
}

function heldBy(holders: Record<string, NumberHolder | string>): Map<string, NumberHolder> {
  return new Map(Object.entries(holders).map(([number, holder]) => [number, typeof holder === "string" ? { usedBy: holder, loginId: null } : holder]));
}

describe("allocating numbers", () => {
  test("gives the lowest free ones in the order of the requests", () => {
    const answers = allocateNumbers([asking("b"), asking("a")], RANGES, heldBy({ "2200": "trunk" }));
    expect([...answers]).toEqual([["b", { number: "2201" }], ["a", { number: "2202" }]]);
  });

  test("starts at the number it is told to", () => {
    const answers = allocateNumbers([asking("a"), asking("b"), asking("c")], RANGES, new Map(), "2203");
    expect([...answers.values()]).toEqual([
      { number: "2203" },
      { number: "2204" },
      { problem: { code: "no_free_number", ranges: RANGES, from: "2203" } },
    ]);
  });

  test("a number that is taken is refused with its holder and the next free one, which nobody else gets", () => {
    const taken = heldBy({ "2202": "hunt group “Reception”" });
    const answers = allocateNumbers([asking("a", "2202"), asking("b"), asking("c", "2202"), asking("d", "2200")], RANGES, taken);
    expect(Object.fromEntries(answers)).toEqual({
      a: { problem: { code: "number_taken", number: "2202", usedBy: "hunt group “Reception”", nextFree: "2203" } },
      b: { number: "2201" },
      c: { problem: { code: "number_taken", number: "2202", usedBy: "hunt group “Reception”", nextFree: "2204" } },
      d: { number: "2200" },
    });
  });

  test("of two who ask for the same number the first gets it", () => {
    const answers = allocateNumbers([asking("a", "2204"), asking("b", "2204")], RANGES, new Map());
    expect(answers.get("a")).toEqual({ number: "2204" });
    expect(answers.get("b")).toEqual({ problem: { code: "number_taken", number: "2204", usedBy: "A", nextFree: "2200" } });
  });

  test("a number outside the ranges is refused, unless the same user has it already", () => {
    const taken = heldBy({ "7000": { usedBy: "phone service of old", loginId: "old" } });
    const answers = allocateNumbers([asking("new", "7001"), asking("old", "7000")], RANGES, taken);
    expect(answers.get("new")).toEqual({ problem: { code: "number_outside_ranges", number: "7001", ranges: RANGES, nextFree: "2200" } });
    expect(answers.get("old")).toEqual({ number: "7000" });
  });

  test("leading zeros and ranges of different lengths are kept apart", () => {
    const ranges = [{ from: "0098", to: "0099" }, { from: "100", to: "100" }, { from: "0099", to: "0100" }];
    const answers = allocateNumbers(["a", "b", "c", "d"].map((id) => asking(id)), ranges, new Map());
    expect([...answers.values()]).toEqual(["100", "0098", "0099", "0100"].map((number) => ({ number })));
  });

  test("a range that is none gives nothing", () => {
    const answers = allocateNumbers([asking("a")], [{ from: "99", to: "100" }, { from: "20", to: "10" }, { from: "1*", to: "2*" }], new Map());
    expect(answers.get("a")).toEqual({ problem: { code: "no_free_number", ranges: [], from: null } });
  });

  const digits = fc.integer({ min: 2190, max: 2230 }).map(String);
  const ranges = fc.array(fc.tuple(digits, digits).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a })), { maxLength: 3 });
  const requests = fc.array(fc.option(digits, { nil: undefined }), { maxLength: 40 }).map((numbers) => numbers.map((number, at) => asking(`u${at}`, number)));
  const taken = fc.array(digits, { maxLength: 30 }).map((numbers) => heldBy(Object.fromEntries(numbers.map((number) => [number, "somebody"]))));

  test("no number is given or suggested twice, nor is one that is taken or outside the ranges; none is refused while one is free", () => {
    fc.assert(
      fc.property(requests, ranges, taken, (asked, plan, holders) => {
        const answers = [...allocateNumbers(asked, plan, holders).values()];
        expect(answers).toHaveLength(asked.length);
        const offered = answers.flatMap((answer) =>
          "number" in answer ? answer.number : "nextFree" in answer.problem && answer.problem.nextFree !== null ? answer.problem.nextFree : [],
        );
        expect(new Set(offered).size).toBe(offered.length);
        for (const number of offered) {
          expect(holders.has(number)).toBe(false);
          expect(plan.some(({ from, to }) => from <= number && number <= to)).toBe(true);
        }
        const all = Array.from({ length: 41 }, (_, at) => String(2190 + at));
        const free = all.filter((number) => !holders.has(number) && plan.some(({ from, to }) => from <= number && number <= to));
        const refused = answers.some((answer) => "problem" in answer && (answer.problem.code === "no_free_number" || answer.problem.nextFree === null));
        if (refused) expect(free.filter((number) => !offered.includes(number))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test("10,000 users get numbers from a plan whose first half million are taken", () => {
    const holders = heldBy({});
    for (let number = 1_000_000; number < 1_500_000; number += 1) holders.set(String(number), { usedBy: "somebody", loginId: null });
    const asked = Array.from({ length: 10_000 }, (_, at) => asking(`u${at}`, at % 2 === 0 ? undefined : "1000000"));
    const answers = allocateNumbers(asked, [{ from: "1000000", to: "1999999" }], holders);
    expect(answers.get("u0")).toEqual({ number: "1500000" });
    expect(answers.get("u9998")).toEqual({ number: "1504999" });
    expect(answers.get("u9999")).toEqual({ problem: { code: "number_taken", number: "1000000", usedBy: "somebody", nextFree: "1509999" } });
  });
});
