import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plan } from "#lib/provisioning/plan.ts";
import { rollbackOf } from "#lib/provisioning/rollback.ts";
import { found, wished } from "./arbitraries.ts";
import { NOTHING, applied, contents, stateOf } from "./peer-model.ts";

describe("a plan", () => {
  test("turns what is found into what is wanted, in an order that every peer accepts", () => {
    fc.assert(
      fc.property(wished, found, (desired, actual) => {
        expect(contents(applied(stateOf(actual), plan(desired, actual)))).toEqual(contents(stateOf(desired)));
      }),
      { numRuns: 2000 },
    );
  });

  test("is empty once it has been applied", () => {
    fc.assert(
      fc.property(wished, found, (desired, actual) => {
        const after = contents(applied(stateOf(actual), plan(desired, actual)));
        expect(plan(desired, after)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test("is taken back from any point, to what was there before, without knowing which steps were done", () => {
    fc.assert(
      fc.property(wished, found, fc.nat(), (desired, actual, point) => {
        const steps = plan(desired, actual);
        const half = applied(stateOf(actual), steps.slice(0, point % (steps.length + 1)));
        const rollback = rollbackOf(steps, contents(half));
        expect(contents(applied(half, rollback))).toEqual(contents(stateOf(actual)));
      }),
      { numRuns: 2000 },
    );
  });

  test("is taken back from any point by the steps that were done", () => {
    fc.assert(
      fc.property(wished, found, fc.nat(), (desired, actual, point) => {
        const steps = plan(desired, actual);
        const done = steps.slice(0, point % (steps.length + 1));
        const half = applied(stateOf(actual), done);
        expect(contents(applied(half, rollbackOf(done, contents(half))))).toEqual(contents(stateOf(actual)));
      }),
      { numRuns: 2000 },
    );
  });

  test("for nothing takes everything away, and for a new user only creates", () => {
    fc.assert(
      fc.property(wished, (desired) => {
        expect(applied(stateOf(desired), plan([], desired))).toEqual(NOTHING);
        expect(new Set(plan(desired, []).map(({ action }) => action))).toEqual(new Set(["create"]));
      }),
      { numRuns: 500 },
    );
  });
});
