/** Requests to the REST door, as a script with an API key or a browser with its cookie sends them. */
import { newSessionCookie } from "#lib/auth/session-cookie.ts";
import { database } from "#lib/db/client.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { answerRequest } from "#lib/operations/http-door.ts";
import type { ErrorBody } from "#lib/operations/schemas.ts";
import type { SignedIn } from "./people.ts";

export const HOST = "portal.example:3000";

export type Reply = { status: number; headers: Headers; text: string; body: unknown; error: ErrorBody["error"] | null };

/** Sends one request to the door; a body that is no text is sent as JSON. */
export async function send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown): Promise<Reply> {
  const bytes = body === undefined || typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
  const request = new Request(`http://${HOST}/api/v1${path}`, { method, headers: { host: HOST, ...headers }, ...(bytes === undefined ? {} : { body: bytes as BodyInit }) });
  const response = await answerRequest(request);
  const text = await response.text();
  const parsed = response.headers.get("content-type")?.includes("json") ? (JSON.parse(text) as unknown) : undefined;
  return { status: response.status, headers: response.headers, text, body: parsed, error: (parsed as Partial<ErrorBody> | undefined)?.error ?? null };
}

/** A new API key of somebody who is signed in. */
export async function keyOf(person: SignedIn): Promise<string> {
  const { actor } = await resolveActor({ sessionToken: person.sessionToken }, null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  return (await newApiKey(database().prisma, { accountId: actor.accountId, userId: actor.userId }, "test", new Date())).key;
}

/** The header of a script. */
export async function byKey(person: SignedIn): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await keyOf(person)}` };
}

/** The header of a browser. */
export async function byCookie({ sessionToken }: SignedIn): Promise<{ cookie: string }> {
  return { cookie: (await newSessionCookie(sessionToken)).split(";")[0]! };
}
