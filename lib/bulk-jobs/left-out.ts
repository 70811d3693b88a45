import type { LeftOut, UserOutcome } from "./schemas.ts";

const EXAMPLES = 5;

/** What became of a set of users, in figures: how many are done and under way, and who was left out for which reason. */
export function summaryOf(outcomes: readonly UserOutcome[]): { done: number; underWay: number; skipped: LeftOut[] } {
  const left = Map.groupBy(outcomes.filter(({ outcome }) => outcome === "left_out"), ({ reason }) => reason);
  return {
    done: outcomes.filter(({ outcome }) => outcome === "done").length,
    underWay: outcomes.filter(({ outcome }) => outcome === "queued").length,
    skipped: [...left].map(([reason, users]) => ({ reason, count: users.length, examples: users.slice(0, EXAMPLES).map(({ name }) => name) })),
  };
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
