/**
 * Doing a write once however often it arrives.
 * Only what was done is remembered: a refusal changed nothing, and the same request may succeed once its reason is gone.
 */
import { hash } from "node:crypto";
import type { Answer } from "./answers.ts";
import type { Database } from "./database.ts";
import { Refusal } from "./refusal.ts";
import type { PeerRequest } from "./requests.ts";

const KEPT_FOR_MS = 7 * 24 * 60 * 60 * 1000;

export type WriteLedger = {
  /** The answer given to this request's key before. Throws a `Refusal` (422) when the key was used for another request. */
  find(request: PeerRequest): Answer | undefined;
  /** Runs the write and keeps its answer in one transaction, or gives the earlier answer. */
  once(request: PeerRequest, write: () => Answer): Answer;
};

function fingerprint(request: PeerRequest): string {
  const body = request.body === undefined ? "" : JSON.stringify(request.body);
  return hash("sha256", `${request.method} ${request.path}?${request.query}\n${body}`, "base64url");
}

/** Opens the ledger of answered writes; answers older than a week are forgotten. */
export function openLedger(database: Database): WriteLedger {
  const sql = database.raw;
  sql.exec(
    `CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL,
      type TEXT NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL)`,
  );
  sql.prepare("DELETE FROM answers WHERE at < ?").run(Date.now() - KEPT_FOR_MS);
  const select = sql.prepare("SELECT request, status, type, text FROM answers WHERE key = ?");
  const insert = sql.prepare("INSERT INTO answers (key, request, status, type, text, at) VALUES (?, ?, ?, ?, ?, ?)");

  function find(request: PeerRequest): Answer | undefined {
    const record = request.idempotencyKey === undefined ? undefined : select.get(request.idempotencyKey);
    if (!record) return undefined;
    if (record.request !== fingerprint(request)) {
      throw new Refusal(422, "idempotency_key_reused", "This idempotency key was used for another request.");
    }
    return { status: Number(record.status), type: String(record.type), text: String(record.text) };
  }

  return {
    find,
    once(request, write) {
      return database.transaction(() => {
        const earlier = find(request);
        if (earlier) return earlier;
        const answer = write();
        if (request.idempotencyKey !== undefined) {
          insert.run(request.idempotencyKey, fingerprint(request), answer.status, answer.type, answer.text, Date.now());
        }
        return answer;
      });
    },
  };
}
