/** What a message says, taken from its raw form. */
import PostalMime, { type Address, type Attachment } from "postal-mime";

export type AttachmentView = {
  fileName: string;
  mimeType: string;
  /** In bytes. */
  size: number;
  /** Without angle brackets; what `cid:` addresses in the HTML part name. */
  contentId: string | null;
};

export type MessageContent = {
  /** Of the header; null when there is none. */
  messageId: string | null;
  /** As written in the header, e.g. `Mitel Administration <no-reply@portal.example>`. */
  from: string;
  to: string[];
  subject: string;
  /** ISO 8601; when the sender says it was sent. */
  date: string | null;
  html: string | null;
  text: string | null;
  attachments: AttachmentView[];
};

/** Reads a raw message. Fails on one that is nested or padded beyond reason. */
export async function parseMessage(raw: Uint8Array): Promise<MessageContent> {
  const email = await PostalMime.parse(raw);
  return {
    messageId: email.messageId ?? null,
    from: email.from ? written(email.from) : "",
    to: (email.to ?? []).map(written),
    subject: email.subject ?? "",
    date: email.date ?? null,
    html: email.html ?? null,
    text: email.text ?? null,
    attachments: email.attachments.map((attachment, index) => ({
      fileName: attachment.filename ?? `attachment-${index + 1}`,
      mimeType: attachment.mimeType,
      size: contentOf(attachment).length,
      contentId: attachment.contentId?.replace(/^<|>$/g, "") ?? null,
    })),
  };
}

/** The bytes of an attachment, by its place among them; undefined when there are fewer. */
export async function readAttachment(raw: Uint8Array, index: number): Promise<Buffer | undefined> {
  const attachment = (await PostalMime.parse(raw)).attachments[index];
  return attachment && contentOf(attachment);
}

function contentOf({ content }: Attachment): Buffer {
  return typeof content === "string" ? Buffer.from(content) : Buffer.from(content as Uint8Array);
}

function written(address: Address): string {
  if (address.group) return `${address.name}: ${address.group.map(written).join(", ")};`;
  return address.name ? `${address.name} <${address.address}>` : address.address;
}
