import { createHash, randomBytes } from "node:crypto";

/** A new secret of 256 bits for a link, a session or a key, safe in addresses. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret: its SHA-256. A fast hash is enough, since the secret has 256 random bits. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(token).digest());
}
