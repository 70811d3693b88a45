import type { Db } from "#lib/db/client.ts";

/** Deletes what an account owns that does not go with its users: plans, imports, mails, templates (OP1-14). Support logs, contacts and settings go with the account's own row. Its history stays. */
export async function deleteBelongings(db: Db, accountId: string): Promise<void> {
  const where = { accountId };
  // Its orders are the partner's, and free to be given to another account.
  await db.order.updateMany({ where: { assignedAccountId: accountId }, data: { assignedAccountId: null, assignedAt: null, assignedBy: "" } });
  await db.provisioningPlan.deleteMany({ where });
  await db.drift.deleteMany({ where });
  await db.userImport.deleteMany({ where });
  await db.mailMessage.deleteMany({ where });
  await db.bulkJob.deleteMany({ where });
  await db.user.deleteMany({ where });
  await db.template.deleteMany({ where });
}
