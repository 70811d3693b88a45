/** The ticket that takes a person from the portal into an application: a JSON Web Token (RFC 7519, HS256) under the secret of the application. */
import { errors, jwtVerify, SignJWT } from "jose";
import { z } from "zod";
import type { ApplicationKey } from "./schemas.ts";

/** Long enough to follow a redirection, too short to be passed on. */
export const TICKET_S = 60;

const ALGORITHM = "HS256";

type Ticket = {
  issuer: string;
  application: ApplicationKey;
  userId: string;
  /** By which the portal knows that it was used. */
  id: string;
  now: Date;
};

/** Signs a ticket. */
export function signTicket({ issuer, application, userId, id, now }: Ticket, secret: string): Promise<string> {
  const iat = Math.floor(now.getTime() / 1_000);
  const token = new SignJWT().setProtectedHeader({ alg: ALGORITHM, typ: "JWT" }).setIssuer(issuer).setAudience(application).setSubject(userId).setJti(id).setIssuedAt(iat).setExpirationTime(iat + TICKET_S);
  return token.sign(keyOf(secret));
}

/**
 * Reads a ticket that an application hands back.
 * @returns its id; null when it is not one of ours, for another application, or too old
 */
export async function readTicket(ticket: string, { issuer, application, now }: Omit<Ticket, "userId" | "id">, secret: string): Promise<string | null> {
  try {
    const { payload } = await jwtVerify(ticket, keyOf(secret), { issuer, audience: application, algorithms: [ALGORITHM], requiredClaims: ["jti", "exp"], currentDate: now });
    return z.uuid().safeParse(payload.jti).data ?? null;
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function keyOf(secret: string): Uint8Array {
  return new TextEncoder().encode(secret);
}
