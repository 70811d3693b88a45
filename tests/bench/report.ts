/** The findings as one table that a person reads. */
import type { Finding } from "./findings.ts";

/** What one measurement found; `load` is that of the machine as it began, the measurements before it included. */
export type Group = { name: string; load: number; findings: Finding[] };

/** Prints every finding with its budget, what was measured, and whether the budget is kept. */
export function printTable(groups: readonly Group[], processors: number): void {
  const all = groups.flatMap(({ findings }) => findings);
  const nameWidth = Math.max(...all.map(({ name }) => name.length), 0);
  const budgetWidth = Math.max(...all.map(({ budget }) => budget?.length ?? 0), 0);
  console.log(`\nOn ${processors} processors. Ratios are those of the medians; times are those of requests over HTTP.`);
  for (const { name: group, load, findings } of groups) {
    console.log(`\n${group} (load ${load.toFixed(1)})`);
    for (const finding of findings) console.log(`  ${verdict(finding)}  ${finding.name.padEnd(nameWidth)}  ${(finding.budget ?? "").padEnd(budgetWidth)}  ${finding.measured}`);
  }
  const budgeted = all.filter(({ isMet }) => isMet !== null);
  console.log(`\n${budgeted.filter(({ isMet }) => isMet).length} of ${budgeted.length} budgets kept.`);
}

function verdict({ isMet }: Finding): string {
  return isMet === null ? "      " : isMet ? "ok    " : "MISSED";
}
