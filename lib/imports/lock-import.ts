import type { Db } from "#lib/db/client.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import type { ImportStatus, ImportView } from "./schemas.ts";

export type LockedImport = { fileName: string; status: ImportStatus; undo: ImportView["undo"]; rowCount: number; addedCount: number; removedCount: number };

/**
 * Reads an import and keeps others from changing it or its rows until the transaction ends: whether two rows share an address
 * can only be told while both hold still.
 * @throws OperationError not_found when the account has no such import
 */
export async function lockImport(db: Db, accountId: string, importId: string): Promise<LockedImport> {
  const [row] = await db.$queryRaw<LockedImport[]>`
    select file_name as "fileName", status, undo, row_count as "rowCount", added_count as "addedCount", removed_count as "removedCount"
      from user_imports
     where account_id = ${accountId}::uuid and id = ${importId}::uuid
       for update`;
  if (!row) throw notFound("The import");
  return row;
}

const NOT_NOW: Record<Exclude<ImportStatus, "preview">, string> = {
  reading: "The file is still being read. Please wait until its rows are shown.",
  refused: "This file could not be used. Please upload another one.",
  uploading: "The rows are being added at this moment. Please wait until that has ended.",
  done: "All rows of this import have been added.",
  cancelled: "This import was cancelled.",
};

/**
 * As `lockImport`, for what is only possible in the preview.
 * @throws OperationError conflict with the reason when the import is at another point
 */
export async function lockPreview(db: Db, accountId: string, importId: string): Promise<LockedImport> {
  const locked = await lockImport(db, accountId, importId);
  if (locked.status !== "preview") throw conflict(NOT_NOW[locked.status]);
  if (locked.undo === "working") throw conflict("The users of this import are being taken back at this moment. Please wait until that has ended.");
  return locked;
}
