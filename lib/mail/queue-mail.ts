import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { MailKind, SupportMailKind } from "./schemas.ts";

/**
 * `contentSealed` is what only this mail knows, sealed for `MAIL_PURPOSE`. A mail to a support contact has no user of the
 * account; it names the support log that it is about.
 */
export type MailToQueue =
  | { userId: string; recipient: string; kind: MailKind; contentSealed?: Uint8Array<ArrayBuffer>; next?: NextMail; supportLogId?: undefined }
  | { userId: null; recipient: string; kind: SupportMailKind; contentSealed?: undefined; next?: undefined; supportLogId: string };

/** A mail to the same person that goes when the one before it has been delivered; of a batch it is the one that counts. */
export type NextMail = { kind: MailKind; contentSealed: Uint8Array<ArrayBuffer> };

type Way = { db: Db; enqueue: Enqueue; bulkJobId?: string | undefined };

/** Queues mails of one account; see `queueMailsOfAccounts`. */
export function queueMails({ accountId, ...way }: Way & { accountId: string }, mails: MailToQueue[]): Promise<void> {
  return queueMailsOfAccounts(way, mails.map((mail) => ({ ...mail, accountId })));
}

/**
 * Queues mails in the transaction that wants them; jobs send them afterwards. What a mail says, and the secret of its link,
 * is made when it is sent, so that neither lies in the queue. Two statements, however many mails.
 */
export async function queueMailsOfAccounts({ db, enqueue, bulkJobId }: Way, mails: (MailToQueue & { accountId: string })[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.flatMap((mail) => {
    const next = mail.next && rowOf({ ...mail, ...mail.next }, { bulkJobId });
    return next ? [rowOf(mail, { nextId: next.id }), next] : [rowOf(mail, { bulkJobId })];
  });
  const later = new Set(rows.map((row) => row.next_id));
  await db.$executeRaw`
    insert into mail_messages (account_id, id, user_id, kind, recipient, next_id, bulk_job_id, content_sealed, support_log_id)
    select m.account_id, m.id, m.user_id, m.kind, m.recipient, m.next_id, m.bulk_job_id, decode(m.content, 'base64'), m.support_log_id
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as m (account_id uuid, id uuid, user_id uuid, recipient text, kind text, next_id uuid, bulk_job_id uuid, content text, support_log_id uuid)`;
  const firsts = rows.filter((row) => !later.has(row.id));
  await enqueue("mail.send", firsts.map((row) => ({ accountId: row.account_id, messageId: row.id })));
}

function rowOf(mail: MailToQueue & { accountId: string }, { nextId, bulkJobId }: { nextId?: string; bulkJobId?: string | undefined }) {
  return {
    account_id: mail.accountId,
    id: newId(),
    user_id: mail.userId,
    recipient: mail.recipient,
    kind: mail.kind,
    next_id: nextId ?? null,
    bulk_job_id: bulkJobId ?? null,
    content: mail.contentSealed ? Buffer.from(mail.contentSealed).toString("base64") : null,
    support_log_id: mail.supportLogId ?? null,
  };
}
