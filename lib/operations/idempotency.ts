import type { Db } from "#lib/db/client.ts";
import { invalid } from "./errors.ts";

type Key = { actorId: string; key: string; requestHash: string };

/**
 * Runs something once per key and actor: a second request with the same key gets the answer of the first.
 * The key is inserted first, so that a second request that comes meanwhile waits at the row until the first has committed.
 * @throws OperationError invalid when the key was used for another request
 */
export async function rememberAnswer(db: Db, { actorId, key, requestHash }: Key, run: () => Promise<unknown>): Promise<unknown> {
  const mine = await db.idempotencyKey.createMany({ data: { actorId, key, requestHash, answer: {} }, skipDuplicates: true });
  if (mine.count === 0) {
    const earlier = await db.idempotencyKey.findUniqueOrThrow({ where: { actorId_key: { actorId, key } } });
    if (earlier.requestHash !== requestHash) throw invalid("This idempotency key was used for another request.");
    return (earlier.answer as { value: unknown }).value;
  }
  const answer = await run();
  await db.idempotencyKey.update({ where: { actorId_key: { actorId, key } }, data: { answer: JSON.parse(JSON.stringify({ value: answer ?? null })) } });
  return answer;
}
