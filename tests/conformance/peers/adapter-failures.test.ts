/** What the adapters make of addresses behind which there is no peer, the wrong one, or something else altogether. */
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { PeerError, type PeerConnection, type PeerKind } from "#lib/provisioning/adapters/adapter.ts";
import { connectPeer } from "#lib/provisioning/adapters/connect.ts";
import { connectMivb } from "#lib/provisioning/adapters/mivb.ts";
import { newKey } from "./builders.ts";
import { simulatorForTest } from "./simulators.ts";

const CREDENTIALS = { username: "partner-admin", password: "s3cret-Word", timeoutMs: 1000 };
const KINDS: PeerKind[] = ["mivb", "mbg", "micollab", "micc"];

async function serverFor(listener: RequestListener): Promise<PeerConnection> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, ...CREDENTIALS };
}

function answering(status: number, body: string, type = "application/json"): Promise<PeerConnection> {
  return serverFor((_request, response) => response.writeHead(status, { "content-type": type, location: "/elsewhere" }).end(body));
}

async function failureOf(work: Promise<unknown>): Promise<PeerError> {
  const error = await work.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  if (!(error instanceof PeerError)) throw error;
  expect(error.message).not.toMatch(/partner-admin|s3cret-Word/);
  return error;
}

describe.each(KINDS)("the adapter of a %s", (kind) => {
  test("a refused connection is unreachable", async () => {
    const connection = await answering(200, "{}");
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, "127.0.0.1", () => {
        const { port: free } = server.address() as AddressInfo;
        server.close(() => resolve(free));
      });
    });
    const failure = await failureOf(connectPeer(kind, { ...connection, baseUrl: `http://127.0.0.1:${port}` }).info());
    expect(failure).toMatchObject({ peer: kind, failure: "unreachable", reason: "refused", mayPass: true });
    expect(failure.message).toMatch(/ at 127\.0\.0\.1:\d+ refused the connection\.$/);
  });

  test("a wrong password is told as such", async () => {
    const { connection } = await simulatorForTest(kind);
    const failure = await failureOf(connectPeer(kind, { ...connection, ...CREDENTIALS }).info());
    expect(failure).toMatchObject({ failure: "rejected", reason: "unauthorized", field: "password", mayPass: false });
  });

  test("another kind of peer at the address is told as such", async () => {
    const other = await simulatorForTest(kind === "mbg" ? "mivb" : "mbg");
    const failure = await failureOf(connectPeer(kind, other.connection).info());
    expect(failure).toMatchObject({ failure: "rejected", reason: "bad_answer", field: "baseUrl" });
  });
});

describe("answers of something that is no peer", () => {
  test.each([
    ["a page", 200, "<!doctype html><title>Welcome</title>"],
    ["JSON of another shape", 200, '{"kind":"mivb"}'],
    ["nothing", 200, ""],
    ["a redirect", 302, ""],
    ["not found, in another form", 404, "<h1>Not Found</h1>"],
    ["a refusal in another form", 400, '{"detail":"bad"}'],
  ])("%s is a bad answer", async (_name, status, body) => {
    const failure = await failureOf(connectMivb(await answering(status, body)).info());
    expect(failure).toMatchObject({ failure: "rejected", reason: "bad_answer" });
  });

  test.each([429, 500, 502, 503])("status %i may pass, whatever comes with it", async (status) => {
    for (const body of ["", "<h1>Bad Gateway</h1>", '{"other":1}']) {
      const failure = await failureOf(connectMivb(await answering(status, body)).info());
      expect(failure).toMatchObject({ failure: "transient", reason: `http_${status}`, mayPass: true });
    }
  });

  test("a 404 that is not the peer's own does not count as deleted", async () => {
    const adapter = connectMivb(await answering(404, "<h1>Not Found</h1>"));
    expect(await failureOf(adapter.deletePhone("2001", newKey()))).toMatchObject({ reason: "bad_answer" });
  });

  test("a list that never ends is a bad answer", async () => {
    const adapter = connectMivb(await answering(200, JSON.stringify({ items: [], next: "" })));
    expect(await failureOf(adapter.listUsers())).toMatchObject({ reason: "bad_answer" });
  });

  test("an answer that stops half-way is unreachable by the time limit", async () => {
    const connection = await serverFor((_request, response) => response.writeHead(200).write('{"kind":'));
    expect(await failureOf(connectMivb({ ...connection, timeoutMs: 100 }).info())).toMatchObject({ failure: "unreachable", reason: "timeout" });
  });

  test.each(["not an address", "ftp://example.test", ""])("the address %j is refused before anything is sent", async (baseUrl) => {
    expect(await failureOf(connectMivb({ baseUrl, ...CREDENTIALS }).info())).toMatchObject({ failure: "rejected", reason: "bad_address", field: "baseUrl" });
  });

  test("a host that does not exist is unreachable", async () => {
    expect(await failureOf(connectMivb({ baseUrl: "http://mivb.invalid", ...CREDENTIALS, timeoutMs: 10_000 }).info())).toMatchObject({ failure: "unreachable" });
  });

  test("keys and names that need it are encoded in the address", async () => {
    const asked: string[] = [];
    const connection = await serverFor((request, response) => {
      asked.push(request.url ?? "");
      response.writeHead(204).end();
    });
    await connectMivb({ ...connection, baseUrl: `${connection.baseUrl}/pbx/` }).deletePhone("1#0/0?1", newKey());
    expect(asked).toEqual(["/pbx/api/v1/phones/1%230%2F0%3F1"]);
  });
});
