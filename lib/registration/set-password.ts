import type { Db } from "#lib/db/client.ts";
import { hashPassword } from "#lib/crypto/password.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { invalid } from "#lib/operations/errors.ts";
import { isKnownBad } from "./known-bad-passwords.ts";

/**
 * Stores a person's new password.
 * @throws OperationError invalid at `password` when everybody tries it first, or when it is the address
 */
export async function setPassword(db: Db, person: { accountId: string; userId: string; email: string }, password: string, now: Date): Promise<void> {
  if (isKnownBad(password)) throw invalid(sentence("passwordKnownBad"), "password");
  if (password.toLowerCase() === person.email) throw invalid(sentence("passwordIsAddress"), "password");
  const { accountId, userId } = person;
  const passwordHash = await hashPassword(password);
  await db.credential.upsert({
    where: { accountId_userId: { accountId, userId } },
    create: { accountId, userId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now },
  });
}
