/** Directory numbers out of the dialling plan's ranges. */
import { dialling } from "./number-ranges.ts";
import type { NumberRange } from "./number-ranges.ts";

/** One number that is wanted: a certain one, or any. `id` names the wish in the answer; `loginId` is who asks. */
export type NumberRequest = { id: string; loginId: string; name: string; number?: string | undefined };

/** Who has a number: in words, and the login id where a user has it. */
export type NumberHolder = { usedBy: string; loginId: string | null };

export type NumberProblem =
  | { code: "number_taken"; number: string; usedBy: string; nextFree: string | null }
  | { code: "number_outside_ranges"; number: string; ranges: NumberRange[]; nextFree: string | null }
  | { code: "no_free_number"; ranges: NumberRange[]; from: string | null };

export type NumberAnswer = { number: string } | { problem: NumberProblem };

/**
 * A number for each request, or why not. Numbers that are asked for go first, so that no request for any number takes one
 * of them; the others get the lowest free ones in the order of the requests. Nothing is given twice, nor outside the
 * ranges, save a number that the same user holds already. Suggested numbers are free too, and each is suggested once.
 * Takes time in proportion to requests and taken numbers, whatever the size of the ranges.
 * @param ranges both ends included; the ends of a range have the same number of digits
 * @param taken who holds which number, on the PBX and in the portal
 * @param startAt give no number below this one to those who ask for any
 */
export function allocateNumbers(
  requests: readonly NumberRequest[],
  ranges: readonly NumberRange[],
  taken: ReadonlyMap<string, NumberHolder>,
  startAt?: string,
): Map<string, NumberAnswer> {
  const plan = dialling(ranges);
  for (const number of taken.keys()) plan.take(number);
  const givenTo = new Map<string, string>();
  const answers = new Map<string, NumberAnswer>();
  const refused: { id: string; number: string; usedBy: string | null }[] = [];

  for (const { id, number, loginId, name } of requests) {
    if (number === undefined) continue;
    const holder = taken.get(number);
    const rival = givenTo.get(number);
    const ownAlready = holder !== undefined && holder.loginId === loginId;
    if (rival !== undefined) refused.push({ id, number, usedBy: rival });
    else if (holder !== undefined && !ownAlready) refused.push({ id, number, usedBy: holder.usedBy });
    else if (holder === undefined && !plan.contains(number)) refused.push({ id, number, usedBy: null });
    else {
      givenTo.set(number, name);
      plan.take(number);
      answers.set(id, { number });
    }
  }

  for (const { id, number } of requests) {
    if (number !== undefined) continue;
    const free = plan.takeNext(startAt);
    answers.set(id, free === null ? { problem: { code: "no_free_number", ranges: plan.ranges, from: startAt ?? null } } : { number: free });
  }

  for (const { id, number, usedBy } of refused) {
    const nextFree = plan.takeNext(number) ?? plan.takeNext();
    answers.set(id, {
      problem:
        usedBy === null
          ? { code: "number_outside_ranges", number, ranges: plan.ranges, nextFree }
          : { code: "number_taken", number, usedBy, nextFree },
    });
  }
  return answers;
}
