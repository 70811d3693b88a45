import NextAuth from "next-auth";
import { authOptions } from "../options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What of next-auth the way through MiAccess needs. Its own pages, sign-out and log answer nobody: the portal has its own, or none. */
const USED = new Set(["csrf", "signin", "signin/miaccess", "callback/miaccess", "error"]);

// Made per request: the settings are there when the portal runs, not when it is built.
async function handler(request: Request, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  if (!USED.has(nextauth.join("/"))) return new Response(null, { status: 404 });
  return NextAuth(authOptions())(request, context) as Promise<Response>;
}

export { handler as GET, handler as POST };
