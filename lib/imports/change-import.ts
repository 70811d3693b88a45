import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

/** Changes an import; nothing of it is read back, since its file may be large. */
export async function changeImport(db: Db, accountId: string, importId: string, data: Prisma.UserImportUpdateManyMutationInput): Promise<void> {
  await db.userImport.updateMany({ where: { accountId, id: importId }, data });
}
