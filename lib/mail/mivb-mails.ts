/** The two mails with which a person begins to use MiVoice Business: what they have, and, apart from it, their passwords (USER-64 to USER-66). */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { fill } from "#lib/messages/fill.ts";
import { composeMail } from "./mail-content.ts";
import type { MailContent } from "./mail-content.ts";
import { mailTexts } from "./mail-texts.ts";
import type { Addressee } from "./mails.ts";

const DEVICES = ["softphone", "hot_desk", "phone"] as const;

export const MivbDetails = z.object({
  signInName: z.string(),
  phones: z.array(z.object({ number: z.string(), device: z.enum(DEVICES), deviceType: z.string() })),
  client: z.object({ userName: z.string(), link: z.string().nullable() }).nullable(),
});
export type MivbDetails = z.infer<typeof MivbDetails>;

/** Null where the person has none, or the portal did not set it. */
export const MivbSecrets = z.object({ clientPassword: z.string().nullable(), passcode: z.string().nullable() });
export type MivbSecrets = z.infer<typeof MivbSecrets>;

/** The first mail: User Portal, phones and client; no secret is in it (USER-65). */
export async function mivbDetailsMail({ name, accountName: account, locale }: Addressee, { signInName, phones, client }: MivbDetails): Promise<MailContent> {
  const { greeting, mivb } = await mailTexts(locale);
  const address = settings().PORTAL_URL;
  return composeMail(locale, {
    subject: mivb.subject,
    greeting: fill(greeting, { name }),
    paragraphs: [
      fill(mivb.details, { account }),
      fill(mivb.portal, { address, signInName }),
      ...phones.map(({ number, device, deviceType }) => fill(mivb.phone, { number, device: deviceType || mivb.devices[device] })),
      ...(client ? [fill(mivb.client, { userName: client.userName }), ...(client.link ? [fill(mivb.deployment, { link: client.link })] : [])] : []),
    ],
    action: { label: mivb.action, address },
    notes: [mivb.secretsFollow],
  });
}

/** The second mail: the password of the client and the PIN of the phone (USER-66). */
export async function mivbSecretsMail({ name, accountName: account, locale }: Addressee, { clientPassword, passcode }: MivbSecrets): Promise<MailContent> {
  const { greeting, mivb } = await mailTexts(locale);
  const lines = [...(clientPassword ? [fill(mivb.clientPassword, { password: clientPassword })] : []), ...(passcode ? [fill(mivb.passcode, { pin: passcode })] : [])];
  return composeMail(locale, {
    subject: mivb.subject,
    greeting: fill(greeting, { name }),
    paragraphs: lines.length > 0 ? [fill(mivb.secrets, { account }), ...lines] : [mivb.noSecrets],
    notes: [mivb.keepSecret],
  });
}
