/** How OAuth clients speak to a token address: form fields in, JSON out (RFC 6749). */
import { log } from "#lib/log/log.ts";
import { OperationError } from "#lib/operations/errors.ts";
import { ERROR_STATUS } from "#lib/operations/schemas.ts";
import { TokenRefusal } from "./token-refusal.ts";

const MAX_BYTES = 16 * 1024;

/** Of every answer. */
export const HEADERS = { "cache-control": "no-store", pragma: "no-cache" };

/**
 * The fields of a form.
 * @throws TokenRefusal when it is none, or too large
 */
export async function fieldsOf(request: Request): Promise<URLSearchParams> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) throw new TokenRefusal("invalid_request", "Send the request as application/x-www-form-urlencoded.");
  const text = await request.text();
  if (text.length > MAX_BYTES) throw new TokenRefusal("invalid_request", "The request is too large.");
  return new URLSearchParams(text);
}

/** Who asks: HTTP Basic, each part form-encoded (RFC 6749, 2.3.1), or fields of the body. */
export function clientOf(request: Request, fields: URLSearchParams): { clientId: string; clientSecret: string } {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (!basic) return { clientId: fields.get("client_id") ?? "", clientSecret: fields.get("client_secret") ?? "" };
  const [id = "", ...secret] = Buffer.from(basic, "base64").toString("utf8").split(":");
  return { clientId: formDecoded(id), clientSecret: formDecoded(secret.join(":")) };
}

function formDecoded(text: string): string {
  return new URLSearchParams(`text=${text.replaceAll("&", "%26")}`).get("text") ?? "";
}

/** What is answered for an error; one that is not expected is logged and says nothing of itself. */
export function refusalOf(error: unknown): Response {
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
