import { createHmac } from "node:crypto";

/**
 * How many passwords are looked at for an address that nobody has: where one belongs to several accounts there are several too,
 * and the time of an answer is not to tell that it exists. Mostly one, always the same for an address, and nobody can foretell it.
 */
export function decoysFor(email: string, secret: string): number {
  const byte = createHmac("sha256", secret).update(`accounts of ${email}`).digest()[0]!;
  return byte < 4 ? 3 : byte < 32 ? 2 : 1;
}
