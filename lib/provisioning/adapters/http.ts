/** How every adapter speaks to its peer: HTTP with JSON, a time limit, typed answers and one way to fail. */
import { z } from "zod";
import { type PeerConnection, PeerError, type PeerFailure, type ServerKind } from "./adapter.ts";

const PAGE_SIZE = 1000;

/** What the systems are called in sentences for people. */
const PEER_NAMES: Record<ServerKind, string> = {
  mivb: "MiVoice Business",
  mbg: "MiVoice Border Gateway",
  micollab: "MiCollab",
  micc: "MiContact Center",
  oig: "Open Integration Gateway",
  gateway: "The CloudLink gateway service",
};

// Codes of Node's network errors; a connection that fails for any other cause is reported as "no_connection".
const CONNECTION_REASONS: Record<string, { reason: string; sentence: string }> = {
  ECONNREFUSED: { reason: "refused", sentence: "refused the connection" },
  ENOTFOUND: { reason: "unknown_host", sentence: "can not be found under this address" },
  ECONNRESET: { reason: "broken_off", sentence: "broke the connection off" },
  EPIPE: { reason: "broken_off", sentence: "broke the connection off" },
  UND_ERR_SOCKET: { reason: "broken_off", sentence: "broke the connection off" },
};

const Failure = z.object({ error: z.object({ code: z.string(), message: z.string(), field: z.string().optional() }) });

/** Requests to one peer. Each throws a `PeerError` when the peer can not be reached, refuses, or answers something unknown. */
type PeerClient = {
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  /** All items of a list, read page by page. */
  list<Schema extends z.ZodType>(path: string, item: Schema): Promise<z.output<Schema>[]>;
  /** A change; `idempotencyKey` makes its repetition harmless. */
  send<Schema extends z.ZodType>(
    method: "POST" | "PUT" | "PATCH",
    path: string,
    idempotencyKey: string | undefined,
    body: unknown,
    schema: Schema,
  ): Promise<z.output<Schema>>;
  /** Deletes what is at `path`; that it is gone already is success (an operator may have been faster). */
  remove(path: string, idempotencyKey: string): Promise<void>;
};

/** For changes whose answer says nothing that is needed. */
export const NoAnswer = z.unknown().transform(() => undefined);

/** Fills a path: each value becomes one encoded segment. */
export function path(strings: TemplateStringsArray, ...values: string[]): string {
  return String.raw({ raw: strings }, ...values.map(encodeURIComponent));
}

type Answer = { status: number; text: string };

function failureOf(status: number): PeerFailure {
  if (status === 429 || status >= 500) return "transient";
  return status === 409 ? "conflict" : "rejected";
}

function causeCode(error: unknown): string {
  const cause: unknown = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && "code" in cause ? String(cause.code) : "";
}

/**
 * Makes the client of one peer. `connection.timeoutMs` bounds each request, connecting and reading included.
 * No message that leaves here holds the user name or the password.
 */
export function createPeerClient(kind: ServerKind, connection: PeerConnection): PeerClient {
  const name = PEER_NAMES[kind];
  const base = URL.parse(connection.baseUrl);
  const authorization = `Basic ${Buffer.from(`${connection.username}:${connection.password}`).toString("base64")}`;

  function urlOf(relativePath: string): string {
    if (!base || !base.protocol.startsWith("http")) {
      throw new PeerError(kind, "rejected", "bad_address", `The address of ${name} is not a web address.`, "baseUrl");
    }
    return `${base.origin}${base.pathname.replace(/\/$/, "")}/api/v1${relativePath}`;
  }

  function unreachable(error: unknown): PeerError {
    if (error instanceof DOMException && error.name === "TimeoutError") {
      return new PeerError(kind, "unreachable", "timeout", `${name} at ${base?.host} did not answer within ${connection.timeoutMs} ms.`);
    }
    const { reason, sentence } = CONNECTION_REASONS[causeCode(error)] ?? { reason: "no_connection", sentence: "can not be reached" };
    return new PeerError(kind, "unreachable", reason, `${name} at ${base?.host} ${sentence}.`);
  }

  async function exchange(url: string, init: RequestInit): Promise<Answer> {
    try {
      const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(connection.timeoutMs) });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // Whatever keeps an answer from arriving is a TypeError or the DOMException of the time limit.
      if (error instanceof TypeError || error instanceof DOMException) throw unreachable(error);
      throw error;
    }
  }

  function badAnswer(): PeerError {
    return new PeerError(kind, "rejected", "bad_answer", `${base?.host} answers, but not as ${name}.`, "baseUrl");
  }

  function parseJson(text: string): unknown {
    if (text === "") return undefined;
    try {
      return JSON.parse(text);
    } catch (error) {
      if (error instanceof SyntaxError) throw badAnswer();
      throw error;
    }
  }

  function refusalOf({ status, text }: Answer): PeerError {
    const failure = failureOf(status);
    if (status === 401) {
      return new PeerError(kind, failure, "unauthorized", `${name} does not accept this user name and password.`, "password");
    }
    const parsed = failure === "transient" && !text.startsWith("{") ? undefined : Failure.safeParse(parseJson(text));
    if (parsed?.success) {
      const { code, message, field } = parsed.data.error;
      return new PeerError(kind, failure, code, `${name}: ${message}`, field);
    }
    if (failure !== "transient") return badAnswer();
    return new PeerError(kind, failure, `http_${status}`, `${name} can not do this now (it answered ${status}).`);
  }

  async function request(method: string, relativePath: string, idempotencyKey?: string, body?: unknown): Promise<unknown> {
    const headers: Record<string, string> = { authorization, accept: "application/json" };
    if (idempotencyKey !== undefined) headers["idempotency-key"] = idempotencyKey;
    if (body !== undefined) headers["content-type"] = "application/json";
    const answer = await exchange(urlOf(relativePath), { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    if (answer.status < 200 || answer.status >= 300) throw refusalOf(answer);
    return parseJson(answer.text);
  }

  function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
    const result = schema.safeParse(value);
    if (!result.success) throw badAnswer();
    return result.data;
  }

  const client: PeerClient = {
    get: async (relativePath, schema) => parse(schema, await request("GET", relativePath)),
    async list(relativePath, item) {
      const Page = z.object({ items: z.array(item), next: z.string().nullable() });
      const items: z.output<typeof item>[] = [];
      for (let after: string | null = ""; after !== null; ) {
        const query = new URLSearchParams({ limit: String(PAGE_SIZE), after });
        const page: z.output<typeof Page> = await client.get(`${relativePath}?${query}`, Page);
        // A peer that gives the same key again would be asked for ever.
        if (page.next === after) throw badAnswer();
        items.push(...page.items);
        after = page.next;
      }
      return items;
    },
    send: async (method, relativePath, idempotencyKey, body, schema) =>
      parse(schema, await request(method, relativePath, idempotencyKey, body)),
    async remove(relativePath, idempotencyKey) {
      try {
        await request("DELETE", relativePath, idempotencyKey);
      } catch (error) {
        if (!(error instanceof PeerError && error.reason === "not_found")) throw error;
      }
    },
  };
  return client;
}
