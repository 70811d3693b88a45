/** The HTTP side of the mail catcher: the inbox for people, `/api/messages` for programs, the tester's controls. */
import type { IncomingMessage } from "node:http";
import { z } from "zod";
import type { Html } from "../kit/html.ts";
import { Refusal, notFound } from "../kit/refusal.ts";
import { assertSameOrigin, readBody } from "../kit/requests.ts";
import { parseBody } from "../kit/validation.ts";
import type { MailFaults } from "./faults.ts";
import type { Mailbox, StoredMessage } from "./mailbox.ts";
import { readAttachment } from "./messages.ts";
import { STYLE, inboxPage, messagePage } from "./pages.ts";

export type Reply = { status: number; headers: Record<string, string>; body: string | Uint8Array };

const MESSAGES_PER_PAGE = 50;

/** Nothing of a mail can run: no script, no form, nothing from elsewhere; links open in a window of their own. */
const MAIL_POLICY = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";
const PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ListQuery = z.object({
  to: z.string().optional(),
  subject: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
  before: z.coerce.number().int().min(1).optional(),
});

type Handler = (message: IncomingMessage, query: URLSearchParams, ...parameters: string[]) => Reply | Promise<Reply>;

/** Makes what answers a request; it throws a `Refusal` for one that it can not. */
export function inbox(mailbox: Mailbox, faults: MailFaults, smtpUrl: string): (message: IncomingMessage, url: URL) => Promise<Reply> {
  const routes: [method: string, path: RegExp, handler: Handler][] = [
    ["GET", /^\/$/, (_, query) => showInbox(query)],
    ["GET", /^\/messages\/(\d+)$/, (_, __, id) => page(messagePage(messageOf(id)))],
    ["GET", /^\/messages\/(\d+)\/html$/, (_, __, id) => mailHtml(messageOf(id))],
    ["GET", /^\/messages\/(\d+)\/raw$/, (_, __, id) => file(rawOf(id), "message/rfc822", `message-${id}.eml`)],
    ["GET", /^\/messages\/(\d+)\/attachments\/(\d+)$/, (_, __, id, index) => attachment(messageOf(id), Number(index))],
    ["POST", /^\/delete-all$/, () => (mailbox.deleteAll(), { status: 303, headers: { location: "/" }, body: "" })],
    ["GET", /^\/_style\.css$/, () => ({ status: 200, headers: { "content-type": "text/css; charset=utf-8" }, body: STYLE })],
    ["GET", /^\/api\/messages$/, (_, query) => listMessages(query)],
    ["GET", /^\/api\/messages\/(\d+)$/, (_, __, id) => json(messageOf(id))],
    ["DELETE", /^\/api\/messages$/, () => (mailbox.deleteAll(), { status: 204, headers: {}, body: "" })],
    ["GET", /^\/_state$/, () => json({ messages: mailbox.count(), faults: faults.get() })],
    ["GET", /^\/_faults$/, () => json(faults.get())],
    ["PUT", /^\/_faults$/, async (message) => json(faults.set(await readBody(message)))],
  ];

  function showInbox(query: URLSearchParams): Reply {
    const search = query.get("search") ?? "";
    const before = Number(query.get("before")) || undefined;
    const found = mailbox.list({ search, before }, MESSAGES_PER_PAGE + 1);
    const messages = found.slice(0, MESSAGES_PER_PAGE);
    const nextBefore = found.length > messages.length ? (messages.at(-1)?.id ?? null) : null;
    return page(inboxPage({ messages, count: mailbox.count({ search }), search, nextBefore, smtpUrl, faults: faults.get() }));
  }

  function listMessages(query: URLSearchParams): Reply {
    const { limit, before, ...filter } = parseBody(ListQuery, Object.fromEntries(query));
    return json({ messages: mailbox.list({ ...filter, before }, limit), total: mailbox.count(filter) });
  }

  function messageOf(id = ""): StoredMessage {
    return mailbox.get(Number(id)) ?? missing(id);
  }

  function rawOf(id = ""): Uint8Array {
    return mailbox.raw(Number(id)) ?? missing(id);
  }

  async function attachment({ id, attachments }: StoredMessage, index: number): Promise<Reply> {
    const content = await readAttachment(rawOf(String(id)), index);
    const view = attachments[index];
    if (!content || !view) throw notFound(`Message ${id} has no attachment ${index}.`);
    return file(content, view.mimeType, view.fileName);
  }

  return async (message, url) => {
    assertSameOrigin(message);
    for (const [method, path, handler] of routes) {
      const match = method === message.method ? path.exec(url.pathname) : null;
      if (match) return handler(message, url.searchParams, ...match.slice(1));
    }
    throw notFound(`There is nothing at ${message.method} ${url.pathname}.`);
  };
}

function missing(id: string): never {
  throw notFound(`There is no message ${id}.`);
}

function json(value: unknown): Reply {
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, body: JSON.stringify(value) };
}

/** A page for people, in an answer that is kept from running anything. */
export function page(content: Html, status = 200): Reply {
  return { status, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": PAGE_POLICY }, body: content.text };
}

/** The HTML part as it is, but for pictures it brings along and links, which open in a new window. */
function mailHtml({ id, html, attachments }: StoredMessage): Reply {
  if (html === null) throw new Refusal(404, "no_html", `Message ${id} has no HTML part.`);
  const withLinks = html.replace(/<a(?=\s)/gi, '<a target="_blank" rel="noopener noreferrer"');
  const body = attachments.reduce(
    (part, { contentId }, index) => (contentId ? part.replaceAll(`cid:${encodeURI(contentId)}`, `/messages/${id}/attachments/${index}`) : part),
    withLinks,
  );
  return { status: 200, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": MAIL_POLICY }, body };
}

/** A download; pictures in the HTML part are shown all the same, and an attached page can not run as one of ours. */
function file(content: Uint8Array, mimeType: string, fileName: string): Reply {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) ? mimeType : "application/octet-stream";
  return { status: 200, headers: { "content-type": type, "content-disposition": disposition, "content-security-policy": "default-src 'none'; sandbox" }, body: content };
}
