import NextAuth from "next-auth";
import { authOptions } from "../options.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

// Made per request: the settings are there when the portal runs, not when it is built.
function handler(request: Request, context: Context): Promise<Response> {
  return NextAuth(authOptions())(request, context) as Promise<Response>;
}

export { handler as GET, handler as POST };
