/** The directory of an account as a client of its SCIM door, and the door on a port of its own. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runOperation } from "#lib/operations/run-operation.ts";
import { generateScimKeys } from "#lib/scim/connection.ts";
import { answerScimRequest } from "#lib/scim/door.ts";
import type { ScimKeys } from "#lib/scim/schemas.ts";
import { addTo } from "./integrations.ts";
import type { SignedIn } from "./people.ts";

export type ScimReply = { status: number; headers: Headers; body: Record<string, unknown> };
export type Directory = { keys: ScimKeys; ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<ScimReply>; patch(id: unknown, ...Operations: object[]): Promise<ScimReply> };

export const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";
export const USER = "urn:ietf:params:scim:schemas:core:2.0:User";

let made = 0;

/** A user as a directory sends one; nobody else has these values. */
export function aDirectoryUser(fields: object = {}): Record<string, unknown> {
  made += 1;
  const address = `Nora.Berg${made}@Directory.example`;
  return { schemas: [USER], userName: address, externalId: `external-${made}`, active: true, displayName: `Nora Berg ${made}`, name: { givenName: "Nora", familyName: `Berg ${made}` }, emails: [{ type: "work", value: address, primary: true }], ...fields };
}

/** Presses "Generate keys". */
export async function newKeys(person: SignedIn, accountId: string): Promise<ScimKeys> {
  return runOperation(generateScimKeys, { resolved: await person.at(accountId), input: {} });
}

/** Sends one request to the door, with whatever header. */
export async function askScim(accountId: string, method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<ScimReply> {
  const url = `http://portal.example/api/scim/2017-09-01/accounts/${accountId}${path}`;
  const text = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  const request = new Request(url, { method, headers: { ...(text !== undefined && { "content-type": "application/scim+json" }), ...headers }, ...(text !== undefined && { body: text }) });
  const response = await answerScimRequest(request, accountId, path.split("?")[0]!.split("/").slice(1));
  const answered = await response.text();
  return { status: response.status, headers: response.headers, body: answered === "" ? {} : (JSON.parse(answered) as Record<string, unknown>) };
}

/** Adds Azure AD Sync to an account, makes its keys and connects with them. */
export async function aDirectory(person: SignedIn, accountId: string): Promise<Directory> {
  await addTo(person, accountId, "azure_ad_sync");
  const keys = await newKeys(person, accountId);
  const ask: Directory["ask"] = (method, path, body, headers = {}) => askScim(accountId, method, path, { authorization: `Bearer ${keys.secretToken}`, ...headers }, body);
  return { keys, ask, patch: (id, ...Operations) => ask("PATCH", `/Users/${String(id)}`, { schemas: [PATCH], Operations }) };
}

/** The door over real HTTP; gives its origin. */
export async function serveScim(): Promise<{ origin: string; close(): void }> {
  const server = createServer((message, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
      const url = new URL(message.url!, "http://portal.example");
      const [, accountId = "", path = ""] = /^\/api\/scim\/2017-09-01\/accounts\/([^/]+)\/(.*)$/.exec(url.pathname) ?? [];
      const body = chunks.length > 0 ? { body: Buffer.concat(chunks) } : {};
      const answer = await answerScimRequest(new Request(url, { method: message.method!, headers: message.headers as Record<string, string>, ...body }), accountId, path.split("/").map(decodeURIComponent));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    })();
  });
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
