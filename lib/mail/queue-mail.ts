import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { MailKind } from "./schemas.ts";

/** `contentSealed` is what only this mail knows, sealed for `MAIL_PURPOSE`. */
export type MailToQueue = { userId: string; recipient: string; kind: MailKind; contentSealed?: Uint8Array<ArrayBuffer> };

type Scope = { db: Db; enqueue: Enqueue; accountId: string; bulkJobId?: string | undefined };

/**
 * Queues mails in the transaction that wants them; jobs send them afterwards. What a mail says, and the secret of its link,
 * is made when it is sent, so that neither lies in the queue. Two statements, however many mails.
 */
export async function queueMails({ db, enqueue, accountId, bulkJobId }: Scope, mails: MailToQueue[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map((mail) => ({ id: newId(), user_id: mail.userId, recipient: mail.recipient, kind: mail.kind, content: mail.contentSealed ? Buffer.from(mail.contentSealed).toString("base64") : null }));
  await db.$executeRaw`
    insert into mail_messages (account_id, id, user_id, kind, recipient, bulk_job_id, content_sealed)
    select ${accountId}::uuid, m.id, m.user_id, m.kind, m.recipient, ${bulkJobId ?? null}::uuid, decode(m.content, 'base64')
      from json_to_recordset(${JSON.stringify(rows)}::json) as m (id uuid, user_id uuid, recipient text, kind text, content text)`;
  await enqueue("mail.send", rows.map(({ id }) => ({ accountId, messageId: id })));
}
