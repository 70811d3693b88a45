import { answerScimRequest } from "#lib/scim/door.ts";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ accountId: string; path: string[] }> };

/** The Tenant URL of an account, for its directory. */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const { accountId, path } = await params;
  return answerScimRequest(request, accountId, path);
}

export { answer as GET, answer as POST, answer as PUT, answer as PATCH, answer as DELETE };
