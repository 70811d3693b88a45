/** The token address of an account, for applications and guests (RFC 8693). */
import { ANONYMOUS } from "#lib/operations/actor.ts";
import type { AnyOperation } from "#lib/operations/operation.ts";
import { limitRate } from "#lib/operations/rate-limit.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { clientOf, fieldsOf, HEADERS, refusalOf } from "./oauth-door.ts";
import { issueDelegatedToken } from "./issue-delegated-token.ts";
import { issueGuestToken } from "./issue-guest-token.ts";
import { GUEST_GRANT, TOKEN_EXCHANGE, USER_EMAIL } from "./schemas.ts";
import { TokenRefusal } from "./token-refusal.ts";

/** Answers `POST /api/v1/accounts/{accountId}/token`. Never throws. */
export async function answerTokenRequest(request: Request, accountId: string): Promise<Response> {
  try {
    const fields = await fieldsOf(request);
    const grant = fields.get("grant_type");
    if (grant === TOKEN_EXCHANGE) return await answerExchange(request, accountId, fields);
    if (grant === GUEST_GRANT) return await answerGuest(request, accountId, fields);
    throw new TokenRefusal(grant ? "unsupported_grant_type" : "invalid_request", grant ? "This grant type is not known here." : "grant_type is missing.");
  } catch (error) {
    return refusalOf(error);
  }
}

async function answerExchange(request: Request, accountId: string, fields: URLSearchParams): Promise<Response> {
  await limitRate(request, issueDelegatedToken as unknown as AnyOperation, ANONYMOUS);
  const { clientId, clientSecret } = clientOf(request, fields);
  if (fields.get("subject_token_type") !== USER_EMAIL) throw new TokenRefusal("invalid_request", `subject_token_type must be ${USER_EMAIL}.`);
  const email = fields.get("subject_token");
  if (!email) throw new TokenRefusal("invalid_request", "subject_token is missing.");
  return Response.json(await runOperation(issueDelegatedToken, { resolved: NOBODY, input: { accountId, clientId, clientSecret, email } }), { headers: HEADERS });
}

async function answerGuest(request: Request, accountId: string, fields: URLSearchParams): Promise<Response> {
  await limitRate(request, issueGuestToken as unknown as AnyOperation, ANONYMOUS);
  return Response.json(await runOperation(issueGuestToken, { resolved: NOBODY, input: { accountId, name: fields.get("name") ?? "" } }), { headers: HEADERS });
}
