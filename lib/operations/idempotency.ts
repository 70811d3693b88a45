/** Requests that are repeated with the same key: the network lost the answer, not the work. */
import { createHmac } from "node:crypto";
import { sealKey } from "#lib/crypto/seal-key.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { invalid } from "./errors.ts";

const MAX_KEY_LENGTH = 200;
/** How long an answer is remembered, in milliseconds: a week. */
const REMEMBERED_MS = 7 * 24 * 60 * 60 * 1_000;

type Request = { operation: string; accountId: string | null; input: unknown };
type Key = { actorId: string; key: string; request: Request };

/**
 * Runs something once per key and actor: a second request with the same key gets the answer of the first.
 * The key is inserted first, so that a second request that comes meanwhile waits at the row until the first has committed.
 * An answer may hold what is shown once, such as an API key, and a request a password: one is kept sealed, of the other a keyed hash.
 * @throws OperationError invalid when the key is too long or was used for another request
 */
export async function rememberAnswer(db: Db, { actorId, key, request }: Key, run: () => Promise<unknown>): Promise<unknown> {
  if (key.length > MAX_KEY_LENGTH) throw invalid(`An idempotency key has at most ${MAX_KEY_LENGTH} characters.`);
  const requestHash = hashOf(request);
  const where = { actorId_key: { actorId, key } };
  const mine = await db.idempotencyKey.createMany({ data: { actorId, key, requestHash, answer: {} }, skipDuplicates: true });
  const purpose = `answer to ${actorId} ${key}`;
  if (mine.count === 0) {
    const earlier = await db.idempotencyKey.findUniqueOrThrow({ where });
    if (earlier.requestHash !== requestHash) throw invalid("This idempotency key was used for another request.");
    const { sealed } = earlier.answer as { sealed: string };
    return JSON.parse(unseal(Buffer.from(sealed, "base64"), sealKey(), purpose));
  }
  const answer = await run();
  const sealed = Buffer.from(seal(JSON.stringify(answer ?? null), sealKey(), purpose)).toString("base64");
  await db.idempotencyKey.update({ where, data: { answer: { sealed } } });
  return answer;
}

/** Forgets the answers that are too old to be asked for again. */
export async function forgetAnswers(): Promise<void> {
  await database().prisma.idempotencyKey.deleteMany({ where: { createdAt: { lt: new Date(Date.now() - REMEMBERED_MS) } } });
}

function hashOf({ operation, accountId, input }: Request): string {
  const hash = createHmac("sha256", sealKey()).update(JSON.stringify([operation, accountId, withoutBytes(input)]));
  for (const bytes of bytesIn(input)) hash.update(bytes);
  return hash.digest("hex");
}

function withoutBytes(input: unknown): unknown {
  return isFields(input) ? Object.entries(input).filter(([, value]) => !(value instanceof Uint8Array)) : input;
}

/** The file of an upload, which as JSON would be many times its size. */
function bytesIn(input: unknown): Uint8Array[] {
  return isFields(input) ? Object.values(input).filter((value) => value instanceof Uint8Array) : [];
}

function isFields(input: unknown): input is Record<string, unknown> {
  return typeof input === "object" && input !== null;
}
