/** What a report of a support log says, before it becomes text or HTML. Pure. */
import { tabsOf } from "./rules.ts";
import type { ReportTab } from "./rules.ts";
import type { SupportLogState, SupportLogView } from "./schemas.ts";

/** The states in words (LOGS-10). */
const STATE_LABELS: Record<SupportLogState, string> = { open: "Open", reported: "Reported", resolved: "Resolved" };

/** A part with a heading: names with values, or a running text. */
export type ReportPart = { heading: string; facts?: [name: string, value: string][]; text?: string };

/** The headings are those of the page (LOGS-12 to LOGS-17). */
const TAB_HEADINGS: Record<ReportTab, string> = {
  report: "Report Details",
  user: "User Details",
  device: "Device and Apps",
  signal: "Filtered Signal Strength Logs",
  error: "Error Information",
};

/**
 * The parts of a report, in the order of the page; a part that the application told nothing of is left out.
 * @param time writes a moment in the reader's zone
 */
export function reportParts(log: SupportLogView, time: (iso: string) => string): ReportPart[] {
  const submission: [string, string][] = [
    ["Product", log.product],
    ["Date & Time", time(log.createdAt)],
    ["Reporter Email", log.reporterEmail],
    ["Partner ID", log.partnerId],
    ["Account ID", log.accountId],
    ["User ID", log.userId],
    ["Log Level", log.logLevel],
  ];
  const support: [string, string][] = [["Status", STATE_LABELS[log.state]]];
  const parts: ReportPart[] = [
    { heading: "Submission Details", facts: submission },
    ...tabsOf(log).map((tab) => ({ heading: TAB_HEADINGS[tab], ...contentOf(log, tab) })),
    { heading: "Partner Support", facts: support, text: log.notes },
  ];
  return parts.filter(({ facts = [], text = "" }) => facts.length > 0 || text !== "");
}

function contentOf(log: SupportLogView, tab: ReportTab): Pick<ReportPart, "facts" | "text"> {
  switch (tab) {
    case "report":
      return { facts: [["Topic", log.topic]], text: log.description };
    case "user":
      return { facts: Object.entries(log.userDetails) };
    case "device":
      return { facts: Object.entries(log.deviceDetails) };
    case "signal":
      return { text: log.signalStrength };
    case "error":
      return { text: log.errorInformation };
  }
}

/** A report as plain text, with the log of the application at its end (LOGS-21). */
export function textReport(log: SupportLogView, time: (iso: string) => string, written: string): string {
  const parts = reportParts(log, time).map(({ heading, facts = [], text = "" }) => {
    const lines = [...facts.map(([name, value]) => `${name}: ${value}`), ...(text ? [text] : [])];
    return [heading, "-".repeat(heading.length), ...lines].join("\n");
  });
  const logPart = written ? [`Log\n---\n${written}`] : [];
  return `${[`${log.title}\n${"=".repeat(log.title.length)}`, ...parts, ...logPart].join("\n\n")}\n`;
}
