import { z } from "zod";
import { notFound } from "#lib/operations/errors.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { operation } from "#lib/operations/operation.ts";

/** A file of a support log, as a download; a page shows it by its address only where it is an image (LOGS-19, LOGS-20). */
export const getAttachment = operation({
  name: "support-logs.get-attachment",
  summary: "A file of a support log",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ logId: z.uuid(), attachmentId: z.uuid() }),
  output: z.custom<FileAnswer>(),
  http: { method: "GET", path: "/accounts/{accountId}/support-logs/{logId}/attachments/{attachmentId}" },
  async run({ account, db }, { logId, attachmentId }) {
    const file = await db.supportLogAttachment.findUnique({ where: { accountId_id: { accountId: account.id, id: attachmentId }, logId } });
    if (!file) throw notFound("The file");
    return { fileName: file.fileName, contentType: file.contentType === "text/plain" ? "text/plain; charset=utf-8" : file.contentType, body: file.content };
  },
});
