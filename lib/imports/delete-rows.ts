import type { Db } from "#lib/db/client.ts";

/** Empties the preview of an import. */
export async function deleteRows(db: Db, accountId: string, importId: string): Promise<void> {
  await db.userImportRow.deleteMany({ where: { accountId, importId } });
  await db.userImport.updateMany({ where: { accountId, id: importId }, data: { rowCount: 0, errorCount: 0 } });
}
