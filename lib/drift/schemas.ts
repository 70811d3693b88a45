/** Differences between what was asked for and what the systems hold (safe for the browser). */
import { z } from "zod";
import { listPage, ListQuery } from "#lib/lists/schemas.ts";

export const DRIFT_STATUSES = ["open", "adopting", "adopted", "repairing", "repaired", "gone"] as const;

export const DriftView = z.object({
  id: z.uuid(),
  difference: z.enum(["missing", "changed", "unexpected"]),
  kind: z.string(),
  key: z.string(),
  /** The system's own name. */
  element: z.string(),
  userId: z.string().nullable(),
  userName: z.string().nullable(),
  message: z.string(),
  fields: z.array(z.object({ field: z.string(), wanted: z.unknown(), found: z.unknown() })),
  status: z.enum(DRIFT_STATUSES),
  detectedAt: z.iso.datetime(),
});
export type DriftView = z.infer<typeof DriftView>;

export const DriftPage = listPage(DriftView);
export const FindDriftInput = ListQuery.omit({ search: true }).extend({ status: z.enum(["open", "settled"]).default("open"), userId: z.uuid().optional() });
export type FindDriftInput = z.infer<typeof FindDriftInput>;
export const DriftChoice = z.object({ driftIds: z.array(z.uuid()).min(1).max(1_000) });
