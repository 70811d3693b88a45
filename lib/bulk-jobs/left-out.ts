import type { LeftOut } from "./schemas.ts";

const EXAMPLES = 5;

/** A line about those who were left out for one reason; none when there are none. */
export function leftOut(reason: string, names: readonly string[]): LeftOut[] {
  return names.length === 0 ? [] : [{ reason, count: names.length, examples: names.slice(0, EXAMPLES) }];
}

/** Adds up the lines of two sets, by reason. */
export function addLeftOut(before: readonly LeftOut[], more: readonly LeftOut[]): LeftOut[] {
  const sums = new Map(before.map((line) => [line.reason, line]));
  for (const { reason, count, examples } of more) {
    const sum = sums.get(reason) ?? { reason, count: 0, examples: [] };
    sums.set(reason, { reason, count: sum.count + count, examples: [...sum.examples, ...examples].slice(0, EXAMPLES) });
  }
  return [...sums.values()];
}
