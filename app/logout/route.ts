import { answerRequest } from "#lib/operations/http-door.ts";

/** "Logout" of the avatar menu: a form, so that it works without script; it ends the session and leads to sign-in (DASH-04). */
export async function POST(request: Request): Promise<Response> {
  const answer = await answerRequest(new Request(new URL("/api/v1/me/sign-out", request.url), { method: "POST", headers: request.headers }));
  const headers = new Headers({ location: "/login" });
  const cookie = answer.headers.get("set-cookie");
  if (cookie) headers.set("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}
