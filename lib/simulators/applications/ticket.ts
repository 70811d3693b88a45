/** The ticket with which the portal sends a person here: a JSON Web Token under the secret that both know (RFC 7519, HS256). */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { Refusal } from "../kit/refusal.ts";

const Claims = z.object({ aud: z.string(), exp: z.number(), sub: z.string(), jti: z.string() });

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Looks whether a ticket was made by the portal, for this application, and is still good; whether it was used already only the portal knows.
 * Throws a `Refusal` (403) when not.
 */
export function assertTicket(ticket: string, { secret, application }: { secret: string; application: string }): void {
  const [header = "", body = "", signature = "", ...more] = ticket.split(".");
  const expected = createHmac("sha256", secret).update(`${header}.${body}`).digest();
  const given = Buffer.from(signature, "base64url");
  const isSigned = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected);
  const claims = isSigned ? Claims.safeParse(parsed(body)) : undefined;
  if (!claims?.success || claims.data.aud !== application) throw new Refusal(403, "bad_ticket", "This was not opened from the portal.");
  if (claims.data.exp * 1000 < Date.now()) throw new Refusal(403, "ticket_expired", "This was opened too late. Open the application once more from the portal.");
}
