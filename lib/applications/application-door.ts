/** The addresses at which applications speak to the portal: a token for a ticket (RFC 7523), and introspection (RFC 7662). */
import { clientOf, fieldsOf, HEADERS, refusalOf } from "#lib/access-tokens/oauth-door.ts";
import { TokenRefusal } from "#lib/access-tokens/token-refusal.ts";
import { ANONYMOUS } from "#lib/operations/actor.ts";
import type { AnyOperation } from "#lib/operations/operation.ts";
import { limitRate } from "#lib/operations/rate-limit.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { isSecretOf } from "./connections.ts";
import { introspectToken } from "./introspect.ts";
import { redeemTicket } from "./redeem-ticket.ts";
import { APPLICATION_KEYS } from "./schemas.ts";
import type { ApplicationKey } from "./schemas.ts";

const JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

/** Answers `POST /api/v1/applications/token`. Never throws. */
export function answerTicket(request: Request): Promise<Response> {
  return answer(request, async (application, fields) => {
    if (fields.get("grant_type") !== JWT_BEARER) throw new TokenRefusal("unsupported_grant_type", `grant_type must be ${JWT_BEARER}.`);
    return runOperation(redeemTicket, { resolved: NOBODY, input: { application, ticket: fields.get("assertion") ?? "" } });
  });
}

/** Answers `POST /api/v1/applications/introspect`. Never throws. */
export function answerIntrospection(request: Request): Promise<Response> {
  return answer(request, async (application, fields) => runOperation(introspectToken, { resolved: NOBODY, input: { application, token: fields.get("token") ?? "" } }));
}

async function answer(request: Request, run: (application: ApplicationKey, fields: URLSearchParams) => Promise<object>): Promise<Response> {
  try {
    const fields = await fieldsOf(request);
    return Response.json(await run(await applicationOf(request, fields), fields), { headers: HEADERS });
  } catch (error) {
    return refusalOf(error);
  }
}

async function applicationOf(request: Request, fields: URLSearchParams): Promise<ApplicationKey> {
  const { clientId, clientSecret } = clientOf(request, fields);
  const application = APPLICATION_KEYS.find((key) => key === clientId);
  if (application && isSecretOf(application, clientSecret)) return application;
  // Only who does not know the secret is slowed down: an application asks with every page it shows.
  await limitRate(request, introspectToken as unknown as AnyOperation, ANONYMOUS);
  throw new TokenRefusal("invalid_client", "The application is not known, or its secret is wrong.");
}
