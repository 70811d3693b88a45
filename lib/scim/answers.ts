/** Answers of the SCIM door, and its errors (RFC 7644, 3.12; SCIMAPI-24). */
import { log } from "#lib/log/log.ts";
import { OperationError } from "#lib/operations/errors.ts";
import type { ErrorCode } from "#lib/operations/schemas.ts";
import { ERROR_SCHEMA, MEDIA_TYPE } from "./names.ts";
import { ScimRefusal } from "./refusal.ts";

/** A refusal that only the protocol knows: a method that there is not, a body of another type. */
export class HttpRefusal extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = "HttpRefusal";
    this.status = status;
    this.headers = headers;
  }
}

/** RFC 7644 has 400 for what the portal's own door calls 422. */
const STATUS: Record<ErrorCode, number> = { invalid: 400, unauthenticated: 401, forbidden: 403, not_found: 404, conflict: 409, limit_reached: 429, peer_failed: 502, internal: 500 };

const COMMON = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

/** An answer in the media type of the protocol (SCIMAPI-04). */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  if (body === null) return new Response(null, { status, headers: { ...COMMON, ...headers } });
  return new Response(JSON.stringify(body), { status, headers: { ...COMMON, "content-type": `${MEDIA_TYPE}; charset=utf-8`, ...headers } });
}

function failure(status: number, detail: string, headers: Record<string, string> = {}, scimType?: string): Response {
  return answer(status, { schemas: [ERROR_SCHEMA], status: String(status), ...(scimType && { scimType }), detail }, headers);
}

/** Whatever went wrong, as the protocol says it. What is ours to mend says nothing of itself to the outside. */
export function errorAnswer(error: unknown, requestId: string): Response {
  if (error instanceof HttpRefusal) return failure(error.status, error.message, error.headers);
  if (!(error instanceof OperationError)) {
    log.error({ error, requestId }, "a SCIM request failed unexpectedly");
    return failure(500, `Something went wrong on our side (${requestId}). Please try again.`);
  }
  const { code, message } = error;
  if (code === "unauthenticated") return failure(401, message, { "www-authenticate": 'Bearer realm="SCIM"' });
  if (code === "limit_reached") return failure(429, message, { "retry-after": String(error.values?.["seconds"] ?? 60) });
  return failure(STATUS[code], message, {}, scimTypeOf(error));
}

/** A value that another request took at the same moment is found by the database, without a name for it. */
function scimTypeOf(error: OperationError): string | undefined {
  if (error instanceof ScimRefusal) return error.scimType;
  if (error.reason === "alreadyInUse") return "uniqueness";
  return error.code === "invalid" ? "invalidValue" : undefined;
}
