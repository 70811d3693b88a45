import type { Db } from "#lib/db/client.ts";
import { notFound } from "#lib/operations/errors.ts";

/**
 * The role that a plan gives, with its template.
 * @throws OperationError not_found when the account has no such role
 */
export async function readRole(db: Db, accountId: string, id: string): Promise<{ id: string; name: string; templateId: string }> {
  const role = await db.serviceRole.findUnique({ where: { accountId_id: { accountId, id } }, select: { id: true, name: true, templateId: true } });
  if (!role) throw notFound("The role");
  return role;
}
