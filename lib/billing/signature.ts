/** The signature of a billing system's message: HMAC-SHA256 (RFC 2104) over time stamp, full stop and the body as it was sent. Pure. */
import { createHmac, timingSafeEqual } from "node:crypto";

export const SIGNATURE_HEADER = "x-billing-signature";

/** How far the time stamp of a message may be from now, in seconds. */
export const WINDOW_SECONDS = 5 * 60;

/** The header of a message that is sent at `seconds` (Unix time): "t=1790000000,v1=5f…" */
export function signatureOf(secret: string, seconds: number, body: Uint8Array): string {
  return `t=${seconds},v1=${hmac(secret, String(seconds), body).toString("hex")}`;
}

/** Whether a header is the signature of the body by the secret, made within the window around `now`. Takes the same time wherever it differs. */
export function isSignedBy(secret: string, header: string, body: Uint8Array, now: Date): boolean {
  const [, stamp, hex] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) ?? [];
  const matches = timingSafeEqual(hmac(secret, stamp ?? "", body), Buffer.from(hex ?? "0".repeat(64), "hex"));
  return matches && stamp !== undefined && Math.abs(now.getTime() / 1_000 - Number(stamp)) <= WINDOW_SECONDS;
}

function hmac(secret: string, stamp: string, body: Uint8Array): Buffer {
  return createHmac("sha256", secret).update(`${stamp}.`).update(body).digest();
}
