/** What each kind of mail says, in the language of whom it is for. */
import QRCode from "qrcode";
import { settings } from "#lib/config/settings.ts";
import { fill } from "#lib/messages/fill.ts";
import type { Locale } from "#lib/messages/languages.ts";
import { composeMail } from "./mail-content.ts";
import type { MailContent } from "./mail-content.ts";
import { mailTexts } from "./mail-texts.ts";

/** Whom a mail is for; `locale` is the person's own language, else that of their account. */
export type Addressee = { name: string; accountName: string; locale: Locale };

/** WELCOME-02, ACDADD-27: the link to finish registration, and where the PC client is to be had. */
export async function welcomeMail({ name, accountName: account, locale }: Addressee, token: string): Promise<MailContent> {
  const { greeting, welcome } = await mailTexts(locale);
  return composeMail(locale, {
    subject: fill(welcome.subject, { account }),
    greeting: fill(greeting, { name }),
    paragraphs: [fill(welcome.text, { account })],
    action: { label: welcome.action, address: `${settings().PORTAL_URL}/register/${token}` },
    notes: [fill(welcome.note, { download: settings().CLIENT_DOWNLOAD_URL })],
  });
}

/** USER-55, OP1-88. */
export async function passwordResetMail({ name, accountName: account, locale }: Addressee, token: string): Promise<MailContent> {
  const { greeting, passwordReset } = await mailTexts(locale);
  return composeMail(locale, {
    subject: passwordReset.subject,
    greeting: fill(greeting, { name }),
    paragraphs: [fill(passwordReset.text, { account })],
    action: { label: passwordReset.action, address: `${settings().PORTAL_URL}/reset-password/${token}` },
    notes: [passwordReset.note],
  });
}

/** GW-47: the link to register, and what the application is for. */
export async function officeDeploymentMail({ name, accountName: account, locale }: Addressee, token: string): Promise<MailContent> {
  const { greeting, officeDeployment } = await mailTexts(locale);
  return composeMail(locale, {
    subject: fill(officeDeployment.subject, { account }),
    greeting: fill(greeting, { name }),
    paragraphs: [fill(officeDeployment.text, { account }), officeDeployment.about],
    action: { label: officeDeployment.action, address: `${settings().PORTAL_URL}/register/${token}` },
    notes: [officeDeployment.note],
  });
}

// The rows of a QR code repeat, for which one filter of PNG is right; trying all five takes longer than all the rest of a mail.
const REPEATED_ROWS = { deflateLevel: 9, filterType: 2 };

/** DEPLOY-36, ACDADD-28: the configuration as link and QR code; never the PIN (DEPLOY-29). */
export async function deploymentMail({ name, accountName: account, locale }: Addressee, link: string): Promise<MailContent> {
  const { greeting, deployment } = await mailTexts(locale);
  const content = await QRCode.toBuffer(link, { type: "png", width: 400, margin: 2, rendererOpts: REPEATED_ROWS });
  return composeMail(locale, {
    subject: deployment.subject,
    greeting: fill(greeting, { name }),
    paragraphs: [fill(deployment.text, { account }), deployment.pin],
    action: { label: deployment.action, address: link },
    picture: { attachment: { filename: "deployment.png", content, contentType: "image/png", cid: "deployment" }, alt: deployment.picture },
    notes: [fill(deployment.note, { download: settings().CLIENT_DOWNLOAD_URL })],
  });
}
