import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { updateAccountSwitches } from "#lib/account-switches/account-switches.ts";
import { GUEST_GRANT, TOKEN_EXCHANGE, USER_EMAIL } from "#lib/access-tokens/schemas.ts";
import { answerTokenRequest } from "#lib/access-tokens/token-door.ts";
import { addOverlay } from "#lib/chat-overlays/change-overlays.ts";
import { addApplication, renewSecret, updateApplication } from "#lib/client-applications/change-applications.ts";
import { database } from "#lib/db/client.ts";
import { openStream } from "#lib/live/stream.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { addTo } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { send } from "#tests/builders/rest.ts";

type Answer = { status: number; body: Record<string, unknown>; headers: Headers };

async function ask(accountId: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const request = new Request(`http://portal.example/api/v1/accounts/${accountId}/token`, { method: "POST", headers: { "x-forwarded-for": randomUUID(), ...headers }, body: new URLSearchParams(fields) });
  const response = await answerTokenRequest(request, accountId);
  return { status: response.status, body: (await response.json()) as Record<string, unknown>, headers: response.headers };
}

const basic = (id: string, secret: string) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}` });
const bearer = (token: unknown) => ({ authorization: `Bearer ${String(token)}` });

async function switchTo(person: SignedIn, accountId: string, input: object): Promise<void> {
  await runOperation(updateAccountSwitches, { resolved: await person.at(accountId), input });
}

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const user = await aUser(partner, id, { accountAdmin: true });
  const { application, clientSecret } = await runOperation(addApplication, { resolved: await partner.at(null), input: { name: "MiCollab", description: "", accountIds: [id] } });
  await switchTo(partner, id, { delegatedAuthentication: true });
  const exchange = (email = user.email, secret = clientSecret, account = id) =>
    ask(account, { grant_type: TOKEN_EXCHANGE, subject_token: email, subject_token_type: USER_EMAIL }, basic(application.id, secret));
  return { partner, id, user, application, clientSecret, exchange };
}

test("PRIV-11 an application of the account exchanges for a user's token, with which it acts as that user", async () => {
  const { id, user, exchange } = await place();
  const { status, body, headers } = await exchange();
  expect({ status, body }).toEqual({ status: 200, body: { access_token: expect.stringMatching(/^mdt_/), issued_token_type: "urn:ietf:params:oauth:token-type:access_token", token_type: "Bearer", expires_in: 3600, scope: "user" } });
  expect(headers.get("cache-control")).toBe("no-store");
  expect(await send("GET", "/me", bearer(body["access_token"]))).toMatchObject({ status: 200, body: { email: user.email, role: "user" } });
  const log = { product: "MiCollab", title: "No chat", topic: "Chat", description: "Messages do not arrive." };
  expect(await send("POST", `/accounts/${id}/support-logs`, bearer(body["access_token"]), log)).toMatchObject({ status: 200 });
  expect(await eventsOf(id, "access-tokens.issue-delegated")).toMatchObject([{ action: "Sign in", assetKind: "user", assetId: user.id, actorId: user.id, origin: "delegated", details: { method: "delegated", application: "MiCollab" } }]);
});

test("PRIV-11 a token does nothing else for the user, though they are an account admin, and is of no other account", async () => {
  const { partner, id, exchange } = await place();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const token = bearer((await exchange()).body["access_token"]);
  expect(await send("GET", `/accounts/${id}/users`, token)).toMatchObject({ status: 403 });
  expect(await send("POST", "/me/api-keys", token, { name: "for ever" })).toMatchObject({ status: 403 });
  expect(await send("POST", "/me/password", token, { currentPassword: "x", newPassword: "another long one" })).not.toMatchObject({ status: 200 });
  expect(await send("GET", `/accounts/${sibling.id}/users`, token)).toMatchObject({ status: 404 });
  expect(await send("GET", "/guest", token)).toMatchObject({ status: 401 });
});

test("PRIV-11 a token does not open the live stream, on which the user is told of their notifications", async () => {
  const { id, exchange } = await place();
  const { body } = await exchange();
  expect(await openStream({ apiKey: String(body["access_token"]) }, id, new AbortController().signal)).toBeUndefined();
});

test("PRIV-12 with Delegated Authentication off the request is refused, and a token that was given before no longer works", async () => {
  const { partner, id, exchange } = await place();
  const { body } = await exchange();
  await switchTo(partner, id, { delegatedAuthentication: false });
  expect(await exchange()).toMatchObject({ status: 400, body: { error: "invalid_grant", error_description: "Delegated Authentication is off for this account." } });
  expect(await send("GET", "/me", bearer(body["access_token"]))).toMatchObject({ status: 401 });
  await switchTo(partner, id, { delegatedAuthentication: true });
  expect(await send("GET", "/me", bearer(body["access_token"]))).toMatchObject({ status: 200 });
});

test("an application of another account, one that there is not and a wrong secret are refused alike", async () => {
  const { partner, id, user, exchange, clientSecret } = await place();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const refused = { status: 401, body: { error: "invalid_client", error_description: "The application is not known to this account, or its secret is wrong." } };
  expect(await exchange(user.email, "mcs_wrong")).toMatchObject(refused);
  expect(await exchange(user.email, clientSecret, sibling.id)).toMatchObject(refused);
  expect(await exchange(user.email, clientSecret, randomUUID())).toMatchObject(refused);
  for (const client of [randomUUID(), "nobody"]) expect(await ask(id, { grant_type: TOKEN_EXCHANGE, subject_token: user.email, subject_token_type: USER_EMAIL }, basic(client, clientSecret))).toMatchObject(refused);
  expect((await exchange(user.email, "mcs_wrong")).headers.get("www-authenticate")).toBe('Basic realm="token"');
  expect(await database().prisma.accessToken.count({ where: { accountId: id } })).toBe(0);
});

test("a token ends with its assignment, its time and its user; a new secret ends the old one", async () => {
  const { partner, id, user, application, clientSecret, exchange } = await place();
  const works = async (token: unknown) => (await send("GET", "/me", bearer(token))).status === 200;
  const first = (await exchange()).body["access_token"];
  await database().prisma.accessToken.updateMany({ where: { accountId: id }, data: { expiresAt: new Date(Date.now() - 1_000) } });
  expect(await works(first)).toBe(false);
  const second = (await exchange()).body["access_token"];
  expect(await database().prisma.accessToken.count({ where: { accountId: id } })).toBe(1);
  const renewed = await runOperation(renewSecret, { resolved: await partner.at(null), input: { applicationId: application.id } });
  expect(await exchange(user.email, clientSecret)).toMatchObject({ status: 401 });
  expect(await exchange(user.email, renewed.clientSecret)).toMatchObject({ status: 200 });
  await database().prisma.user.update({ where: { accountId_id: { accountId: id, id: user.id } }, data: { disabledAt: new Date() } });
  expect(await works(second)).toBe(false);
  expect(await exchange(user.email, renewed.clientSecret)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  await database().prisma.user.update({ where: { accountId_id: { accountId: id, id: user.id } }, data: { disabledAt: null } });
  expect(await works(second)).toBe(true);
  await runOperation(updateApplication, { resolved: await partner.at(null), input: { applicationId: application.id, version: 2, name: "MiCollab", description: "", accountIds: [] } });
  expect(await works(second)).toBe(false);
});

test("what is no token request is refused in the words of OAuth", async () => {
  const { id, application, clientSecret } = await place();
  const client = basic(application.id, clientSecret);
  expect(await ask(id, {})).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect(await ask(id, { grant_type: "password" })).toMatchObject({ status: 400, body: { error: "unsupported_grant_type" } });
  expect(await ask(id, { grant_type: TOKEN_EXCHANGE, subject_token: "x" }, client)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect(await ask(id, { grant_type: TOKEN_EXCHANGE, subject_token_type: USER_EMAIL }, client)).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  expect(await ask("no-account", { grant_type: GUEST_GRANT })).toMatchObject({ status: 400, body: { error: "invalid_request" } });
  const json = new Request("http://portal.example/", { method: "POST", headers: { "content-type": "application/json" }, body: "{}" });
  expect((await answerTokenRequest(json, id)).status).toBe(400);
});

test("PRIV-13 with Allow Guest Access somebody who is no user gets in as a guest, and sees the chats that are open to guests and nothing else", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "micc");
  const overlay = { name: "Shop", website: "https://shop.ballad.example", heading: "Ballad Shop", greeting: "", corner: "right", colour: "blue" };
  await runOperation(addOverlay, { resolved: await partner.at(id), input: { ...overlay, enabled: true } });
  await runOperation(addOverlay, { resolved: await partner.at(id), input: { ...overlay, name: "Later", enabled: false } });
  const { status, body } = await ask(id, { grant_type: GUEST_GRANT, name: "Nora" });
  expect({ status, body }).toMatchObject({ status: 200, body: { access_token: expect.stringMatching(/^mgt_/), expires_in: 1800, scope: "guest" } });
  const guest = bearer(body["access_token"]);
  expect(await send("GET", "/guest", guest)).toMatchObject({ status: 200, body: { name: "Nora", account: { name: "Ballad Industries" }, chats: [{ name: "Shop", website: "https://shop.ballad.example" }] } });
  for (const path of ["/me", `/accounts/${id}`, `/accounts/${id}/users`, "/accounts"]) expect((await send("GET", path, guest)).status, path).toBe(401);
});

test("PRIV-14 with Allow Guest Access off nobody gets in without being a user, and a guest who was in is out", async () => {
  const { partner, id } = await place();
  const refused = { status: 400, body: { error: "invalid_grant", error_description: "Guest access is not allowed for this account." } };
  for (const account of [id, randomUUID()]) expect(await ask(account, { grant_type: GUEST_GRANT })).toMatchObject(refused);
  await switchTo(partner, id, { guestAccess: true });
  const { body } = await ask(id, { grant_type: GUEST_GRANT });
  expect(await send("GET", "/guest", bearer(body["access_token"]))).toMatchObject({ status: 200, body: { name: "Guest" } });
  await switchTo(partner, id, { guestAccess: false });
  expect(await send("GET", "/guest", bearer(body["access_token"]))).toMatchObject({ status: 401 });
  expect(await ask(id, { grant_type: GUEST_GRANT })).toMatchObject(refused);
  expect(await send("GET", "/guest")).toMatchObject({ status: 401 });
});

test("PRIV-02 with MiCollab on the account its server gets tokens of the users without anybody switching anything", async () => {
  const { partner, id, exchange } = await place();
  await switchTo(partner, id, { delegatedAuthentication: false });
  expect(await exchange()).toMatchObject({ status: 400 });
  await addTo(partner, id, "micollab");
  const member = await aSignedInUser(partner, id, "user");
  expect(await exchange(member.user.email)).toMatchObject({ status: 200 });
});
