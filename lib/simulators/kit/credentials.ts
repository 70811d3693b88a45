import { createHash, timingSafeEqual } from "node:crypto";

export type Credentials = { username: string; password: string };

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/**
 * Makes the check of an HTTP Basic `Authorization` header against one pair of credentials.
 * Digests of equal length are compared, so that the time taken tells nothing about how much was right.
 */
export function credentialCheck(credentials: Credentials): (header: string | undefined) => boolean {
  const expected = digest(`${credentials.username}:${credentials.password}`);
  return (header) => {
    const token = /^basic ([a-z0-9+/=]+)$/i.exec(header ?? "")?.[1] ?? "";
    return timingSafeEqual(digest(Buffer.from(token, "base64").toString("utf8")), expected);
  };
}

/** The value of an HTTP Basic `Authorization` header. */
export function basicHeader(credentials: Credentials): string {
  return `Basic ${Buffer.from(`${credentials.username}:${credentials.password}`).toString("base64")}`;
}
