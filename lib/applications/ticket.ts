/** The ticket that takes a person from the portal into an application: a JSON Web Token (RFC 7519, HS256) under the secret of the application. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { ApplicationKey } from "./schemas.ts";

/** Long enough to follow a redirection, too short to be passed on. */
export const TICKET_S = 60;

const Claims = z.object({ iss: z.string(), aud: z.string(), sub: z.uuid(), jti: z.uuid(), iat: z.number().int(), exp: z.number().int() });

type Ticket = {
  issuer: string;
  application: ApplicationKey;
  userId: string;
  /** By which the portal knows that it was used. */
  id: string;
  now: Date;
};

const HEADER = encoded({ alg: "HS256", typ: "JWT" });

/** Signs a ticket. Pure. */
export function signTicket({ issuer, application, userId, id, now }: Ticket, secret: string): string {
  const iat = Math.floor(now.getTime() / 1_000);
  const body = `${HEADER}.${encoded({ iss: issuer, aud: application, sub: userId, jti: id, iat, exp: iat + TICKET_S })}`;
  return `${body}.${signatureOf(body, secret).toString("base64url")}`;
}

/**
 * Reads a ticket that an application hands back. Pure.
 * @returns its id; null when it is not one of ours, for another application, or too old
 */
export function readTicket(ticket: string, { issuer, application, now }: Omit<Ticket, "userId" | "id">, secret: string): string | null {
  const [header, claims, signature = "", ...more] = ticket.split(".");
  if (header !== HEADER || claims === undefined || more.length > 0) return null;
  const [given, expected] = [Buffer.from(signature, "base64url"), signatureOf(`${header}.${claims}`, secret)];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  // What we have signed is JSON of ours.
  const { iss, aud, jti, exp } = Claims.parse(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  return iss === issuer && aud === application && exp * 1_000 > now.getTime() ? jti : null;
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signatureOf(body: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(body).digest();
}
