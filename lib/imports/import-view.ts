import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { ImportStatus, ImportView } from "./schemas.ts";

/** The columns of an import as the doors show it; never the file, which may be large. */
export const IMPORT_COLUMNS = Prisma.sql`
  i.id::text, i.file_name, i.status, i.undo, i.refusal, i.warnings, i.row_count, i.error_count, i.added_count, i.removed_count, i.kept,
  i.progress, i.progress_of, i.created_at, i.created_by_name, i.finished_at`;

export type ImportColumns = {
  id: string;
  file_name: string;
  status: ImportStatus;
  undo: ImportView["undo"];
  refusal: string;
  warnings: ImportView["warnings"];
  row_count: number;
  error_count: number;
  added_count: number;
  removed_count: number;
  kept: ImportView["kept"];
  progress: number;
  progress_of: number;
  created_at: Date;
  created_by_name: string;
  finished_at: Date | null;
};

/** An import as the doors show it. */
export function toImportView(row: ImportColumns): ImportView {
  return {
    id: row.id,
    fileName: row.file_name,
    status: row.status,
    undo: row.undo,
    refusal: row.refusal,
    warnings: row.warnings,
    rowCount: row.row_count,
    errorCount: row.error_count,
    addedCount: row.added_count,
    removedCount: row.removed_count,
    kept: row.kept,
    progress: row.progress,
    progressOf: row.progress_of,
    createdAt: row.created_at.toISOString(),
    createdByName: row.created_by_name,
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

/**
 * Reads one import of an account.
 * @throws OperationError not_found when the account has no such import
 */
export async function readImport(db: Db, accountId: string, importId: string): Promise<ImportView> {
  const [row] = await db.$queryRaw<ImportColumns[]>`
    select ${IMPORT_COLUMNS} from user_imports i where i.account_id = ${accountId}::uuid and i.id = ${importId}::uuid`;
  if (!row) throw notFound("The import");
  return toImportView(row);
}
