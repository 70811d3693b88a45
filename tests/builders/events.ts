/** Events for tests, written past the operations, at moments of the past. */
import { Buffer } from "node:buffer";
import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";

type Fields = { assetKind?: string; assetId?: string; assetName?: string; action?: string; actorName?: string; actorId?: string | null; actorAccountId?: string | null; actorRole?: string; actorCustomRole?: string; operation?: string; logTags?: string; changes?: readonly object[]; details?: object };

/** Adds an event to an account and gives its id. */
export async function anEvent(accountId: string, at: string | Date, fields: Fields = {}): Promise<string> {
  const id = newId();
  const standard = { operation: "users.update", action: "Edit", assetKind: "user", assetId: newId(), assetName: "Ada Brandt", actorName: "Mara Lindqvist", actorRole: "partner", origin: "session", correlationId: newId() };
  await database().prisma.event.create({ data: { accountId, id, at: new Date(at), ...standard, ...fields, changes: [...(fields.changes ?? [])] } });
  return id;
}

/** The text of a file that an operation answered with. */
export async function textOf({ body }: FileAnswer): Promise<string> {
  return Buffer.from(body instanceof Uint8Array ? body : await buffer(Readable.from(body))).toString("utf8");
}
