/** The columns of an exported list of support logs, as they stand on the screen. Pure. */
import type { SupportLogColumn, SupportLogItem, SupportLogState } from "./schemas.ts";

type Column = { header: string; cell: (log: SupportLogItem, time: (iso: string) => string) => string };

/** The states in words (LOGS-10). */
export const STATE_LABELS: Record<SupportLogState, string> = { open: "Open", reported: "Reported", resolved: "Resolved" };

const COLUMNS: Record<SupportLogColumn, Column> = {
  product: { header: "PRODUCT NAME", cell: ({ product }) => product },
  created: { header: "DATE & TIME", cell: ({ createdAt }, time) => time(createdAt) },
  reporter: { header: "REPORTER", cell: ({ reporterEmail }) => reporterEmail },
  title: { header: "LOG TITLE", cell: ({ title }) => title },
  state: { header: "STATE", cell: ({ state }) => STATE_LABELS[state] },
};

/** The chosen columns in their order, by default all; ids that there are no columns for are left out. */
export function exportColumns(chosen: string = Object.keys(COLUMNS).join()): Column[] {
  return chosen.split(",").flatMap((id) => COLUMNS[id as SupportLogColumn] ?? []);
}
