/** Which runs of a plan are asked for. Pure. */
import type { ExportFormat } from "#components/data-table/export-menu.tsx";
import type { Place } from "./place.ts";

export const RUN_GROUPS = ["active", "waiting", "failed", "succeeded", "left_out", "others", "blocked"] as const;
export type RunGroup = (typeof RUN_GROUPS)[number];

export type RunQuery = {
  /** Every run where it is left out. */
  group?: RunGroup | undefined;
  search?: string;
  size: number;
  place?: Place;
};

/** The query of the file that has what the list shows, all its pages. */
export function runFileQuery(format: ExportFormat, { group, search }: Pick<RunQuery, "group" | "search">, timeZone: string): string {
  const params = new URLSearchParams({ format, timeZone });
  if (group) params.set("status", group);
  if (search) params.set("search", search);
  return params.toString();
}

/** The query as the address of the list has it. */
export function runQueryString({ group, search, size, place }: RunQuery): string {
  const params = new URLSearchParams({ size: String(size) });
  if (group) params.set("status", group);
  if (search) params.set("search", search);
  if (place?.after) params.set("after", place.after);
  if (place?.before) params.set("before", place.before);
  return params.toString();
}
