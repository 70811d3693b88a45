/** Secrets that a step gives to a peer. They are derived, not drawn, so that a step sent again says exactly the same; they are stored nowhere. */
import { sealKey } from "#lib/crypto/seal-key.ts";
import { createHmac } from "node:crypto";

/** The idempotency key of a step: the run's id and the step's place, so that whatever happens a repeated step says the same and is done once. */
export function stepKey(runId: string, position: number): string {
  return `${runId}/${position}`;
}

const LOWER = "abcdefghijkmnopqrstuvwxyz";
const UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
const DIGITS = "23456789";

function bytesFor(key: string, purpose: string): Buffer {
  return createHmac("sha512", sealKey()).update(`${purpose} ${key}`).digest();
}

/** A strong password of 20 letters and digits, with at least one of each sort. */
export function passwordFor(key: string, purpose: string): string {
  const bytes = bytesFor(key, purpose);
  const all = LOWER + UPPER + DIGITS;
  const pick = (letters: string, index: number) => letters[bytes[index]! % letters.length]!;
  const rest = Array.from({ length: 17 }, (_, index) => pick(all, index + 3)).join("");
  return pick(LOWER, 0) + pick(UPPER, 1) + pick(DIGITS, 2) + rest;
}

/** A PIN of so many digits (OP4-35: six for a deployment). */
export function pinFor(key: string, purpose: string, length: number): string {
  return Array.from(bytesFor(key, purpose).subarray(0, length), (byte) => String(byte % 10)).join("");
}
