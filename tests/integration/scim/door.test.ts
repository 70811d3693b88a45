/** The protocol at the door: who is let in, and how requests are answered (RFC 7644). */
import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aDirectory, aDirectoryUser, askScim, USER } from "#tests/builders/scim.ts";
import { byKey } from "#tests/builders/rest.ts";

const { prisma } = database();
const ERROR = "urn:ietf:params:scim:api:messages:2.0:Error";
const LIST = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id, ...(await aDirectory(partner, id)) };
}

const filter = (text: string) => `/Users?filter=${encodeURIComponent(text)}`;

test("SCIMAPI-01 SCIMAPI-24 without the right token everything is answered 401, in the protocol's own words", async () => {
  const { partner, id, keys } = await place();
  const wrong: Record<string, string>[] = [{}, { authorization: "Bearer wrong" }, { authorization: keys.secretToken }, { authorization: `Basic ${keys.secretToken}` }, await byKey(partner), { cookie: "a=b" }];
  for (const headers of wrong) {
    for (const path of ["/Users", "/ServiceProviderConfig", "/Groups", `/Users/${newId()}`]) {
      const { status, body, headers: answered } = await askScim(id, "GET", path, headers);
      expect({ status, body }).toEqual({ status: 401, body: { schemas: [ERROR], status: "401", detail: "The Tenant URL or the Secret Token is wrong, or not valid any more." } });
      expect(answered.get("www-authenticate")).toContain("Bearer");
    }
  }
});

test("SCIMAPI-02 the token of one account opens no other, and tells nothing of it", async () => {
  const one = await place();
  const other = await place();
  const { body: made } = await other.ask("POST", "/Users", aDirectoryUser());
  const answers = [];
  for (const id of [other.id, newId(), "nowhere"]) answers.push(await askScim(id, "GET", `/Users/${String(made["id"])}`, { authorization: `Bearer ${one.keys.secretToken}` }));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect(answers[0]).toMatchObject({ status: 401 });
  for (const method of ["GET", "DELETE"]) expect(await one.ask(method, `/Users/${String(made["id"])}`)).toMatchObject({ status: 404, body: { schemas: [ERROR], status: "404" } });
  expect(await one.ask("POST", "/Users", aDirectoryUser({ ...made, id: undefined, meta: undefined }))).toMatchObject({ status: 201 });
});

test("SCIMAPI-03 SCIMAPI-05 a user that nobody is gives an empty list", async () => {
  const { ask } = await place();
  expect(await ask("GET", filter(`userName eq "${newId()}"`))).toMatchObject({ status: 200, body: { schemas: [LIST], totalResults: 0, startIndex: 1, itemsPerPage: 0, Resources: [] } });
});

test("SCIMAPI-04 answers are application/scim+json; both that and plain JSON are taken, nothing else", async () => {
  const { ask } = await place();
  for (const type of ["application/scim+json", "application/json; charset=utf-8", "Application/SCIM+JSON"]) {
    const { status, headers } = await ask("POST", "/Users", aDirectoryUser(), { "content-type": type });
    expect(status, type).toBe(201);
    expect(headers.get("content-type")).toContain("application/scim+json");
  }
  expect(await ask("POST", "/Users", aDirectoryUser(), { "content-type": "text/plain" })).toMatchObject({ status: 415, body: { schemas: [ERROR] } });
  expect(await ask("POST", "/Users", "{", {})).toMatchObject({ status: 400, body: { scimType: "invalidSyntax" } });
  expect(await ask("POST", "/Users", "[]", {})).toMatchObject({ status: 400, body: { scimType: "invalidSyntax" } });
});

test("SCIMAPI-06 SCIMAPI-07 users are found by user name in whatever letter case, by external id, by address, and by several at once", async () => {
  const { ask } = await place();
  const user = aDirectoryUser();
  const { body: made } = await ask("POST", "/Users", user);
  await ask("POST", "/Users", aDirectoryUser());
  const address = String(user["userName"]);
  const found = [
    `userName eq "${address.toUpperCase()}"`,
    `USERNAME Eq "${address}"`,
    `externalId eq "${String(user["externalId"])}"`,
    `emails[type eq "work"].value eq "${address.toLowerCase()}"`,
    `emails.value eq "${address}"`,
    `userName eq "${address}" and externalId eq "${String(user["externalId"])}" and active eq true`,
    `id eq "${String(made["id"])}"`,
    `displayName eq "${String(user["displayName"])}" and name.givenName eq "nora"`,
  ];
  for (const text of found) expect(await ask("GET", filter(text)), text).toMatchObject({ body: { totalResults: 1, Resources: [{ id: made["id"] }] } });
  for (const text of [`externalId eq "${String(user["externalId"]).toUpperCase()}"`, `emails[type eq "other"].value eq "${address}"`, `userName eq "${address}" and active eq false`]) expect(await ask("GET", filter(text)), text).toMatchObject({ status: 200, body: { totalResults: 0 } });
  for (const text of ['userName sw "a"', 'title eq "x"', "userName", 'emails[kind eq "x"].value eq "y"', 'name.formatted eq "x"', 'userName[type eq "x"].value eq "y"']) expect(await ask("GET", filter(text)), text).toMatchObject({ status: 400, body: { schemas: [ERROR], status: "400", scimType: "invalidFilter" } });
});

test("SCIMAPI-08 users come in pages, counted from 1", async () => {
  const { ask } = await place();
  const ids = [];
  for (let each = 0; each < 5; each += 1) ids.push((await ask("POST", "/Users", aDirectoryUser())).body["id"]);
  const page = async (query: string) => {
    const { body } = await ask("GET", `/Users?${query}`);
    return { ...body, ids: (body["Resources"] as { id: string }[]).map(({ id }) => id) };
  };
  expect(await page("startIndex=2&count=2")).toMatchObject({ totalResults: 5, startIndex: 2, itemsPerPage: 2, ids: ids.slice(1, 3) });
  expect(await page("startIndex=5&count=10")).toMatchObject({ totalResults: 5, itemsPerPage: 1, ids: ids.slice(4) });
  expect(await page("startIndex=0&count=-3")).toMatchObject({ totalResults: 5, startIndex: 1, itemsPerPage: 0, ids: [] });
  expect(await page("startIndex=99")).toMatchObject({ totalResults: 5, ids: [] });
  expect(await page("count=many")).toMatchObject({ totalResults: 5, ids });
});

test("SCIMAPI-09 one user, or 404", async () => {
  const { ask, partner, id } = await place();
  const { body: made } = await ask("POST", "/Users", aDirectoryUser());
  expect(await ask("GET", `/Users/${String(made["id"])}`)).toMatchObject({ status: 200, body: made });
  const elsewhere = await aUser(partner, (await anAccount(partner, { name: "Harbor Clinic" })).id);
  for (const unknown of [newId(), "nobody", elsewhere.id]) expect(await ask("GET", `/Users/${unknown}`), id).toMatchObject({ status: 404, body: { schemas: [ERROR], status: "404", detail: expect.any(String) } });
});

test("SCIMAPI-22 SCIMATTR-14 groups: none to be read, none can be made", async () => {
  const { ask } = await place();
  expect(await ask("GET", '/Groups?excludedAttributes=members&filter=displayName eq "All"')).toMatchObject({ status: 200, body: { schemas: [LIST], totalResults: 0, Resources: [] } });
  expect(await ask("GET", `/Groups/${newId()}`)).toMatchObject({ status: 404 });
  expect(await ask("POST", "/Groups", { displayName: "All" })).toMatchObject({ status: 501, body: { schemas: [ERROR], status: "501", detail: expect.stringContaining("Groups are not supported") } });
  for (const method of ["PUT", "PATCH", "DELETE"]) expect(await ask(method, `/Groups/${newId()}`)).toMatchObject({ status: 501 });
  expect(await ask("GET", "/Users")).toMatchObject({ body: { totalResults: 0 } });
});

test("SCIMAPI-23 the service says what it can do", async () => {
  const { ask, keys } = await place();
  expect((await ask("GET", "/ServiceProviderConfig")).body).toMatchObject({ patch: { supported: true }, filter: { supported: true }, bulk: { supported: false }, sort: { supported: false }, etag: { supported: false }, authenticationSchemes: [{ type: "oauthbearertoken" }] });
  expect((await ask("GET", "/ResourceTypes")).body).toMatchObject({ totalResults: 1, Resources: [{ id: "User", endpoint: "/Users", schema: USER, meta: { location: `${keys.tenantUrl}/ResourceTypes/User` } }] });
  expect((await ask("GET", "/ResourceTypes/User")).body).toMatchObject({ id: "User" });
  const { attributes } = (await ask("GET", `/Schemas/${USER}`)).body as { attributes: { name: string; required: boolean }[] };
  expect(attributes.map(({ name }) => name)).toEqual(["userName", "externalId", "active", "displayName", "name", "emails", "phoneNumbers", "roles", "addresses"]);
  expect(attributes.filter(({ required }) => required).map(({ name }) => name)).toEqual(["userName", "emails"]);
  expect(await ask("GET", "/ResourceTypes/Group")).toMatchObject({ status: 404 });
});

test("SCIMAPI-27 a query part that the client keeps disturbs nothing", async () => {
  const { ask } = await place();
  const user = aDirectoryUser();
  expect(await ask("POST", "/Users?aadOptscim062020", user)).toMatchObject({ status: 201 });
  expect(await ask("GET", `/Users?aadOptscim062020&filter=${encodeURIComponent(`userName eq "${String(user["userName"])}"`)}`)).toMatchObject({ body: { totalResults: 1 } });
});

test("addresses that are none, methods that are none, and a request that is too large", async () => {
  const { ask } = await place();
  for (const path of ["/Me", "/Bulk", "/", `/Users/${newId()}/emails`]) expect(await ask("GET", path), path).toMatchObject({ status: 404, body: { schemas: [ERROR] } });
  const refused = await ask("PATCH", "/Users", {});
  expect(refused).toMatchObject({ status: 405, body: { status: "405" } });
  expect(refused.headers.get("allow")).toBe("GET, POST");
  expect(await ask("POST", "/Users", { userName: "x".repeat(1024 * 1024) })).toMatchObject({ status: 413 });
  const nested = Array.from({ length: 3_000 }).reduce<object>((inner) => ({ inner }), {});
  expect(await ask("POST", "/Users", { userName: "deep@ballad.example", nested })).toMatchObject({ status: 400, body: { scimType: "invalidSyntax" } });
});

test("a deactivated account takes nothing", async () => {
  const { partner, id, ask } = await place();
  await runOperation(deactivateAccount, { resolved: await partner.at(id), input: { word: "deactivate" } });
  expect(await ask("POST", "/Users", aDirectoryUser())).toMatchObject({ status: 403, body: { schemas: [ERROR], detail: expect.stringContaining("deactivated") } });
  expect(await prisma.user.count({ where: { accountId: id } })).toBe(0);
});
