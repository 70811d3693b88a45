/** Reminders of support logs that are still open (LOGS-25, OP1-50). */
import { randomUUID } from "node:crypto";
import { settings } from "#lib/config/settings.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { queueMailsOfAccounts } from "#lib/mail/queue-mail.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;

/** Logs that one transaction deals with. */
const LOGS_AT_ONCE = 500;

const SYSTEM = { kind: "system", name: "Support reminders" } as const;

/** When the contacts of a log that is open at `from` are next reminded. */
export function nextReminder(from: Date): Date {
  return new Date(from.getTime() + settings().SUPPORT_REMINDER_DAYS * DAY_MS);
}

/** The job: one mail to every support contact of an open log that is due, however often and by however many workers it is run. */
export async function remindOfOpenLogs(now = new Date()): Promise<void> {
  const { prisma } = database();
  while ((await prisma.$transaction((db) => remindSome(db, now))) === LOGS_AT_ONCE);
}

type DueLog = { account_id: string; id: string; title: string; contacts: string[] };

async function remindSome(db: Db, now: Date): Promise<number> {
  // The next date is set where the mails are queued, so that who comes second finds nothing due. Of a deactivated account
  // nobody could look at the log.
  const due = await db.$queryRaw<DueLog[]>`
    with due as (
      select l.account_id, l.id from support_logs l join accounts a on a.id = l.account_id and a.status = 'active'
       where l.remind_at <= ${now}::timestamptz order by l.remind_at limit ${LOGS_AT_ONCE} for update of l skip locked)
    update support_logs l set remind_at = ${nextReminder(now)}::timestamptz
      from due where l.account_id = due.account_id and l.id = due.id
    returning l.account_id::text, l.id::text, l.title,
              array(select c.email from support_contacts c where c.account_id = l.account_id order by c.email) as contacts`;
  const mails = due.flatMap((log) => log.contacts.map((recipient) => ({ accountId: log.account_id, userId: null, recipient, kind: "support_log_reminder" as const, supportLogId: log.id })));
  await queueMailsOfAccounts({ db, enqueue: jobWriter(db) }, mails);
  const { emit } = eventWriter(db, { operation: "support-logs.remind", accountId: null, actor: SYSTEM, correlationId: randomUUID(), now });
  await emit(due.map((log) => ({ accountId: log.account_id, action: "Send", asset: { kind: "support_log", id: log.id, name: log.title }, details: { recipients: log.contacts.length } })));
  return due.length;
}
