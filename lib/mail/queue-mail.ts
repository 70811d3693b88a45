import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { MailKind } from "./schemas.ts";

export type MailToQueue = { userId: string; recipient: string; kind: MailKind };

type Scope = { db: Db; enqueue: Enqueue; accountId: string; bulkJobId?: string };

/**
 * Queues mails in the transaction that wants them; jobs send them afterwards. What a mail says, and the secret of its link,
 * is made when it is sent, so that neither lies in the queue.
 */
export async function queueMails({ db, enqueue, accountId, bulkJobId }: Scope, mails: MailToQueue[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => ({ ...mail, accountId, id: newId(), bulkJobId: bulkJobId ?? null }));
  await db.mailMessage.createMany({ data: rows });
  await enqueue("mail.send", rows.map(({ id }) => ({ accountId, messageId: id })));
}
