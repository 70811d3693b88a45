/** Passwords of SIP users: strong ones only. */
import { randomBytes } from "node:crypto";
import { invalid } from "../kit/refusal.ts";

const MIN_LENGTH = 8;
const CHARACTER_KINDS = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/** Throws a `Refusal` (422) for a password that is the extension or is not strong (SUP-10). */
export function assertStrongPassword(password: string, number: string): void {
  if (password === number) throw invalid("weak_password", "The extension is not accepted as password.", "sipPassword");
  const kinds = CHARACTER_KINDS.filter((kind) => kind.test(password)).length;
  if (password.length >= MIN_LENGTH && kinds >= 3) return;
  throw invalid(
    "weak_password",
    `A SIP password has at least ${MIN_LENGTH} characters of three of these kinds: lower case, upper case, digits, others.`,
    "sipPassword",
  );
}

/** A strong password for a set whose creator gave none. */
export function generatePassword(): string {
  return `Aa1-${randomBytes(15).toString("base64url")}`;
}
