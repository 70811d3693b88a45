/** "Export Logs" of a support log: one zip file, or for Mitel One Mobile two (LOGS-21 to LOGS-23). */
import { z } from "zod";
import type { Db } from "#lib/db/client.ts";
import { zonedTime } from "#lib/lists/zoned-time.ts";
import { notFound } from "#lib/operations/errors.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";
import { distinctNames, zipOf } from "./archive.ts";
import type { ArchiveEntry } from "./archive.ts";
import { readSupportLog } from "./get-support-log.ts";
import { htmlReport } from "./html-report.ts";
import type { AttachmentContent } from "./html-report.ts";
import { textReport } from "./report-parts.ts";
import { hasReport } from "./rules.ts";
import type { SupportLogView } from "./schemas.ts";

const SIP_FOLDER = "SIP logs/";

/** The log as text, and beside it the files that the reporter attached; those of Mitel One Mobile stand in its report (LOGS-21, LOGS-22). */
export const exportLog = operation({
  name: "support-logs.export-log",
  summary: "A support log with its files, as a zip file",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ logId: z.uuid() }),
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/support-logs/{logId}/logs" },
  async run({ account, db }, { logId }) {
    const { log, files } = await readWithFiles(db, account.id, logId);
    const name = archiveName(log);
    const report = { name: `${name}.txt`, content: textReport(log, zonedTime(account.timeZone), written(files, "log")) };
    const attached = hasReport(log.product) ? [] : files.filter(({ kind }) => kind === "file").map(({ fileName, content }) => ({ name: fileName, content }));
    return zipAnswer(`${name}.zip`, log, distinctNames([report, ...attached]));
  },
});

/** The report of a Mitel One Mobile log; with the log level debug also its SIP logs and the log itself (LOGS-22, LOGS-23). */
export const exportReport = operation({
  name: "support-logs.export-report",
  summary: "The report of a Mitel One Mobile support log, as a zip file",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ logId: z.uuid() }),
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/support-logs/{logId}/report" },
  async run({ account, db }, { logId }) {
    const { log, files } = await readWithFiles(db, account.id, logId);
    if (!hasReport(log.product)) throw notFound("The report");
    const report = { name: "report.html", content: htmlReport(log, zonedTime(account.timeZone), files) };
    return zipAnswer("report.zip", log, log.logLevel === "debug" ? [report, ...debugEntries(files)] : [report]);
  },
});

/** "mitel-one-web-logs-4f2a9": the end tells the logs of a product apart (LOGS-22). */
function archiveName({ product, id }: SupportLogView): string {
  return `${product.toLowerCase().replaceAll(" ", "-")}-logs-${id.slice(-5)}`;
}

function debugEntries(files: readonly AttachmentContent[]): ArchiveEntry[] {
  const sip = written(files, "sip");
  return [{ name: SIP_FOLDER, content: "" }, ...(sip ? [{ name: `${SIP_FOLDER}sip.log`, content: sip }] : []), { name: "log.txt", content: written(files, "log") }];
}

/** What the application wrote down, as text; empty when it sent nothing. */
function written(files: readonly AttachmentContent[], kind: "log" | "sip"): string {
  const file = files.find((each) => each.kind === kind);
  return file ? new TextDecoder().decode(file.content) : "";
}

async function readWithFiles(db: Db, accountId: string, logId: string): Promise<{ log: SupportLogView; files: AttachmentContent[] }> {
  const [log, files] = await Promise.all([
    readSupportLog(db, accountId, logId),
    db.supportLogAttachment.findMany({ where: { accountId, logId }, select: { kind: true, fileName: true, contentType: true, content: true }, orderBy: { position: "asc" } }),
  ]);
  return { log, files: files as AttachmentContent[] };
}

async function zipAnswer(fileName: string, log: SupportLogView, entries: readonly ArchiveEntry[]): Promise<FileAnswer> {
  return { fileName, contentType: "application/zip", body: await zipOf(entries, new Date(log.createdAt)) };
}
