/** What a support log shows and who may change it. Pure, and safe for the browser. */
import type { Role } from "#lib/permissions/schemas.ts";
import type { Platform, Product } from "./schemas.ts";

/**
 * Whether a role may change status and notes: a Partner's alone, who may see support logs at all (LOGS-27, LOGS-29, OP1-52).
 * No permission of the matrix says it, since Support has no Edit (PERM-41).
 */
export function mayChangeSupportLogs(role: Role): boolean {
  return role === "partner";
}

/** Logs of Mitel One Mobile have a report beside the log (LOGS-22). */
export function hasReport(product: Product): boolean {
  return product === "Mitel One Mobile";
}

export const REPORT_TABS = ["report", "user", "device", "signal", "error"] as const;
export type ReportTab = (typeof REPORT_TABS)[number];

/** The tabs of "Report Details" (LOGS-15 to LOGS-17); other applications tell what Mitel One Web does. */
export function tabsOf({ product, platform }: { product: Product; platform: Platform }): ReportTab[] {
  if (!hasReport(product)) return ["report", "user", "error"];
  return platform === "android" ? ["report", "user", "device", "signal", "error"] : ["report", "user", "device", "error"];
}

/** Characters of a file name that are shown before it is cut (LOGS-12). */
const SHOWN = 20;

/** A file name as the page shows it: "2a03091d-6da3-40c7-9...txt" (LOGS-12). */
export function shortFileName(name: string): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  return stem.length > SHOWN + 3 ? `${stem.slice(0, SHOWN)}...${extension}` : name;
}
