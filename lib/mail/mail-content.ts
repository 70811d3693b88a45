/** How a mail looks: one frame for all, as HTML and as plain text. */
import { escapeHtml } from "#lib/html/escape-html.ts";
import type { Locale } from "#lib/messages/languages.ts";

export type MailAttachment = { filename: string; content: Buffer; contentType: string; cid: string };
/** `language` is told to mail programs and screen readers (RFC 3282). */
export type MailContent = { language: Locale; subject: string; text: string; html: string; attachments: MailAttachment[] };

export type MailParts = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  /** The one thing to do. */
  action?: { label: string; address: string };
  /** An attached picture shown below the action. */
  picture?: { attachment: MailAttachment; alt: string };
  /** What stands small at the end. */
  notes: string[];
};

/** Puts the parts of a mail into the frame. */
export function composeMail(language: Locale, { subject, greeting, paragraphs, action, picture, notes }: MailParts): MailContent {
  const text = [greeting, ...paragraphs, ...(action ? [`${action.label}:\n${action.address}`] : []), ...notes].join("\n\n");
  const body = [
    paragraph(greeting),
    ...paragraphs.map(paragraph),
    action ? `<p style="margin:24px 0"><a href="${escapeHtml(action.address)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1554d1;color:#ffffff;font-weight:600;text-decoration:none">${escapeHtml(action.label)}</a></p>` : "",
    picture ? `<p style="margin:24px 0"><img src="cid:${picture.attachment.cid}" alt="${escapeHtml(picture.alt)}" width="200" height="200" style="display:block;border:1px solid #e3e7ee;border-radius:8px"></p>` : "",
    ...notes.map((note) => `<p style="margin:0 0 8px;font-size:13px;line-height:20px;color:#66738a">${escapeHtml(note)}</p>`),
  ].join("");
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f6f7f9;font-family:Inter,system-ui,sans-serif;color:#131a26"><div style="max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border:1px solid #e3e7ee;border-radius:12px">
<p style="margin:0 0 24px;font-weight:700">Mitel Administration</p>${body}</div></body></html>`;
  return { language, subject, text, html, attachments: picture ? [picture.attachment] : [] };
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px;font-size:15px;line-height:24px">${escapeHtml(text)}</p>`;
}
