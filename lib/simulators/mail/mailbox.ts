/** The one mailbox everything ends up in, kept over restarts. */
import type { Database } from "../kit/database.ts";
import type { AttachmentView, MessageContent } from "./messages.ts";

/** A message in a list. */
export type MessageSummary = {
  id: number;
  /** ISO 8601. */
  receivedAt: string;
  /** Whom it was delivered to, which the header need not tell. */
  recipients: string[];
  messageId: string | null;
  from: string;
  to: string[];
  subject: string;
  date: string | null;
  attachments: AttachmentView[];
};

export type StoredMessage = MessageSummary & { html: string | null; text: string | null };

type MessageFilter = {
  /** A whole address, or a part of one when it has no "@". */
  to?: string;
  /** Part of the subject. */
  subject?: string;
  /** Part of a recipient's address or of the subject. */
  search?: string;
  /** Only messages older than the one with this id. */
  before?: number;
};

export type Mailbox = {
  /** Keeps a message for those it was delivered to; gives its id. */
  add(recipients: string[], content: MessageContent, raw: Uint8Array): number;
  get(id: number): StoredMessage | undefined;
  raw(id: number): Uint8Array | undefined;
  /** Newest first. */
  list(filter: MessageFilter, limit: number): MessageSummary[];
  count(filter?: MessageFilter): number;
  deleteAll(): void;
};

const SUMMARY = "id, received_at, content";

/** Opens the tables of the mailbox. Search disregards upper and lower case of ASCII letters. */
export function openMailbox(database: Database): Mailbox {
  const sql = database.raw;
  sql.exec(`CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY AUTOINCREMENT, received_at TEXT NOT NULL, subject TEXT NOT NULL,
    content TEXT NOT NULL, html TEXT, text TEXT, raw BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS recipients (address TEXT NOT NULL COLLATE NOCASE, message_id INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    PRIMARY KEY (address, message_id)) WITHOUT ROWID;
    CREATE INDEX IF NOT EXISTS recipients_message_id ON recipients (message_id)`);
  const insertMessage = sql.prepare("INSERT INTO messages (received_at, subject, content, html, text, raw) VALUES (?, ?, ?, ?, ?, ?)");
  const insertRecipient = sql.prepare("INSERT OR IGNORE INTO recipients (address, message_id) VALUES (?, ?)");
  const selectOne = sql.prepare(`SELECT ${SUMMARY}, html, text FROM messages WHERE id = ?`);
  const selectRaw = sql.prepare("SELECT raw FROM messages WHERE id = ?");

  return {
    add: (recipients, { html, text, ...content }, raw) =>
      database.transaction(() => {
        const kept = JSON.stringify({ recipients, ...content });
        const { lastInsertRowid } = insertMessage.run(new Date().toISOString(), content.subject, kept, html, text, raw);
        for (const address of recipients) insertRecipient.run(address, lastInsertRowid);
        return Number(lastInsertRowid);
      }),
    get(id) {
      const record = selectOne.get(id);
      return record && { ...summaryOf(record), html: record["html"] as string | null, text: record["text"] as string | null };
    },
    raw: (id) => selectRaw.get(id)?.["raw"] as Uint8Array | undefined,
    list(filter, limit) {
      const { where, values } = conditionsOf(filter);
      return sql.prepare(`SELECT ${SUMMARY} FROM messages ${where} ORDER BY id DESC LIMIT ?`).all(...values, limit).map(summaryOf);
    },
    count(filter = {}) {
      const { where, values } = conditionsOf(filter);
      return Number(sql.prepare(`SELECT count(*) AS count FROM messages ${where}`).get(...values)?.["count"]);
    },
    deleteAll() {
      sql.exec("DELETE FROM messages");
    },
  };
}

function summaryOf(record: Record<string, unknown>): MessageSummary {
  const content = JSON.parse(String(record["content"])) as Omit<MessageSummary, "id" | "receivedAt">;
  return { id: Number(record["id"]), receivedAt: String(record["received_at"]), ...content };
}

function conditionsOf({ to, subject, search, before }: MessageFilter): { where: string; values: (string | number)[] } {
  const conditions: [string, ...(string | number)[]][] = [];
  const delivered = (comparison: string) => `id IN (SELECT message_id FROM recipients WHERE address ${comparison})`;
  const like = String.raw`LIKE ? ESCAPE '\'`;
  if (to) conditions.push(to.includes("@") ? [delivered("= ?"), to] : [delivered(like), partOf(to)]);
  if (subject) conditions.push([`subject ${like}`, partOf(subject)]);
  if (search) conditions.push([`(subject ${like} OR ${delivered(like)})`, partOf(search), partOf(search)]);
  if (before !== undefined) conditions.push(["id < ?", before]);
  const where = conditions.map(([condition]) => condition).join(" AND ");
  return { where: where && `WHERE ${where}`, values: conditions.flatMap(([, ...values]) => values) };
}

function partOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
