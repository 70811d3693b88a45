/** The mails to the support contacts of an account about one support log. */
import { settings } from "#lib/config/settings.ts";
import type { Db } from "#lib/db/client.ts";
import { composeMail } from "#lib/mail/mail-content.ts";
import type { MailContent } from "#lib/mail/mail-content.ts";

type SupportMail = { accountId: string; supportLogId: string; kind: string; recipient: string };
type LogOfMail = { id: string; product: string; title: string; topic: string; description: string; reporterEmail: string; account: { id: string; name: string } };

/** What a support contact is told: the mail, or why there is none to be sent any more. */
export async function supportMail(db: Db, { accountId, supportLogId, kind, recipient }: SupportMail): Promise<MailContent | { refusal: string }> {
  const log = await db.supportLog.findUnique({ where: { accountId_id: { accountId, id: supportLogId } }, include: { account: { include: { supportContacts: { where: { email: recipient } } } } } });
  if (!log) return { refusal: "The support log was deleted before the mail was sent." };
  const contact = log.account.supportContacts[0];
  if (!contact) return { refusal: "The recipient was taken off the support contacts before the mail was sent." };
  const name = contact.name || contact.email;
  if (kind === "support_log") return reportMail(name, log);
  // LOGS-25: it stops when the state changes, also for a mail that waited in the queue.
  return log.state === "open" ? reminderMail(name, log) : { refusal: "The support log was not open any more when the mail was to be sent." };
}

/** SUPCON-03. */
function reportMail(name: string, log: LogOfMail): MailContent {
  return composeMail({
    subject: `${log.account.name} reported an issue with ${log.product}`,
    greeting: `Hello ${name},`,
    paragraphs: [`${log.reporterEmail} of ${log.account.name} reported an issue with ${log.product}: ${log.title}`, `Topic: ${log.topic}`, ...log.description.split(/\n+/)],
    action: actionOf(log),
    notes: [whyYou(log)],
  });
}

/** LOGS-25. */
function reminderMail(name: string, log: LogOfMail): MailContent {
  return composeMail({
    subject: `Reminder: an issue of ${log.account.name} with ${log.product} is still open`,
    greeting: `Hello ${name},`,
    paragraphs: [`${log.account.name} may still have this issue with ${log.product}: ${log.title}`, "The support log is open. When the issue is solved or reported to Mitel, change its status, and no more reminders are sent."],
    action: actionOf(log),
    notes: [whyYou(log)],
  });
}

function actionOf({ id, account }: LogOfMail) {
  return { label: "Open the support log", address: `${settings().PORTAL_URL}/accounts/${account.id}/support/logs/${id}` };
}

function whyYou({ account }: LogOfMail): string {
  return `You get this mail as a support contact of ${account.name}.`;
}
