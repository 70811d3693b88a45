/** Files of a report, as they are stored. Pure. */
import { newId } from "#lib/db/id.ts";
import { invalid } from "#lib/operations/errors.ts";
import { MAX_ATTACHMENT_BYTES } from "./schemas.ts";
import type { AddSupportLogInput, AttachmentView, ImageType } from "./schemas.ts";

export type AttachmentToStore = AttachmentView & { position: number; content: Uint8Array<ArrayBuffer> };

/** What the first bytes of an image say; null in a place where any byte may stand. */
const SIGNATURES: [type: ImageType, mark: (number | null)[]][] = [
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/gif", [0x47, 0x49, 0x46, 0x38]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46, null, null, null, null, 0x57, 0x45, 0x42, 0x50]],
];

/**
 * What the bytes of a file are, whatever its name says.
 * @returns undefined for what is neither an image that browsers show nor text in UTF-8
 */
export function contentTypeOf(bytes: Uint8Array): AttachmentView["contentType"] | undefined {
  const image = SIGNATURES.find(([, mark]) => mark.every((byte, index) => byte === null || bytes[index] === byte));
  if (image) return image[0];
  return isText(bytes) ? "text/plain" : undefined;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The files of a report: what the application wrote down, by the name of the account (LOGS-12), then what the reporter attached.
 * @throws OperationError invalid at the file that can not be taken
 */
export function attachmentsOf(accountId: string, { log, sipLog, attachments }: Pick<AddSupportLogInput, "log" | "sipLog" | "attachments">): AttachmentToStore[] {
  const written = [
    { kind: "log" as const, field: "log", fileName: `${accountId}.txt`, content: log },
    { kind: "sip" as const, field: "sipLog", fileName: `sip-${accountId}.txt`, content: sipLog },
  ];
  const files = [
    ...written.filter(({ content }) => content !== "").map(({ content, ...file }) => ({ ...file, content: new Uint8Array(Buffer.from(content, "utf8")) })),
    ...attachments.map(({ fileName, content }, index) => ({ kind: "file" as const, field: `attachments.${index}.content`, fileName, content: decodeBase64(content, `attachments.${index}.content`) })),
  ];
  return files.map(({ field, ...file }, position) => ({ ...file, id: newId(), position, size: file.content.length, contentType: checkedType(file.content, field) }));
}

function decodeBase64(text: string, field: string): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.from(text, "base64");
  // Buffer leaves out what it can not read.
  if (bytes.toString("base64") !== text) throw invalid("The content of a file is sent as base64.", field);
  return new Uint8Array(bytes);
}

function checkedType(content: Uint8Array, field: string): AttachmentView["contentType"] {
  if (content.length === 0) throw invalid("This file is empty.", field);
  if (content.length > MAX_ATTACHMENT_BYTES) throw invalid(`A file has at most ${MAX_ATTACHMENT_BYTES / 1024 / 1024} MB.`, field);
  const type = contentTypeOf(content);
  if (!type) throw invalid("Images (PNG, JPEG, GIF, WebP) and text files (UTF-8) can be attached.", field);
  return type;
}
