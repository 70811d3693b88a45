/** The token address of an account, as OAuth clients speak to it: form fields in, JSON out (RFC 6749, RFC 8693). */
import { log } from "#lib/log/log.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { ANONYMOUS } from "#lib/operations/actor.ts";
import type { AnyOperation } from "#lib/operations/operation.ts";
import { limitRate } from "#lib/operations/rate-limit.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { ERROR_STATUS } from "#lib/operations/schemas.ts";
import { issueDelegatedToken } from "./issue-delegated-token.ts";
import { issueGuestToken } from "./issue-guest-token.ts";
import { GUEST_GRANT, TOKEN_EXCHANGE, USER_EMAIL } from "./schemas.ts";
import { TokenRefusal } from "./token-refusal.ts";

const MAX_BYTES = 16 * 1024;
const HEADERS = { "cache-control": "no-store", pragma: "no-cache" };

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

async function fieldsOf(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) throw new TokenRefusal("invalid_request", "Send the request as application/x-www-form-urlencoded.");
  const text = await request.text();
  if (text.length > MAX_BYTES) throw new TokenRefusal("invalid_request", "The request is too large.");
  return new URLSearchParams(text);
}

/** HTTP Basic, each part form-encoded (RFC 6749, 2.3.1), or fields of the body. */
function clientOf(request: Request, fields: URLSearchParams): { clientId: string; clientSecret: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!basic) return { clientId: fields.get("client_id") ?? "", clientSecret: fields.get("client_secret") ?? "" };
  const [id = "", ...secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { clientId: formDecoded(id), clientSecret: formDecoded(secret.join(":")) };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";
}

function refusalOf(error: unknown): Response {
  const refuse = (status: number, code: string, description: string, more: Record<string, string> = {}) =>
    Response.json({ error: code, error_description: description }, { status, headers: { ...HEADERS, ...more } });
  if (error instanceof TokenRefusal) {
    const isClient = error.code === "invalid_client";
    return refuse(isClient ? 401 : 400, error.code, error.message, isClient ? { "www-authenticate": 'Basic realm="token"' } : {});
  }
  if (error instanceof OperationError) return refuse(error.code === "limit_reached" ? ERROR_STATUS.limit_reached : 400, error.code === "limit_reached" ? "slow_down" : "invalid_request", error.message);
  log.error({ error }, "a token request failed unexpectedly");
  return refuse(500, "server_error", "Something went wrong on our side. Please try again.");
}
