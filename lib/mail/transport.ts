import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";
import { settings } from "#lib/config/settings.ts";
import type { MailContent } from "./mail-content.ts";

let transport: Transporter | undefined;

function mailTransport(): Transporter {
  transport ??= createTransport({ url: settings().SMTP_URL, pool: true, maxConnections: 4, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 });
  return transport;
}

/** What came of handing a mail to the SMTP server: gone, refused for good (5xx), or to be tried again. */
export type Delivery = { outcome: "sent" } | { outcome: "refused" | "later"; reason: string };

/** Hands one mail to the SMTP server. Never throws. */
export async function deliver(recipient: string, messageId: string, { language, subject, text, html, attachments }: MailContent): Promise<Delivery> {
  try {
    // The same Message-ID on every try, so that a mailbox can tell a repeated delivery (RFC 5322 section 3.6.4).
    await mailTransport().sendMail({ from: settings().MAIL_FROM, to: recipient, messageId: `<${messageId}@${new URL(settings().PORTAL_URL).hostname}>`, subject, text, html, attachments, headers: { "Content-Language": language } });
    return { outcome: "sent" };
  } catch (error) {
    const failure = error as SmtpFailure;
    return { outcome: isRefusal(failure) ? "refused" : "later", reason: failure.message.slice(0, 500) };
  }
}

type SmtpFailure = Error & { code?: string; command?: string; responseCode?: number };

/** Whether the recipient or the mail itself was refused for good. A sender or a password that the server does not take is ours to mend. */
function isRefusal({ code, command, responseCode = 0 }: SmtpFailure): boolean {
  if (code !== "EENVELOPE" && code !== "EMESSAGE") return false;
  if (command === "MAIL FROM") return false;
  return command === "API" || responseCode >= 500;
}
