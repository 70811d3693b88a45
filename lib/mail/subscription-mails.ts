/** The mail that tells of subscriptions that expire soon. */
import { z } from "zod";
import { settings } from "#lib/config/settings.ts";
import { fill } from "#lib/messages/fill.ts";
import { composeMail } from "./mail-content.ts";
import type { MailContent } from "./mail-content.ts";
import { mailTexts } from "./mail-texts.ts";
import type { Addressee } from "./mails.ts";

export const ExpiringOrders = z.object({
  days: z.number().int(),
  /** Null for orders that are not assigned. */
  company: z.string().nullable(),
  /** A path of the portal. */
  link: z.string(),
  orders: z.array(z.object({ number: z.string(), expiresOn: z.iso.date(), products: z.string() })),
});
export type ExpiringOrders = z.infer<typeof ExpiringOrders>;

const LISTED = 25;

/** Names the orders, the first to expire first. */
export async function subscriptionsMail({ name, locale }: Addressee, { days, company, link, orders }: ExpiringOrders): Promise<MailContent> {
  const { greeting, subscriptions } = await mailTexts(locale);
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const lines = orders
    .toSorted((a, b) => (a.expiresOn < b.expiresOn ? -1 : 1))
    .map(({ number, expiresOn, products }) => fill(subscriptions.order, { number, products, date: date.format(new Date(expiresOn)) }));
  const more = lines.length - LISTED;
  return composeMail(locale, {
    subject: company === null ? fill(subscriptions.unassignedSubject, { days }) : fill(subscriptions.subject, { company, days }),
    greeting: fill(greeting, { name }),
    paragraphs: [
      company === null ? fill(subscriptions.unassigned, { days }) : fill(subscriptions.text, { company, days }),
      ...lines.slice(0, LISTED),
      ...(more > 0 ? [fill(subscriptions.more, { count: more })] : []),
      ...(company === null ? [] : [subscriptions.what]),
    ],
    action: { label: subscriptions.action, address: settings().PORTAL_URL + link },
    notes: [subscriptions.note],
  });
}
