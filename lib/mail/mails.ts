/** What each kind of mail says. */
import QRCode from "qrcode";
import { settings } from "#lib/config/settings.ts";
import { composeMail } from "./mail-content.ts";
import type { MailContent } from "./mail-content.ts";

export type Addressee = { name: string; accountName: string };

/** WELCOME-02, ACDADD-27: the link to finish registration, and where the PC client is to be had. */
export function welcomeMail({ name, accountName }: Addressee, token: string): MailContent {
  return composeMail({
    subject: `Welcome to ${accountName}`,
    greeting: `Hello ${name},`,
    paragraphs: [`${accountName} has made a Mitel account for you. Choose a password to finish it; you can then sign in with your e-mail address.`],
    action: { label: "Finish building your account", address: `${settings().PORTAL_URL}/register/${token}` },
    notes: [`The link works once, for seven days. The MiCollab client for your PC is at ${settings().CLIENT_DOWNLOAD_URL}`],
  });
}

/** USER-55, OP1-88. */
export function passwordResetMail({ name, accountName }: Addressee, token: string): MailContent {
  return composeMail({
    subject: "Reset your password",
    greeting: `Hello ${name},`,
    paragraphs: [`A new password was asked for, for your account at ${accountName}. If it was not you, leave this mail alone: your password stays as it is.`],
    action: { label: "Reset Password", address: `${settings().PORTAL_URL}/reset-password/${token}` },
    notes: ["The link works once, for 24 hours."],
  });
}

// The rows of a QR code repeat, for which one filter of PNG is right; trying all five takes longer than all the rest of a mail.
const REPEATED_ROWS = { deflateLevel: 9, filterType: 2 };

/** DEPLOY-36, ACDADD-28: the configuration as link and QR code; never the PIN (DEPLOY-29). */
export async function deploymentMail({ name, accountName }: Addressee, link: string): Promise<MailContent> {
  const content = await QRCode.toBuffer(link, { type: "png", width: 400, margin: 2, rendererOpts: REPEATED_ROWS });
  return composeMail({
    subject: "Set up your MiCollab client",
    greeting: `Hello ${name},`,
    paragraphs: [
      `Your phone service at ${accountName} is ready. To set up the client: install MiCollab, then open the link on your PC, or scan the code with your phone.`,
      "You will be asked for a PIN. For your safety it is not in this mail: sign in to Mitel Administration to see it, or ask your administrator.",
    ],
    action: { label: "Set up my client", address: link },
    picture: { attachment: { filename: "deployment.png", content, contentType: "image/png", cid: "deployment" }, alt: "QR code of the deployment link" },
    notes: [`The MiCollab client for your PC is at ${settings().CLIENT_DOWNLOAD_URL}`],
  });
}
