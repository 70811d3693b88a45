import type { Db } from "#lib/db/client.ts";
import { changeImport } from "./change-import.ts";

/** Empties the preview of an import. */
export async function deleteRows(db: Db, accountId: string, importId: string): Promise<void> {
  await db.userImportRow.deleteMany({ where: { accountId, importId } });
  await changeImport(db, accountId, importId, { rowCount: 0, errorCount: 0 });
}
