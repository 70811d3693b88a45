/** The mail inbox of the running portal, as a person reads it. */
import { inject } from "vitest";
import { until } from "./browser.ts";

type Message = { id: string; subject: string; recipients: string[] };
type FullMessage = Message & { html: string; text: string };

function inbox(): string {
  return `http://127.0.0.1:${inject("portal").ports.mailInbox}/api/messages`;
}

/** Waits for a mail to an address, by a part of its subject. */
export async function mailTo(address: string, subject: string): Promise<FullMessage> {
  const found = await until(async () => {
    const response = await fetch(`${inbox()}?to=${encodeURIComponent(address)}&subject=${encodeURIComponent(subject)}`);
    return ((await response.json()) as { messages: Message[] }).messages[0];
  }, `A mail "${subject}" to ${address}`);
  return (await (await fetch(`${inbox()}/${found.id}`)).json()) as FullMessage;
}

/** How many mails of a subject have come to an address. */
export async function countMails(address: string, subject: string): Promise<number> {
  const response = await fetch(`${inbox()}?to=${encodeURIComponent(address)}&subject=${encodeURIComponent(subject)}`);
  return ((await response.json()) as { total: number }).total;
}

/** The address behind a link text of a mail. */
export function linkIn({ html }: FullMessage, label: string): string {
  const match = new RegExp(`href="([^"]+)"[^>]*>${label}<`).exec(html);
  if (!match) throw new Error(`The mail has no link "${label}".`);
  return match[1]!.replaceAll("&amp;", "&");
}
