/** Reading what a client sent. */
import type { IncomingMessage } from "node:http";
import { Refusal } from "./refusal.ts";

const MAX_BODY_BYTES = 1_048_576;
const MAX_KEY_LENGTH = 200;

export type PeerRequest = {
  method: string;
  path: string;
  /** What the braces of the route's path stand for, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  body: unknown;
  /** Whether the client wants a page rather than data. */
  wantsPage: boolean;
  idempotencyKey: string | undefined;
  /** The `Authorization` header, for routes that know other callers than the holders of the peer's credentials. */
  authorization: string | undefined;
  /** The address that the request came from. */
  from: string;
  /** The cookies that a browser sent along. */
  cookies: Record<string, string>;
};

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Refusal(413, "too_large", `A request holds at most ${MAX_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(400, "bad_json", "The request body is not JSON.");
    throw error;
  }
}

/**
 * Reads the body: JSON, or the fields of a form as strings; undefined when there is none.
 * Throws a `Refusal` for a body that is too large (413) or not JSON (400).
 */
export async function readBody(message: IncomingMessage): Promise<unknown> {
  const text = await readText(message);
  if (text === "") return undefined;
  const type = message.headers["content-type"] ?? "";
  if (type.startsWith("application/x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text));
  return parseJson(text);
}

/** The `Idempotency-Key` header, if one was sent. Throws a `Refusal` (400) when it is too long. */
export function readIdempotencyKey(message: IncomingMessage): string | undefined {
  const key = message.headers["idempotency-key"];
  if (typeof key !== "string" || key === "") return undefined;
  if (key.length > MAX_KEY_LENGTH) {
    throw new Refusal(400, "bad_idempotency_key", `An idempotency key has at most ${MAX_KEY_LENGTH} characters.`);
  }
  return key;
}

/** The `Cookie` header, taken apart. */
export function readCookies(message: IncomingMessage): Record<string, string> {
  const pairs = (message.headers.cookie ?? "").split("; ").map((pair) => pair.split("="));
  return Object.fromEntries(pairs.filter(([name]) => name).map(([name, ...value]) => [name, value.join("=")]));
}

/**
 * Refuses a write that a page of another origin made a browser send: the browser adds the Basic credentials by itself,
 * so they prove nothing there. Programs send no `Origin` header and pass.
 */
export function assertSameOrigin(message: IncomingMessage): void {
  const origin = message.headers.origin;
  if (origin === undefined || message.method === "GET") return;
  if (!URL.canParse(origin) || new URL(origin).host !== message.headers.host) {
    throw new Refusal(403, "foreign_origin", "Changes are not taken from pages of other sites.");
  }
}
