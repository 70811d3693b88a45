/** Whatever arrives at the door is answered in one shape with one of the closed set of codes, and never with a failure of ours. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { OPEN_OPERATIONS } from "#lib/operations/registry.ts";
import { startApplications } from "#tests/builders/applications.ts";
import type { Applications } from "#tests/builders/applications.ts";
import { onboard, startGatewayPeer } from "#tests/builders/gateways.ts";
import { addThoseWithPages, anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { byKey, send } from "#tests/builders/rest.ts";
import { anEnabledUnifyPhone } from "#tests/builders/unify-phone.ts";

let partner: SignedIn;
let key: { authorization: string };
let accountId: string;
let applications: Applications;
beforeAll(async () => {
  applications = await startApplications();
  const gateways = await startGatewayPeer();
  partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  await addThoseWithPages(partner, accountId);
  await onboard(gateways, partner, accountId);
  for (const each of ["mitel_workflow_studio", "mitel_voice_assist"] as const) await anIntegration(accountId, each);
  await anEnabledUnifyPhone(accountId);
  // Without a billing account there are no subscriptions to be asked for.
  await database().prisma.account.updateMany({ where: { partnerId: null }, data: { billingAccount: true } });
  key = await byKey(partner);
});

afterAll(() => applications.close());

const REQUEST_ID = /^[0-9a-f-]{36}$/;

test.each([
  ["GET", "/nothing/here"],
  ["GET", "/"],
  ["GET", ""],
  ["POST", "/openapi.json"],
  ["DELETE", "/me"],
  ["PUT", "/accounts"],
  ["GET", "/me/"],
  ["GET", "/%E0%A4%A"],
])("%s %s is no address, and says so in the shape of every error", async (method, path) => {
  const reply = await send(method, path, key);
  expect(reply).toMatchObject({ status: 404, body: { error: { code: "not_found", message: "This address was not found.", fields: [], requestId: expect.stringMatching(REQUEST_ID) } } });
  expect(reply.headers.get("x-request-id")).toBe(reply.error!.requestId);
  expect(reply.headers.get("cache-control")).toBe("no-store");
});

describe("a body", () => {
  const users = () => `/accounts/${accountId}/users`;

  test.each([
    ["is cut off", '{"firstName": "Ad'],
    ["is a list", "[]"],
    ["is a text", '"Ada"'],
    ["is null", "null"],
    ["is no JSON", "firstName=Ada"],
    ["is no text", new Uint8Array([0xff, 0xfe, 0x00])],
  ])("that %s is refused as such", async (_, body) => {
    expect(await send("POST", users(), key, body)).toMatchObject({ status: 422, error: { code: "invalid", message: "The body must be a JSON object." } });
  });

  test("that is too large is refused before it is read to its end", async () => {
    let given = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        given += 1;
        controller.enqueue(new Uint8Array(256 * 1024).fill(32));
      },
    });
    const { answerRequest } = await import("#lib/operations/http-door.ts");
    const init = { method: "POST", headers: key, body: endless, duplex: "half" } as RequestInit;
    const response = await answerRequest(new Request(`http://127.0.0.1/api/v1${users()}`, init));
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ error: { code: "invalid", message: "That is too large: at most 4 MB can be sent." } });
    expect(given).toBeLessThan(40);
  });

  test("that is nested without end is refused as such, in lists as in objects", async () => {
    for (const [before, after] of [["[", "]"], ['{"a":', "}"]] as const) {
      const reply = await send("POST", users(), key, `{"firstName":${before.repeat(100_000)}1${after.repeat(100_000)}}`);
      expect(reply).toMatchObject({ status: 422, error: { code: "invalid", message: "The body is nested too deeply." } });
    }
  });

  test("with fields that nobody asked for changes nothing by them", async () => {
    const reply = await send("POST", users(), key, { firstName: "Ada", lastName: "Brandt", email: `${randomUUID()}@ballad.example`, id: randomUUID(), role: "partner", accountId: randomUUID(), registered: true, extension: "2299", __proto__: { x: 1 } });
    expect(reply).toMatchObject({ status: 200, body: { role: "user", registered: false, extension: "" } });
    expect(await send("GET", `${users()}/${(reply.body as { id: string }).id}`, key)).toMatchObject({ status: 200 });
  });

  test.each([["\0"], ["\uD800"], ["Ada\uDC00"]])("with a character that no text has (%j) is refused at its field", async (text) => {
    const reply = await send("POST", users(), key, { firstName: text, lastName: "Brandt", email: `${randomUUID()}@ballad.example` });
    expect(reply).toMatchObject({ status: 422, error: { code: "invalid" } });
  });

  test("says every field that needs attention, with its place", async () => {
    const reply = await send("POST", "/accounts", key, { name: "", supportContacts: [{ email: "nobody" }] });
    expect(reply).toMatchObject({ status: 422, error: { message: "Some fields need your attention." } });
    expect(reply.error!.fields.map(({ path }) => path)).toEqual(expect.arrayContaining(["name", "supportContacts.0.email"]));
  });
});

const STRANGE = ["not-an-id", "%00", "..%2f..%2fetc", "0", "%F0%9F%93%9E", `${"9".repeat(400)}`, "null", "-1", "00000000-0000-0000-0000-00000000000g", "' or 1=1 --"];

describe.each(OPEN_OPERATIONS.filter(({ http, scope }) => scope !== "public" && scope !== "billing" && /\{(?!accountId)/.test(http.path)).map((operation) => [operation.name, operation] as const))("%s", (_, { http }) => {
  test("takes strange words in its path for what is not there, and has no failure", async () => {
    const answers = await Promise.all(
      STRANGE.map((word) => {
        const path = http.path.replace("{accountId}", accountId).replaceAll(/\{\w+\}/g, encodeURI(decodeURI(word)) === word ? word : encodeURIComponent(word));
        return send(http.method, path, key, http.method === "GET" || http.method === "DELETE" ? undefined : {});
      }),
    );
    for (const [index, { status, error }] of answers.entries()) expect([404, 409, 422], `${STRANGE[index]}: ${status} ${error?.message}`).toContain(status);
  });
});

test("an account id that is none is an account that is not there", async () => {
  for (const word of STRANGE) expect(await send("GET", `/accounts/${encodeURIComponent(word)}/users`, key), word).toMatchObject({ status: 404, error: { code: "not_found" } });
});

const QUERIES = ["size=abc", "size=-1", "size=100000", "after=garbage", "before=garbage", "sort=shoe", "sort=a&sort=b", "search=%00", "search=%25%5C%27", "status=none", "userId=1", "property=x"];

describe.each(OPEN_OPERATIONS.filter(({ http, scope, kind }) => kind === "read" && scope !== "public" && !/\{(?!accountId)/.test(http.path)).map((operation) => [operation.name, operation] as const))("%s", (_, { http }) => {
  test("takes strange queries without a failure", async () => {
    await aUser(partner, accountId);
    for (const query of QUERIES) {
      const { status, error } = await send(http.method, `${http.path.replace("{accountId}", accountId)}?${query}`, key);
      expect([200, 422], `${query}: ${status} ${error?.message}`).toContain(status);
    }
  });
});
