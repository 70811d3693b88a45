import { answerTokenRequest } from "#lib/access-tokens/token-door.ts";

export const dynamic = "force-dynamic";

export async function POST(request: Request, { params }: { params: Promise<{ accountId: string }> }): Promise<Response> {
  return answerTokenRequest(request, (await params).accountId);
}
