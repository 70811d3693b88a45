/** A cookie goes along with every request of a browser, whoever made the page, so a change needs a page of the portal's own. */
import { beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { aRegisteredUser, PASSWORD } from "#tests/builders/registered.ts";
import { byCookie, byKey, HOST, send } from "#tests/builders/rest.ts";

let cookie: { cookie: string };
let key: { authorization: string };
let accountId: string;
beforeAll(async () => {
  const partner = await aPartner();
  accountId = (await anAccount(partner)).id;
  cookie = await byCookie(partner);
  key = await byKey(partner);
});

const addUser = (headers: Record<string, string>) => send("POST", `/accounts/${accountId}/users`, headers, { firstName: "Ada", lastName: "Brandt", email: `${crypto.randomUUID()}@ballad.example` });

test.each([
  ["another site", { origin: "https://evil.example" }],
  ["another port of the same host", { origin: "http://portal.example:4000" }],
  ["a host that begins alike", { origin: `http://${HOST}.evil.example` }],
  ["a page without an origin", { origin: "null" }],
  ["something that is no address", { origin: "%%%" }],
  ["another site, by its own word", { "sec-fetch-site": "cross-site" }],
  ["a neighbouring site, by its own word", { "sec-fetch-site": "same-site" }],
  ["nowhere", {}],
])("a change with the cookie from %s is refused, and nothing is changed", async (_, headers) => {
  const users = await database().prisma.user.count({ where: { accountId } });
  expect(await addUser({ ...cookie, ...(headers as Record<string, string>) })).toMatchObject({ status: 403, error: { code: "forbidden", message: "This request did not come from the portal." } });
  expect(await database().prisma.user.count({ where: { accountId } })).toBe(users);
});

test.each<Record<string, string>>([{ origin: "https://evil.example" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }])("nobody is signed in, unnoticed, from another site: %j", async (headers) => {
  const partner = await aPartner();
  const { email } = await aRegisteredUser(partner, (await anAccount(partner)).id);
  const signIn = (sent: Record<string, string>) => send("POST", "/sessions", { "content-type": "text/plain", ...sent }, { email, password: PASSWORD });
  const refused = await signIn(headers);
  expect(refused).toMatchObject({ status: 403, error: { reason: "foreignRequest" } });
  expect(refused.headers.get("set-cookie")).toBeNull();
  const signedIn = [await signIn({ origin: `http://${HOST}` }), await signIn({})];
  for (const reply of signedIn) expect(reply.headers.get("set-cookie")).toContain("HttpOnly");
});

test("a change with the cookie from a page of the portal is done", async () => {
  expect(await addUser({ ...cookie, origin: `http://${HOST}` })).toMatchObject({ status: 200, error: null });
  expect(await addUser({ ...cookie, "sec-fetch-site": "same-origin" })).toMatchObject({ status: 200, error: null });
});

test("reading with the cookie needs no origin, since a browser sends none", async () => {
  expect(await send("GET", `/accounts/${accountId}`, cookie)).toMatchObject({ status: 200 });
});

test("a script with an API key has no origin and needs none", async () => {
  expect(await addUser(key)).toMatchObject({ status: 200, error: null });
  expect(await addUser({ ...key, origin: "https://scripts.example" })).toMatchObject({ status: 200, error: null });
});

test("a key that is not good is not helped out by the cookie beside it", async () => {
  expect(await send("GET", "/me", { ...cookie, authorization: "Bearer mak_not-a-key" })).toMatchObject({ status: 401, error: { code: "unauthenticated" } });
});
