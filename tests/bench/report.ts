/** The findings as one table that a person reads. */
import type { Finding } from "./findings.ts";

type Machine = { processors: number; loadBefore: number; loadAfter: number };

/** Prints every finding with its budget, what was measured, and whether the budget is kept. */
export function printTable(findings: Record<string, Finding[]>, { processors, loadBefore, loadAfter }: Machine): void {
  const all = Object.values(findings).flat();
  const nameWidth = Math.max(...all.map(({ name }) => name.length), 0);
  const budgetWidth = Math.max(...all.map(({ budget }) => budget?.length ?? 0), 0);
  console.log(`\n${processors} processors; load ${loadBefore.toFixed(1)} before, ${loadAfter.toFixed(1)} at the end. Times are medians of requests over HTTP.`);
  for (const [group, list] of Object.entries(findings)) {
    console.log(`\n${group}`);
    for (const finding of list) console.log(`  ${verdict(finding)}  ${finding.name.padEnd(nameWidth)}  ${(finding.budget ?? "").padEnd(budgetWidth)}  ${finding.measured}`);
  }
  const budgeted = all.filter(({ isMet }) => isMet !== null);
  console.log(`\n${budgeted.filter(({ isMet }) => isMet).length} of ${budgeted.length} budgets kept.`);
}

function verdict({ isMet }: Finding): string {
  return isMet === null ? "      " : isMet ? "ok    " : "MISSED";
}
