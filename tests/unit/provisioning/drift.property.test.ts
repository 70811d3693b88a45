import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare } from "#lib/provisioning/drift.ts";
import type { Difference } from "#lib/provisioning/drift.ts";
import { adopted, repairSteps } from "#lib/provisioning/repair.ts";
import { identityOf } from "#lib/provisioning/resources.ts";
import { found, wished } from "./arbitraries.ts";
import { applied, contents, stateOf } from "./peer-model.ts";

function identities(differences: readonly Difference[]): string[] {
  return differences.map(identityOf);
}

describe("drift", () => {
  test("there is none between equal states, and some between others", () => {
    fc.assert(
      fc.property(wished, found, (desired, actual) => {
        expect(compare(desired, desired.toReversed())).toEqual([]);
        const equal = JSON.stringify(contents(stateOf(desired))) === JSON.stringify(contents(stateOf(actual)));
        expect(compare(desired, actual).length === 0).toBe(equal);
      }),
      { numRuns: 500 },
    );
  });

  test("repairing all of it gives what is wanted", () => {
    fc.assert(
      fc.property(wished, found, (desired, actual) => {
        const after = applied(stateOf(actual), repairSteps(compare(desired, actual), desired, actual));
        expect(contents(after)).toEqual(contents(stateOf(desired)));
      }),
      { numRuns: 1000 },
    );
  });

  test("repairing some of it is accepted by the peers, and these differences are gone", () => {
    fc.assert(
      fc.property(wished, found, fc.infiniteStream(fc.boolean()), (desired, actual, picks) => {
        const chosen = compare(desired, actual).filter(() => picks.next().value === true);
        const after = contents(applied(stateOf(actual), repairSteps(chosen, desired, actual)));
        const left = identities(compare(desired, after));
        for (const identity of identities(chosen)) expect(left).not.toContain(identity);
      }),
      { numRuns: 2000 },
    );
  });

  test("adopting all of it makes what was found the thing wanted, and sends nothing", () => {
    fc.assert(
      fc.property(wished, found, (desired, actual) => {
        const adoption = adopted(compare(desired, actual), desired, actual);
        expect(contents(stateOf(adoption.desired))).toEqual(contents(stateOf(actual)));
      }),
      { numRuns: 1000 },
    );
  });

  test("adopting one difference settles it, and leaves a state that the peers could hold", () => {
    fc.assert(
      fc.property(wished, found, fc.nat(), (desired, actual, pick) => {
        const differences = compare(desired, actual);
        const one = differences[pick % Math.max(1, differences.length)];
        fc.pre(one !== undefined);
        const adoption = adopted([one], desired, actual);
        expect(identities(compare(adoption.desired, actual))).not.toContain(identityOf(one));
        const all = compare(adoption.desired, actual);
        expect(contents(applied(stateOf(actual), repairSteps(all, adoption.desired, actual)))).toEqual(contents(stateOf(adoption.desired)));
      }),
      { numRuns: 2000 },
    );
  });
});
