/** The update notification of a gateway (USER-14). */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { fill } from "#lib/messages/fill.ts";
import { composeMail } from "./mail-content.ts";
import type { MailContent } from "./mail-content.ts";
import { mailTexts } from "./mail-texts.ts";
import type { Addressee } from "./mails.ts";

/** Who was changed by whom, and in what; `link` is a path of the portal. */
export const UserChange = z.object({ user: z.string(), by: z.string(), fields: z.array(z.string()), link: z.string() });
export type UserChange = z.infer<typeof UserChange>;

/** Names the user and the changed fields (OP1-23). */
export async function userChangedMail({ name, accountName: account, locale }: Addressee, { user, by, fields, link }: UserChange): Promise<MailContent> {
  const { greeting, userChanged } = await mailTexts(locale);
  return composeMail(locale, {
    subject: fill(userChanged.subject, { user }),
    greeting: fill(greeting, { name }),
    paragraphs: [fill(userChanged.text, { by, user, account, fields: fields.join(", ") })],
    action: { label: userChanged.action, address: settings().PORTAL_URL + link },
    notes: [fill(userChanged.note, { account })],
  });
}
