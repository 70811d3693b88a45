/** The job that sends one mail: may run again after a crash, and then sends nothing that was sent. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { unseal } from "#lib/crypto/seal.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { localeFor } from "#lib/messages/languages.ts";
import { publish } from "#lib/live/publish.ts";
import { newOneTimeLink } from "#lib/registration/one-time-link.ts";
import { supportMail } from "#lib/support-logs/support-mail.ts";
import { countMail } from "./mail-batch.ts";
import type { MailContent } from "./mail-content.ts";
import { MivbDetails, mivbDetailsMail, MivbSecrets, mivbSecretsMail } from "./mivb-mails.ts";
import { deploymentMail, officeDeploymentMail, passwordResetMail, welcomeMail } from "./mails.ts";
import type { Addressee } from "./mails.ts";
import { ExpiringOrders, subscriptionsMail } from "./subscription-mails.ts";
import { UserChange, userChangedMail } from "./user-changed-mail.ts";
import { deliver } from "./transport.ts";
import type { Delivery } from "./transport.ts";

/** What a sealed content of a mail is bound to. */
export const MAIL_PURPOSE = "mail content";

/** With the pauses between them about four hours: a mail server that is away over lunch costs nobody a welcome mail. */
const MAX_ATTEMPTS = 24;

/** Pause before the next try, in milliseconds: doubling from five seconds up to a quarter of an hour. */
export function pauseBeforeRetryMs(attempts: number): number {
  return Math.min(5_000 * 2 ** (attempts - 1), 15 * 60_000);
}

/** Sends a queued mail, or puts the next try into the queue. */
export async function sendMail({ accountId, messageId }: JobPayload<"mail.send">): Promise<void> {
  const { prisma } = database();
  const key = { accountId_id: { accountId, id: messageId } };
  const message = await prisma.mailMessage.findUnique({ where: key });
  if (!message || message.status !== "queued") return;
  if (message.bulkJobId && (await isCancelled(prisma, accountId, message.bulkJobId))) {
    await prisma.mailMessage.updateMany({ where: { accountId, id: messageId, status: "queued" }, data: { status: "cancelled", contentSealed: null } });
    return;
  }
  const now = new Date();
  const { supportLogId } = message;
  const content = supportLogId ? await supportMail(prisma, { ...message, supportLogId }) : await userMail(prisma, message, now);
  const delivery: Delivery = "refusal" in content ? { outcome: "refused", reason: content.refusal } : await deliver(message.recipient, messageId, content);
  await prisma.$transaction(async (db) => settle(db, message, delivery, now));
}

async function isCancelled(db: Db, accountId: string, id: string): Promise<boolean> {
  const job = await db.bulkJob.findUnique({ where: { accountId_id: { accountId, id } }, select: { status: true } });
  return job?.status === "cancelled";
}

type Message = { accountId: string; id: string; userId: string | null; kind: string; attempts: number; bulkJobId: string | null; contentSealed: Uint8Array | null; supportLogId: string | null; nextId: string | null };

async function userMail(db: Db, message: Message, now: Date): Promise<MailContent | { refusal: string }> {
  const user = await db.user.findUnique({ where: { accountId_id: { accountId: message.accountId, id: message.userId ?? message.id } }, include: { account: { select: { name: true, defaultLanguage: true } } } });
  if (!user) return { refusal: "The user was deleted before the mail was sent." };
  const { name, language, account } = user;
  return contentOf(db, message, { name, accountName: account.name, locale: localeFor({ own: language, account: account.defaultLanguage }) }, now);
}

async function contentOf(db: Db, message: Message, addressee: Addressee, now: Date): Promise<MailContent> {
  const { accountId, userId, contentSealed } = message;
  const content = contentSealed ? unseal(contentSealed, sealKey(), MAIL_PURPOSE) : "";
  if (message.kind === "deployment") return deploymentMail(addressee, content);
  if (message.kind === "mivb_details") return mivbDetailsMail(addressee, MivbDetails.parse(JSON.parse(content)));
  if (message.kind === "subscriptions_expiring") return subscriptionsMail(addressee, ExpiringOrders.parse(JSON.parse(content)));
  if (message.kind === "user_changed") return userChangedMail(addressee, UserChange.parse(JSON.parse(content)));
  if (message.kind === "mivb_secrets") return mivbSecretsMail(addressee, MivbSecrets.parse(JSON.parse(content)));
  const purpose = message.kind === "password_reset" ? "password_reset" : "registration";
  const token = await newOneTimeLink(db, { accountId, userId: userId!, purpose, now });
  if (message.kind === "office_deployment") return officeDeploymentMail(addressee, token);
  return purpose === "registration" ? welcomeMail(addressee, token) : passwordResetMail(addressee, token);
}

async function settle(db: Db, message: Message, delivery: Delivery, now: Date): Promise<void> {
  const { accountId, id, bulkJobId, userId } = message;
  const attempts = message.attempts + 1;
  const isGivenUp = delivery.outcome === "refused" || (delivery.outcome === "later" && attempts >= MAX_ATTEMPTS);
  const status = delivery.outcome === "sent" ? "sent" : isGivenUp ? "failed" : "queued";
  const { count } = await db.mailMessage.updateMany({
    // Of two tries at the same time, which a lost worker can bring about, one is counted.
    where: { accountId, id, status: "queued", attempts: message.attempts },
    data: delivery.outcome === "sent" ? { status, attempts, sentAt: now, error: "", contentSealed: null } : { status, attempts, error: delivery.reason },
  });
  if (count === 0) return;
  if (status === "queued") {
    await jobWriter(db)("mail.send", { accountId, messageId: id }, { startAfter: new Date(now.getTime() + pauseBeforeRetryMs(attempts)) });
  } else {
    await goOn(db, message, status === "sent", now);
    if (bulkJobId) await countMail(db, accountId, bulkJobId, status === "sent", now);
  }
  // An open page of the user tells also of a mail that is being tried again; of a batch only the end is told.
  if (!bulkJobId && userId) await publish(db, { channel: "account", accountId, topic: "users" });
}

/** What happens to the mail that waits for this one: it goes too, or is given up with it. */
async function goOn(db: Db, { accountId, nextId }: Message, sent: boolean, now: Date): Promise<void> {
  if (!nextId) return;
  if (sent) return jobWriter(db)("mail.send", { accountId, messageId: nextId });
  const next = await db.mailMessage.update({
    where: { accountId_id: { accountId, id: nextId } },
    data: { status: "failed", error: "The mail before this one could not be delivered.", contentSealed: null },
    select: { bulkJobId: true },
  });
  if (next.bulkJobId) await countMail(db, accountId, next.bulkJobId, false, now);
}
