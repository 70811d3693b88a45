/** Passwords: argon2id with 19 MiB, two passes, one lane (OWASP's first recommendation), never cheaper. */
import { hash, verify } from "@node-rs/argon2";

const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hashes a password; the result carries salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, PARAMETERS);
}

// Verified when there is no such user, so that the time of an answer does not tell whether an address exists.
let decoy: Promise<string> | undefined;

/**
 * Whether a password is the one that was hashed.
 * Without a hash it takes as long and answers false.
 */
export async function verifyPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  decoy ??= hashPassword("a password that nobody has");
  const matches = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== undefined && matches;
}
