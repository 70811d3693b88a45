/** The mails to the support contacts of an account about one support log, in the language of the account. */
import { settings } from "#lib/config/settings.ts";
import type { Db } from "#lib/db/client.ts";
import { composeMail } from "#lib/mail/mail-content.ts";
import type { MailContent } from "#lib/mail/mail-content.ts";
import { mailTexts } from "#lib/mail/mail-texts.ts";
import { fill } from "#lib/messages/fill.ts";
import { localeFor } from "#lib/messages/languages.ts";

type SupportMail = { accountId: string; supportLogId: string; kind: string; recipient: string };
type LogOfMail = { id: string; product: string; title: string; topic: string; description: string; reporterEmail: string; account: { id: string; name: string; defaultLanguage: string } };

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
async function reportMail(name: string, log: LogOfMail): Promise<MailContent> {
  const { locale, texts, values, greeting, action, notes } = await frameOf(name, log);
  const { subject, text, topic } = texts.report;
  return composeMail(locale, { subject: fill(subject, values), greeting, paragraphs: [fill(text, values), fill(topic, values), ...log.description.split(/\n+/)], action, notes });
}

/** LOGS-25. */
async function reminderMail(name: string, log: LogOfMail): Promise<MailContent> {
  const { locale, texts, values, greeting, action, notes } = await frameOf(name, log);
  const { subject, text, what } = texts.reminder;
  return composeMail(locale, { subject: fill(subject, values), greeting, paragraphs: [fill(text, values), what], action, notes });
}

/** What both mails have in common. */
async function frameOf(name: string, { id, product, title, topic, reporterEmail, account }: LogOfMail) {
  const locale = localeFor({ account: account.defaultLanguage });
  const { greeting, supportLog: texts } = await mailTexts(locale);
  const values = { account: account.name, product, title, topic, reporter: reporterEmail };
  return {
    locale,
    texts,
    values,
    greeting: fill(greeting, { name }),
    action: { label: texts.action, address: `${settings().PORTAL_URL}/accounts/${account.id}/support/logs/${id}` },
    notes: [fill(texts.note, values)],
  };
}
