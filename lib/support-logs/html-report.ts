/** The report of a Mitel One Mobile log: one HTML page that needs nothing beside it (LOGS-22). Pure. */
import { escapeHtml } from "#lib/html/escape-html.ts";
import { reportParts } from "./report-parts.ts";
import type { ReportPart } from "./report-parts.ts";
import type { AttachmentView, SupportLogView } from "./schemas.ts";

export type AttachmentContent = Pick<AttachmentView, "kind" | "fileName" | "contentType"> & { content: Uint8Array };

// The page is opened from a disk: whatever was reported, nothing of it may run or load anything.
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

const STYLE = "body{margin:2rem auto;max-width:60rem;padding:0 1rem;font-family:system-ui,sans-serif;color:#131a26}h2{margin-top:2rem;font-size:1.1rem}th{padding:.2rem 1rem .2rem 0;text-align:start;vertical-align:top;white-space:nowrap}pre{padding:1rem;background:#f6f7f9;white-space:pre-wrap;overflow-wrap:anywhere}img{max-width:100%}";

/** Builds the page; the files that the reporter attached stand in it. */
export function htmlReport(log: SupportLogView, time: (iso: string) => string, attachments: readonly AttachmentContent[]): string {
  const parts = reportParts(log, time).map(partHtml);
  const files = attachments.filter(({ kind }) => kind === "file").map(fileHtml);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><title>${escapeHtml(log.title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(log.title)}</h1>
${[...parts, ...(files.length > 0 ? [`<h2>Attachments</h2>\n${files.join("\n")}`] : [])].join("\n")}
</body></html>
`;
}

function partHtml({ heading, facts = [], text = "" }: ReportPart): string {
  const rows = facts.map(([name, value]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`);
  const table = rows.length > 0 ? `\n<table>${rows.join("")}</table>` : "";
  return `<h2>${escapeHtml(heading)}</h2>${table}${text ? `\n<pre>${escapeHtml(text)}</pre>` : ""}`;
}

function fileHtml({ fileName, contentType, content }: AttachmentContent): string {
  const bytes = Buffer.from(content);
  const shown = contentType === "text/plain" ? `<pre>${escapeHtml(bytes.toString("utf8"))}</pre>` : `<img alt="${escapeHtml(fileName)}" src="data:${contentType};base64,${bytes.toString("base64")}">`;
  return `<h3>${escapeHtml(fileName)}</h3>\n${shown}`;
}
