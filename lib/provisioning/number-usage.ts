/** How much of a dialling plan is used. Pure. */
import { dialling } from "./number-ranges.ts";
import type { NumberRange } from "./number-ranges.ts";

export type RangeUsage = NumberRange & { size: number; used: number; nextFree: string | null };

export type NumberUsage = {
  /** In order; overlapping ones are joined. */
  ranges: RangeUsage[];
  /** Numbers in use that no range holds. */
  outside: number;
  /** The lowest free numbers that match, up to `most`. */
  free: string[];
};

/** So many numbers are looked at for a match; a plan of billions of numbers is not walked through. */
const LOOKED_AT = 200_000;

/**
 * What is used and free of some ranges.
 * @param taken the numbers in use, each once
 * @param search part of a free number that is looked for; empty: any
 * @param most how many free numbers to give
 */
export function usageOf(ranges: readonly NumberRange[], taken: ReadonlySet<string>, search: string, most: number): NumberUsage {
  const plan = dialling(ranges);
  const within = (range: NumberRange, number: string) => number.length === range.from.length && number >= range.from && number <= range.to;
  const used = plan.ranges.map(() => 0);
  let outside = 0;
  for (const number of taken) {
    plan.take(number);
    const at = plan.contains(number) ? plan.ranges.findIndex((range) => within(range, number)) : -1;
    if (at < 0) outside += 1;
    else used[at]! += 1;
  }
  const nextFree = plan.ranges.map((range) => firstFree(range, taken));
  const free: string[] = [];
  for (let looked = 0; looked < LOOKED_AT && free.length < most; looked += 1) {
    const number = plan.takeNext();
    if (number === null) break;
    if (number.includes(search)) free.push(number);
  }
  return { ranges: plan.ranges.map((range, index) => ({ ...range, size: Number(range.to) - Number(range.from) + 1, used: used[index]!, nextFree: nextFree[index]! })), outside, free };
}

function firstFree(range: NumberRange, taken: ReadonlySet<string>): string | null {
  const own = dialling([range]);
  for (const number of taken) own.take(number);
  return own.takeNext();
}
