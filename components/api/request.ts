import type { ErrorBody } from "#lib/operations/schemas.ts";
import { sentences } from "./sentences.ts";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
export type RequestError = ErrorBody["error"];
export type Result<Output> = { ok: true; data: Output } | { ok: false; error: RequestError };

type RequestOptions = {
  body?: unknown;
  /** For a POST that may be sent again for the same intent; made anew when left out. */
  idempotencyKey?: string;
  signal?: AbortSignal;
};

const BASE = "/api/v1";

/**
 * Calls an operation through the REST door with the session's cookie. `path` starts with "/" and has its parameters in it.
 * It never throws but for an abort by `signal`: a failure, also one of the network, comes back with a sentence for a person.
 * A session that has ended leads to the sign-in page and back here afterwards.
 */
export async function request<Output>(method: Method, path: string, options: RequestOptions = {}): Promise<Result<Output>> {
  const { body, idempotencyKey, signal } = options;
  const headers: Record<string, string> = { Accept: "application/json" };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (method === "POST") headers["Idempotency-Key"] = idempotencyKey ?? newIdempotencyKey();

  let response: Response;
  let text: string;
  try {
    response = await fetch(`${BASE}${path}`, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: "same-origin",
      cache: "no-store",
      signal,
    });
    text = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    return failed(sentences().unreachable);
  }

  if (response.status === 401) leaveForSignIn();
  const answer = parse(text);
  if (response.ok && answer !== UNREADABLE) return { ok: true, data: answer as Output };
  return { ok: false, error: errorIn(answer) ?? unexplained(response.headers.get("X-Request-Id")) };
}

/** 128 random bits. Not `randomUUID`, which browsers withhold from a portal reached over plain http in a local network. */
export function newIdempotencyKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function leaveForSignIn(): void {
  const next = location.pathname + location.search;
  location.assign(`/login?next=${encodeURIComponent(next)}`);
}

const UNREADABLE = Symbol("unreadable");

function parse(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    // Not the door's answer: a proxy's error page, say.
    return UNREADABLE;
  }
}

function errorIn(answer: unknown): RequestError | null {
  if (typeof answer !== "object" || answer === null || !("error" in answer)) return null;
  const error = answer.error as Partial<RequestError> | null;
  if (error === null || error.message === undefined || !error.code) return null;
  const { code, message, reason, values, fields = [], requestId = "" } = error;
  const { say } = sentences();
  return { code, message: say({ message, reason, values }), fields: fields.map((fault) => ({ ...fault, message: say(fault) })), requestId };
}

function unexplained(requestId: string | null): RequestError {
  return { ...failed(sentences().unreadable).error, requestId: requestId ?? "" };
}

function failed(message: string): { ok: false; error: RequestError } {
  return { ok: false, error: { code: "internal", message, fields: [], requestId: "" } };
}
