/** The cookie that next-auth keeps: an encrypted token whose only use here is to carry the secret of our own session. */
import { decode, encode } from "next-auth/jwt";
import { settings } from "#lib/config/settings.ts";

/** How long a session lasts, in seconds: a working day. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** The cookie's name; browsers keep `__Secure-` cookies to https. */
export function sessionCookieName(): string {
  return settings().PORTAL_URL.startsWith("https:") ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

/** The secret of the session out of a request's Cookie header; undefined when there is none or it was tampered with. */
export async function sessionTokenOf(cookieHeader: string | null): Promise<string | undefined> {
  const value = cookieOf(cookieHeader, sessionCookieName());
  if (!value) return undefined;
  try {
    const token = await decode({ token: value, secret: settings().AUTH_SECRET });
    return typeof token?.["sessionToken"] === "string" ? token["sessionToken"] : undefined;
  } catch {
    // A cookie that does not decrypt is no cookie: expired, of another installation, or forged.
    return undefined;
  }
}

/** The Set-Cookie header that gives a browser its session. */
export async function newSessionCookie(sessionToken: string): Promise<string> {
  const value = await encode({ token: { sessionToken }, secret: settings().AUTH_SECRET, maxAge: SESSION_SECONDS });
  return `${sessionCookieName()}=${value}; Max-Age=${SESSION_SECONDS}; ${cookieAttributes()}`;
}

/** The Set-Cookie header that takes the session away. */
export function clearedSessionCookie(): string {
  return `${sessionCookieName()}=; Max-Age=0; ${cookieAttributes()}`;
}

function cookieAttributes(): string {
  return `Path=/; HttpOnly; SameSite=Lax${settings().PORTAL_URL.startsWith("https:") ? "; Secure" : ""}`;
}

/** The value of one cookie of a Cookie header, as it stands there: a token needs no encoding. */
function cookieOf(header: string | null, name: string): string | undefined {
  for (const part of header?.split(";") ?? []) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return undefined;
}
