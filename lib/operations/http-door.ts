/** The one REST door: turns a request into a call of an operation, and its answer or error into a response. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { resolveBilling } from "#lib/billing/resolve-billing.ts";
import { clearedSessionCookie, newSessionCookie, sessionTokenOf } from "#lib/auth/session-cookie.ts";
import { log } from "#lib/log/log.ts";
import { sentence } from "#lib/messages/sentences.ts";
import { ANONYMOUS, resolveActor } from "./actor.ts";
import type { Credentials, Resolved } from "./actor.ts";
import { forbidden, invalid, notFound, OperationError } from "./errors.ts";
import { isTooDeep } from "./nesting.ts";
import { openApiDocument } from "./openapi.ts";
import type { FileAnswer } from "./operation.ts";
import type { OpenOperation } from "./registry.ts";
import { limitRate } from "./rate-limit.ts";
import { findRoute } from "./route.ts";
import type { Route } from "./route.ts";
import { runOperation } from "./run-operation.ts";
import { ERROR_STATUS } from "./schemas.ts";
import type { ErrorBody } from "./schemas.ts";

const PREFIX = "/api/v1";
const MAX_JSON_BYTES = 4 * 1024 * 1024;
const MAX_FILE_BYTES = 50 * 1024 * 1024;

/** Answers one request to `/api/v1/…`. Never throws: an unexpected error becomes `internal` with a request id to look up. */
export async function answerRequest(request: Request): Promise<Response> {
  const requestId = randomUUID();
  try {
    const url = new URL(request.url);
    const path = url.pathname.slice(PREFIX.length);
    if (path === "/openapi.json" && request.method === "GET") return Response.json(openApiDocument());
    const route = findRoute(request.method, path);
    if (!route) throw notFound("This address");
    const { resolved, body } = await admit(request, route);
    const answer = await runOperation(route.operation, {
      resolved,
      input: await inputOf(request, url, route, body),
      idempotencyKey: request.method === "POST" ? (request.headers.get("idempotency-key") ?? undefined) : undefined,
      correlationId: requestId,
    });
    return await withSession(route.operation, answer, requestId);
  } catch (error) {
    return toErrorResponse(error, requestId);
  }
}

type Admitted = { resolved: Resolved; body?: Uint8Array };

/** Lets a request in: by who is signed in, or by the signature of its body, which is then read already. */
async function admit(request: Request, route: Route): Promise<Admitted> {
  if (route.operation.scope === "billing") {
    // Counted before it is looked at: of a wrong signature nobody is known whom to count it to.
    await limitRate(request, route.operation, ANONYMOUS);
    const body = await bodyOf(request, MAX_JSON_BYTES);
    return { resolved: await resolveBilling(route.params["partnerId"] ?? "", request.headers, body), body };
  }
  const resolved = await resolve(request, route);
  await limitRate(request, route.operation, resolved.actor);
  return { resolved };
}

async function resolve(request: Request, route: Route): Promise<Resolved> {
  const credentials = await credentialsOf(request);
  // A browser sends the cookie along whoever made the page, so a change needs a page of our own (CSRF). It also takes a cookie
  // from an answer whoever asked: nobody is to be signed in, unnoticed, as somebody else.
  const { sessionToken, apiKey } = credentials;
  if (request.method !== "GET" && !apiKey && (sessionToken ? !fromOwnPage(request) : fromOtherPage(request))) throw forbidden(sentence("foreignRequest"));
  return resolveActor(credentials, route.params["accountId"] ?? null);
}

/** Who a request says it is from: an API key in the Authorization header, or the session cookie. */
export async function credentialsOf(request: Request): Promise<Credentials> {
  const apiKey = /^Bearer (\S+)$/.exec(request.headers.get("authorization") ?? "")?.[1];
  if (apiKey) return { apiKey };
  return { sessionToken: await sessionTokenOf(request.headers.get("cookie")) };
}

function fromOwnPage(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin) return URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
  return request.headers.get("sec-fetch-site") === "same-origin";
}

/** Whether a browser says that a page of another site sends this; a script says nothing of the kind. */
function fromOtherPage(request: Request): boolean {
  return (request.headers.has("origin") || request.headers.has("sec-fetch-site")) && !fromOwnPage(request);
}

async function inputOf(request: Request, url: URL, { operation, params }: Route, body: Uint8Array | undefined): Promise<Record<string, unknown>> {
  const { accountId: _, ...named } = params;
  const query = queryOf(url.searchParams);
  if (operation.http.takesFile) return { ...query, ...named, file: await bodyOf(request, MAX_FILE_BYTES) };
  if (request.method === "GET" || request.method === "DELETE") return { ...query, ...named };
  return { ...query, ...jsonOf(body ?? (await bodyOf(request, MAX_JSON_BYTES))), ...named };
}

/** A parameter given more than once is a list. */
function queryOf(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(names.map((name) => [name, params.getAll(name).length > 1 ? params.getAll(name) : params.get(name)!]));
}

function jsonOf(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (isTooDeep(body)) throw invalid("The body is nested too deeply.");
    if (body !== null && typeof body === "object" && !Array.isArray(body)) return body as Record<string, unknown>;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw invalid("The body must be a JSON object.");
}

async function bodyOf(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > maxBytes) throw invalid(`That is too large: at most ${Math.round(maxBytes / 1024 / 1024)} MB can be sent.`, maxBytes === MAX_FILE_BYTES ? "file" : undefined);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** A session token becomes the cookie and goes no further. */
async function withSession({ http }: OpenOperation, answer: unknown, requestId: string): Promise<Response> {
  if (!http.startsSession && !http.endsSession) return toResponse(answer, requestId);
  const { sessionToken, ...rest } = (answer ?? {}) as { sessionToken?: string | null };
  const response = toResponse(rest, requestId);
  if (sessionToken) response.headers.append("set-cookie", await newSessionCookie(sessionToken));
  if (http.endsSession) response.headers.append("set-cookie", clearedSessionCookie());
  return response;
}

function toResponse(answer: unknown, requestId: string): Response {
  // What somebody attached is never taken for anything but what it was found to be.
  const headers = { "x-request-id": requestId, "cache-control": "no-store", "x-content-type-options": "nosniff" };
  if (answer === undefined || answer === null) return new Response(null, { status: 204, headers });
  if (isFile(answer)) return fileResponse(answer, headers);
  return Response.json(answer, { headers });
}

function isFile(answer: unknown): answer is FileAnswer {
  return typeof answer === "object" && answer !== null && "contentType" in answer && "body" in answer && "fileName" in answer;
}

function fileResponse({ fileName, contentType, body }: FileAnswer, headers: Record<string, string>): Response {
  const disposition = `attachment; filename="${fileName.replaceAll(/[^\w.-]/g, "_")}"; filename*=UTF-8''${extendedValue(fileName)}`;
  const stream = body instanceof Uint8Array ? new Uint8Array(body) : Readable.toWeb(Readable.from(encoded(body)));
  return new Response(stream as BodyInit, { headers: { ...headers, "content-type": contentType, "content-disposition": disposition } });
}

/** A text as RFC 8187 has it in a header: there also these, which encodeURIComponent leaves as they are, are written as bytes. */
function extendedValue(text: string): string {
  return encodeURIComponent(text).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

async function* encoded(body: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of body) yield typeof part === "string" ? encoder.encode(part) : part;
}

function toErrorResponse(error: unknown, requestId: string): Response {
  const known = error instanceof OperationError ? error : undefined;
  // What is not of the closed set is ours to mend, and says nothing of itself to the outside.
  if (!known) log.error({ error, requestId }, "a request failed unexpectedly");
  const body: ErrorBody = {
    error: {
      code: known?.code ?? "internal",
      ...(known ? { message: known.message, reason: known.reason, values: known.values } : sentence("internal")),
      fields: known?.fields ?? [],
      requestId,
    },
  };
  return Response.json(body, { status: ERROR_STATUS[body.error.code], headers: { "x-request-id": requestId, "cache-control": "no-store" } });
}
