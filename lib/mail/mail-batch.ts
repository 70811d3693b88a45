/** Mails that were sent off together: how many have gone, and one notification when all are done. */
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import type { Person } from "#lib/operations/actor.ts";
import type { MailKind } from "./schemas.ts";

const TITLES: Record<MailKind, string> = { welcome: "Welcome e-mails", password_reset: "Password reset e-mails", deployment: "Deployment e-mails" };

/** Opens a batch for its mails to be counted in. */
export async function startMailBatch(db: Db, batch: { accountId: string; kind: MailKind; total: number; actor: Person }): Promise<string> {
  const id = newId();
  await db.bulkJob.create({
    data: { accountId: batch.accountId, id, kind: batch.kind, total: batch.total, createdById: batch.actor.userId, createdByAccountId: batch.actor.accountId },
  });
  return id;
}

/** Counts one mail of a batch as sent or as given up; the last one tells the person who started it. */
export async function countMail(db: Db, accountId: string, bulkJobId: string, sent: boolean, now: Date): Promise<void> {
  const job = await db.bulkJob.update({
    where: { accountId_id: { accountId, id: bulkJobId } },
    data: sent ? { done: { increment: 1 } } : { failed: { increment: 1 } },
  });
  if (job.done + job.failed < job.total) return;
  await db.bulkJob.update({ where: { accountId_id: { accountId, id: bulkJobId } }, data: { status: job.failed > 0 ? "failed" : "completed", finishedAt: now } });
  const title = TITLES[job.kind as MailKind];
  const body = job.failed === 0 ? `${job.done} sent.` : `${job.done} sent, ${job.failed} could not be delivered.`;
  const failures = await db.mailMessage.findMany({ where: { accountId, bulkJobId, status: "failed" }, select: { recipient: true, error: true }, take: 50 });
  await notificationWriter(db, now)({
    to: { accountId: job.createdByAccountId, userId: job.createdById },
    status: job.failed > 0 ? "failed" : "completed",
    title,
    body,
    link: job.failed > 0 ? `/accounts/${accountId}/users` : "",
    details: job.failed > 0 ? { failures } : {},
  });
}
