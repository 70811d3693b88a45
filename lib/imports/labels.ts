import type { ImportView } from "./schemas.ts";

export type ImportState = "reading" | "refused" | "waiting" | "errors" | "uploading" | "done" | "cancelled" | "undoing" | "undone";

/** Where an import stands, as lists show it: what it waits for comes before what it was. */
export function importState({ status, undo, errorCount }: Pick<ImportView, "status" | "undo" | "errorCount">): ImportState {
  if (undo === "working") return "undoing";
  if (status === "preview") return errorCount > 0 ? "errors" : "waiting";
  return undo === "done" && status !== "reading" && status !== "uploading" ? "undone" : status;
}
