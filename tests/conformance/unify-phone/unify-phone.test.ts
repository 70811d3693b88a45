/** The simulated Unify Phone: who may do what, what it refuses, and what it keeps. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { DEMO_UNIFY_PHONE } from "#lib/simulators/kit/demo.ts";
import { startTestUnifyPhone } from "#tests/builders/unify-phone.ts";
import type { TestUnifyPhone } from "#tests/builders/unify-phone.ts";

let unify: TestUnifyPhone;
beforeAll(async () => void (unify = await startTestUnifyPhone()));
afterEach(() => unify.faults({}));
afterAll(() => unify.close());

const SINCE = "2026-11-30T08:00:00.000Z";
const CONTACT = { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example", countryCode: "+49", phoneNumber: "40 555" };
const linkPath = (accountId: string, since = SINCE) => `/api/v1/accounts/${accountId}/links/${since}`;
const link = (accountId: string, body: object, since?: string) => unify.send("PUT", linkPath(accountId, since), { as: "portal", body: { company: "Ballad Industries", ...body } });
const made = (name: string) => ({ newTenant: { name, pbx: "mivoice_5000", contact: CONTACT } });
const atService = async (id: string) => (await unify.tenants()).find((tenant) => tenant.id === id);

test("UNIFY-07 the tab Telephony connector of the administration app shows the API key of its tenant, and makes another one", async () => {
  const tenant = await unify.tenant();
  const shown = await unify.page(`/tenants/${tenant.id}/connector`);
  expect(shown).toContain('aria-current="page">Telephony connector');
  expect(shown).toContain(`<code>${tenant.apiKey}</code>`);
  for (const path of ["/", `/tenants/${tenant.id}`, `/tenants/${tenant.id}/users`, "/_state"]) expect(await unify.page(path), path).not.toContain(tenant.apiKey);
  const renewed = await unify.page(`/tenants/${tenant.id}/connector`, {});
  expect(renewed).toContain("<code>up_");
  expect(renewed).not.toContain(tenant.apiKey);
  expect(await unify.send("GET", "/api/v1/tenant", { as: tenant })).toMatchObject({ status: 401, body: { error: { code: "unknown_api_key" } } });
});

test("UNIFY-08 a known API key links its tenant, an unknown one links nothing, and a tenant is linked to one account at a time", async () => {
  const tenant = await unify.tenant();
  const [one, other] = [randomUUID(), randomUUID()];
  expect(await link(one, { apiKey: "up_nobody_has_this" })).toMatchObject({ status: 422, body: { error: { code: "unknown_api_key", field: "apiKey" } } });
  expect((await atService(tenant.id))!.link).toBeNull();
  expect(await link(one, { apiKey: tenant.apiKey })).toMatchObject({ status: 200, body: { tenant: { id: tenant.id, pbx: "openscape_business", linkedAccount: one }, apiKey: tenant.apiKey } });
  expect(await link(other, { apiKey: tenant.apiKey })).toMatchObject({ status: 409, body: { error: { code: "tenant_linked" } } });
  expect(await unify.send("GET", "/api/v1/tenant", { as: tenant })).toMatchObject({ status: 200, body: { linkedAccount: one } });
});

test("UNIFY-09 UNIFY-11 a new tenant has a name that no other has, however it is written; without a name it has that of its company", async () => {
  const name = `Werft ${randomUUID()}`;
  const first = await link(randomUUID(), made(name));
  expect(first).toMatchObject({ status: 200, body: { tenant: { name, pbx: "mivoice_5000", contact: CONTACT }, apiKey: expect.stringMatching(/^up_/) } });
  for (const same of [name, name.toUpperCase(), ` ${name.replace(" ", "  ")} `]) expect(await link(randomUUID(), made(same)), same).toMatchObject({ status: 409, body: { error: { code: "name_taken", field: "name" } } });
  const names = [];
  for (let index = 0; index < 2; index += 1) names.push(((await link(randomUUID(), { ...made(""), company: "Without a Name" })).body as { tenant: { name: string } }).tenant.name);
  expect(names).toEqual(["Without a Name", "Without a Name 2"]);
});

test("the same link asked for again is one: no second tenant, and no license lost", async () => {
  const accountId = randomUUID();
  const name = `Again ${accountId}`;
  const { tenant } = (await link(accountId, made(name))).body as { tenant: { id: string } };
  await unify.assign(tenant.id, "ada@ballad.example");
  expect(await link(accountId, made(name))).toMatchObject({ status: 200, body: { tenant: { id: tenant.id } } });
  expect(await link(accountId, made(`${name} corrected`))).toMatchObject({ body: { tenant: { id: tenant.id, name: `${name} corrected` } } });
  expect(Object.keys(await unify.licensed(tenant.id))).toEqual(["ada@ballad.example"]);
  const other = await unify.tenant();
  expect(await link(accountId, { apiKey: other.apiKey })).toMatchObject({ body: { tenant: { id: other.id } } });
  expect((await atService(tenant.id))!.link, "an account has one tenant").toBeNull();
});

test("UNIFY-21 UNIFY-22 the end of a link revokes the licenses and keeps the tenant, which its API key links again; the end of an earlier one changes nothing", async () => {
  const accountId = randomUUID();
  const tenant = await unify.tenant();
  await link(accountId, { apiKey: tenant.apiKey });
  await unify.assign(tenant.id, "ada@ballad.example");
  const end = (since?: string) => unify.send("DELETE", linkPath(accountId, since), { as: "portal" });
  expect((await end("2026-01-01T00:00:00.000Z")).status).toBe(204);
  expect(Object.keys(await unify.licensed(tenant.id))).toHaveLength(1);
  expect((await end()).status).toBe(204);
  expect(await unify.licensed(tenant.id)).toEqual({});
  expect(await atService(tenant.id)).toMatchObject({ name: tenant.name, link: null });
  expect((await end()).status).toBe(204);
  const later = "2026-11-30T09:00:00.000Z";
  expect((await link(accountId, { apiKey: tenant.apiKey }, later)).status).toBe(200);
  await unify.assign(tenant.id, "ada@ballad.example");
  // Added anew before anybody told of the end of the earlier one.
  expect((await link(accountId, { apiKey: tenant.apiKey }, "2026-11-30T10:00:00.000Z")).status).toBe(200);
  expect(await unify.licensed(tenant.id)).toEqual({});
});

test("UNIFY-15 the provisioning tool of the PBX gives and withdraws licenses by address, over its door and on its page", async () => {
  const tenant = await unify.tenant();
  const path = `/api/v1/provisioning/tenants/${tenant.id}/users`;
  expect(await unify.send("POST", path, { body: { email: "Ada@Ballad.example", name: "Ada Brandt", extension: "301" } })).toMatchObject({ status: 201, body: { email: "ada@ballad.example" } });
  expect(await unify.send("POST", path, { body: { email: "nonsense" } })).toMatchObject({ status: 422, body: { error: { field: "email" } } });
  expect(await unify.send("DELETE", `${path}/nobody@ballad.example`)).toMatchObject({ status: 404 });
  expect(await unify.page(`/tenants/${tenant.id}/users`, { email: "bo@ballad.example", name: "<b>Bo</b>", extension: "" })).toContain("&lt;b&gt;Bo&lt;/b&gt;");
  expect(await unify.page(`/tenants/${tenant.id}/users`, { email: "nonsense", name: "", extension: "" })).toContain('role="alert"');
  expect(await unify.send("GET", "/api/v1/tenant/licenses?limit=1", { as: tenant })).toMatchObject({ status: 200, body: { items: [{ email: "ada@ballad.example", name: "Ada Brandt", extension: "301", chat: false }], next: "ada@ballad.example" } });
  expect(await unify.send("GET", "/api/v1/tenant/licenses?limit=1&after=ada@ballad.example", { as: tenant })).toMatchObject({ body: { items: [{ email: "bo@ballad.example" }], next: null } });
  await unify.page(`/tenants/${tenant.id}/users/withdraw`, { email: "bo@ballad.example" });
  expect(Object.keys(await unify.licensed(tenant.id))).toEqual(["ada@ballad.example"]);
});

test("UNIFY-01 CloudLink Chat comes with a link only", async () => {
  const tenant = await unify.tenant();
  await unify.assign(tenant.id, "ada@ballad.example");
  const chat = () => unify.send("PATCH", "/api/v1/tenant/chat", { as: tenant, body: { on: ["ada@ballad.example"], off: [] } });
  expect(await chat()).toMatchObject({ status: 409, body: { error: { code: "not_linked" } } });
  await link(randomUUID(), { apiKey: tenant.apiKey });
  expect((await chat()).status).toBe(204);
  expect(await unify.licensed(tenant.id)).toEqual({ "ada@ballad.example": true });
});

test("every door has its own key", async () => {
  const tenant = await unify.tenant();
  const doors = [["PUT", linkPath(randomUUID())], ["DELETE", linkPath(randomUUID())], ["GET", "/api/v1/tenant"], ["GET", "/api/v1/tenant/licenses"], ["PATCH", "/api/v1/tenant/chat"], ["GET", `/api/v1/provisioning/tenants/${tenant.id}/users`], ["POST", "/_tenants"], ["GET", "/_state"], ["GET", `/tenants/${tenant.id}/connector`]] as const;
  for (const [method, path] of doors) expect((await unify.send(method, path, { as: "nobody", body: method === "GET" ? undefined : {} })).status, `${method} ${path}`).toBe(401);
  expect((await unify.send("PUT", linkPath(randomUUID()), { body: {} })).status).toBe(401);
  expect((await unify.send("GET", "/api/v1/tenant")).status).toBe(401);
});

test("what it holds survives a restart, and a first start holds the tenant of the demo", async () => {
  const accountId = randomUUID();
  const tenant = await unify.tenant();
  await link(accountId, { apiKey: tenant.apiKey });
  await unify.assign(tenant.id, "ada@ballad.example");
  await unify.restart();
  expect(await unify.send("GET", "/api/v1/tenant", { as: tenant })).toMatchObject({ status: 200, body: { name: tenant.name, linkedAccount: accountId } });
  expect(Object.keys(await unify.licensed(tenant.id))).toEqual(["ada@ballad.example"]);
  expect(await unify.send("GET", "/api/v1/tenant", { as: DEMO_UNIFY_PHONE.tenant })).toMatchObject({ body: { name: DEMO_UNIFY_PHONE.tenant.name, pbx: "openscape_business" } });
});

test("faults answer as ordered", async () => {
  const tenant = await unify.tenant();
  await unify.faults({ failNext: [{ status: 503, path: "/api/v1/tenant" }] });
  expect((await unify.send("GET", "/api/v1/tenant", { as: tenant })).status).toBe(503);
  expect((await unify.send("GET", "/api/v1/tenant", { as: tenant })).status).toBe(200);
});
