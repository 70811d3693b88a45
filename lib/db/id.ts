import { randomUUIDv7 } from "node:crypto";

/** A new identifier that sorts by the time it was made (UUID version 7, RFC 9562 section 5.7). */
export function newId(): string {
  return randomUUIDv7();
}
