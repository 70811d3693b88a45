/** The pages of the inbox. */
import { renderPage } from "../kit/console.ts";
import { type Html, html } from "../kit/html.ts";
import { STYLE as CONSOLE_STYLE } from "../kit/style.ts";
import type { MailFaultState } from "./faults.ts";
import type { MessageSummary, StoredMessage } from "./mailbox.ts";

export const STYLE = `${CONSOLE_STYLE}
header { margin-bottom: 24px; }
td.wide { width: 60%; white-space: normal; }
details { position: relative; } summary { padding: 6px 12px; cursor: pointer; color: var(--bad); } details form { margin: 8px 0 0; }
input[type="search"] { width: min(420px, 100%); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; margin: 16px 0; } dt { color: var(--fg-2); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 640px; border: 1px solid var(--line); border-radius: 8px; background: #fff; color-scheme: light; resize: vertical; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; font: 13px/1.5 ui-monospace, monospace; }
section { margin-top: 24px; } ul { margin: 0; padding-left: 20px; }
`;

type InboxView = {
  messages: MessageSummary[];
  /** Of all messages that match, not of the page alone. */
  count: number;
  search: string;
  /** Where the next page begins; null on the last. */
  nextBefore: number | null;
  smtpUrl: string;
  faults: MailFaultState;
};

/** The list of messages, newest first. */
export function inboxPage(view: InboxView): Html {
  const { messages, count, search, nextBefore } = view;
  const empty = search ? `Nothing matches "${search}".` : "No mail has arrived yet.";
  const older = nextBefore !== null && `/?${new URLSearchParams({ ...(search && { search }), before: String(nextBefore) })}`;
  return renderPage(
    "Mail inbox",
    html`<main>
<header><div><h1>Mail inbox</h1><p>Everything sent to ${view.smtpUrl} arrives here and goes no further. ${describeFaults(view.faults)}</p></div>
<details><summary>Delete all</summary><form method="post" action="/delete-all"><button>Delete all messages</button></form></details></header>
<form method="get" action="/" role="search"><label for="search">Recipient or subject</label><input id="search" name="search" type="search" value="${search}"><button>Search</button></form>
<div class="scroll" tabindex="0" role="region" aria-label="Messages"><table>
<caption>${count === 1 ? "1 message" : `${count} messages`}${search && ` matching "${search}"`}</caption>
<thead><tr><th scope="col">Received</th><th scope="col">To</th><th scope="col">Subject</th></tr></thead>
<tbody>${messages.length > 0 ? messages.map(inboxRow) : html`<tr><td colspan="3">${empty}</td></tr>`}</tbody>
</table></div>
${older && html`<p><a href="${older}">Older messages</a></p>`}
</main>`,
  );
}

function inboxRow({ id, receivedAt, recipients, subject }: MessageSummary): Html {
  return html`<tr><td>${time(receivedAt)}</td><td>${recipients.join(", ")}</td><td class="wide"><a href="/messages/${id}">${subject || "(no subject)"}</a></td></tr>`;
}

/** One message: its HTML in a frame where nothing of it can run, its text, its attachments. */
export function messagePage({ id, subject, from, recipients, receivedAt, html: htmlPart, text, attachments }: StoredMessage): Html {
  const files = attachments.map(
    ({ fileName, mimeType, size }, index) => html`<li><a href="/messages/${id}/attachments/${index}">${fileName}</a> (${mimeType}, ${size} bytes)</li>`,
  );
  return renderPage(
    subject || "(no subject)",
    html`<main>
<p><a href="/">Mail inbox</a></p>
<h1>${subject || "(no subject)"}</h1>
<dl><dt>From</dt><dd>${from}</dd><dt>To</dt><dd>${recipients.join(", ")}</dd><dt>Received</dt><dd>${time(receivedAt)}</dd></dl>
${htmlPart !== null && html`<iframe title="Message" src="/messages/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
${text !== null && html`<section><h2>Text</h2><div class="panel"><pre>${linked(text)}</pre></div></section>`}
${files.length > 0 && html`<section><h2>Attachments</h2><ul>${files}</ul></section>`}
<section><a href="/messages/${id}/raw">Source</a></section>
</main>`,
  );
}

/** A page for what can not be shown. */
export function problemPage(message: string): Html {
  return renderPage("Mail inbox", html`<main><h1>Mail inbox</h1><p class="bad">${message}</p><p><a href="/">All messages</a></p></main>`);
}

function describeFaults({ outage, rejectRecipients, errorRate, dropAfterCommit }: MailFaultState): string {
  const active = [
    outage && "outage",
    rejectRecipients.length > 0 && `${rejectRecipients.length} recipients refused`,
    errorRate > 0 && `errors on ${Math.round(errorRate * 100)} % of messages`,
    Boolean(dropAfterCommit) && "answers lost",
  ].filter(Boolean);
  return active.length > 0 ? `Faults: ${active.join(", ")}.` : "";
}

function time(iso: string): Html {
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")} UTC</time>`;
}

function linked(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/).map((part, index) =>
    index % 2 === 1 ? html`<a href="${part}" target="_blank" rel="noopener noreferrer">${part}</a>` : html`${part}`,
  );
}
