/** Runs a peer: an HTTP server over a database of its own, with credentials, faults, idempotent writes and a console. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Answer, json, refused, send } from "./answers.ts";
import { controlRoutes } from "./controls.ts";
import { credentialCheck } from "./credentials.ts";
import { type Database, openDatabase } from "./database.ts";
import { createFaults, type Faults } from "./faults.ts";
import { openLedger } from "./idempotency.ts";
import type { PeerDefinition, PeerOptions, RunningPeer } from "./peer.ts";
import { Refusal } from "./refusal.ts";
import { assertSameOrigin, type PeerRequest, readBody, readCookies, readIdempotencyKey } from "./requests.ts";
import { type FoundRoute, routeTable } from "./routes.ts";
import { createWorker, type Worker } from "./worker.ts";

// Longer than any client keeps an idle connection, so that a client never sends into one the server is just closing.
const KEEP_ALIVE_MS = 65_000;

type PeerServer = {
  find: (method: string, path: string) => FoundRoute | undefined;
  /** Where a path leads under the host name of the request. */
  pathFor: (host: string, path: string) => string;
  isAllowed: (header: string | undefined) => boolean;
  faults: Faults;
  worker: Worker;
  refused: (refusal: Refusal) => Answer;
};

/** "drop" breaks the connection off without an answer. */
type Outcome = Answer | "drop";

async function toPeerRequest(message: IncomingMessage, url: URL, params: Record<string, string>): Promise<PeerRequest> {
  return {
    method: message.method ?? "GET",
    path: url.pathname,
    params,
    query: url.searchParams,
    body: await readBody(message),
    wantsPage: (message.headers.accept ?? "").includes("text/html"),
    idempotencyKey: readIdempotencyKey(message),
    authorization: message.headers.authorization,
    from: message.socket.remoteAddress ?? "",
    cookies: readCookies(message),
  };
}

async function respond(server: PeerServer, message: IncomingMessage): Promise<Outcome> {
  const method = message.method ?? "GET";
  const url = URL.parse(message.url ?? "/", "http://peer.invalid");
  if (!url) throw new Refusal(400, "bad_address", "The address can not be read.");
  const found = server.find(method, server.pathFor(message.headers.host ?? "", url.pathname));
  if (!found?.route.control && (await server.faults.before(method, url.pathname)) === "drop") return "drop";
  if (!found?.route.open && !server.isAllowed(message.headers.authorization)) {
    throw new Refusal(401, "unauthorized", "The user name or the password is wrong.");
  }
  if (!found) throw new Refusal(404, "no_such_address", `There is nothing at ${method} ${url.pathname}.`);
  assertSameOrigin(message);
  const request = await toPeerRequest(message, url, found.params);
  const answer = await server.worker(found.route, request);
  const isWrite = found.route.kind !== "read" && !found.route.control;
  return isWrite && server.faults.dropsAnswer() ? "drop" : answer;
}

/** The client went away while its request was read, or the peer is being stopped while it waits. */
function isLostConnection(error: unknown, message: IncomingMessage): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === "AbortError" || ("code" in error && error.code === "ECONNRESET" && !message.complete);
}

async function answerOf(server: PeerServer, message: IncomingMessage): Promise<Outcome> {
  try {
    return await respond(server, message);
  } catch (error) {
    if (error instanceof Refusal) return server.refused(error);
    if (isLostConnection(error, message)) return "drop";
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return json(500, { error: { code: "internal", message: "The peer failed; its log says why." } });
  }
}

function listen(options: PeerOptions, onRequest: (message: IncomingMessage, response: ServerResponse) => void) {
  const http = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, onRequest);
  return new Promise<typeof http>((resolve, reject) => {
    http.once("error", reject);
    http.listen(options.port, options.host, () => resolve(http));
  });
}

/**
 * Starts a peer. `define` gives its rules over the opened database; `address()` is the peer's own address once it listens.
 * Rejects when the port is taken or the folder can not be written.
 */
export async function startPeer(
  options: PeerOptions,
  name: string,
  define: (database: Database, address: () => string) => PeerDefinition,
): Promise<RunningPeer> {
  const database = openDatabase(join(options.dataDir, `${name}.sqlite`));
  const closing = new AbortController();
  let url = "";
  const definition = define(database, () => url);
  const faults = createFaults(closing.signal);
  const server: PeerServer = {
    find: routeTable([...definition.routes, ...controlRoutes(definition, faults)]),
    isAllowed: credentialCheck(options),
    pathFor: definition.pathFor ?? ((_, path) => path),
    faults,
    worker: createWorker(openLedger(database)),
    refused: definition.refused ?? refused,
  };
  const running = new Set<Promise<void>>();

  async function serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const outcome = await answerOf(server, message);
    if (outcome === "drop") message.socket.destroy();
    else send(response, outcome, definition.title);
  }

  const http = await listen(options, (message, response) => {
    const served = serve(message, response).finally(() => running.delete(served));
    running.add(served);
  });
  url = `http://${options.host}:${(http.address() as AddressInfo).port}`;

  return {
    url,
    async close() {
      closing.abort();
      http.close();
      http.closeAllConnections();
      await Promise.all(running);
      database.close();
    },
  };
}
