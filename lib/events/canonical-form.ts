/** An event in the one form in which it is bound into its account's chain. Pure. */
import { createHash } from "node:crypto";

/** All that is stored of an event. */
export type StoredEvent = {
  account_id: string;
  id: string;
  at: Date;
  operation: string;
  action: string;
  asset_kind: string;
  asset_id: string;
  asset_name: string;
  actor_id: string | null;
  actor_account_id: string | null;
  actor_name: string;
  actor_role: string;
  actor_custom_role: string;
  origin: string;
  changes: unknown;
  details: unknown;
  log_tags: string;
  correlation_id: string;
};

/** Its columns, for a statement that reads events to chain or to verify them; the table is called "e". */
export const STORED_COLUMNS = `
  e.account_id::text, e.id::text, e.at, e.operation, e.action, e.asset_kind, e.asset_id, e.asset_name, e.actor_id::text, e.actor_account_id::text, e.actor_name,
  e.actor_role, e.actor_custom_role, e.origin, e.changes, e.details, e.log_tags, e.correlation_id::text`;

/** What comes before the first event of an account. */
export const NO_HASH = Buffer.alloc(32);

/**
 * The text that is hashed: JSON without spaces, the keys of every object in the order of their code units, the moment in UTC to
 * the millisecond. The same event gives the same text whoever reads it, in whatever order a database keeps the keys.
 */
export function canonicalForm(event: StoredEvent): string {
  return canonicalJson({ ...event, at: event.at.toISOString() });
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join()}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  const inOrder = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${inOrder.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join()}}`;
}

/** The hash of an event that follows another: SHA-256 of the hash before it and of its canonical form in UTF-8. */
export function hashAfter(previous: Uint8Array, event: StoredEvent): Buffer {
  return createHash("sha256").update(previous).update(canonicalForm(event), "utf8").digest();
}
