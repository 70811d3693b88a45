/** Unify Phone: tenants that are linked and made, on the simulated service. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { deleteAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getProductsOfUser } from "#lib/licenses/get-products-of-user.ts";
import { removeLicense, setLicense } from "#lib/licenses/set-license.ts";
import { settleExpired } from "#lib/licenses/settle-expired.ts";
import { takeSnapshots } from "#lib/licenses/snapshots.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startTenantSynchronization } from "#lib/unify-phone/start-synchronization.ts";
import { synchronizeAllTenants } from "#lib/unify-phone/synchronize.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { addTo, beginRemoval, entryIn, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { aLicensedAccount } from "#tests/builders/licenses.ts";
import { SKU } from "#tests/builders/orders.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";
import { completeUnifyPhone, startTestUnifyPhone, unifyPhoneOf, unifySynchronized } from "#tests/builders/unify-phone.ts";
import type { TestUnifyPhone, UnifyTenant } from "#tests/builders/unify-phone.ts";

let unify: TestUnifyPhone;
let partner: SignedIn;
beforeAll(async () => {
  unify = await startTestUnifyPhone();
  partner = await aPartner();
});
afterEach(() => unify.faults({}));
afterAll(() => unify.close());

/** An account with the integration, not set up yet. */
async function place() {
  const { id, name } = await anAccount(partner, { name: `Ballad ${randomUUID()}` });
  await addTo(partner, id, "unify_phone");
  return { id, name };
}
/** One that is linked to a tenant of an OpenScape Business. */
async function linked(tenant?: UnifyTenant) {
  const { id, name } = await place();
  const known = tenant ?? (await unify.tenant());
  await completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: known.apiKey });
  await unifySynchronized();
  return { id, name, tenant: known };
}
const atService = async (accountId: string) => (await unify.tenants()).find(({ link }) => link?.accountId === accountId);
const state = async (id: string) => (await entryIn(partner, id, "unify_phone")).state;
const holders = async (id: string) => (await runOperation(findUsers, { resolved: await partner.at(id), input: { product: "unify_phone" } })).items.map(({ email }) => email);
const stored = (accountId: string) => database().prisma.integration.findUniqueOrThrow({ where: { accountId_key: { accountId, key: "unify_phone" } } });
async function synchronize(): Promise<void> {
  await synchronizeAllTenants();
  await workOff(["unify-phone.synchronize"]);
}

test("UNIFY-04 UNIFY-05 UNIFY-06 it is added incomplete, with Complete Setup and the fields of its page", async () => {
  const { id } = await place();
  const entry = await entryIn(partner, id, "unify_phone");
  expect(entry).toMatchObject({ status: "incomplete", setUpLabel: "Complete Setup", settingsPlace: "page", state: { tone: "warn", message: "Incomplete: no Unify Phone tenant is linked to the account yet" } });
  const { body } = await send("GET", `/accounts/${id}/integrations/unify_phone`, await byKey(partner));
  const { settings } = body as { settings: { title: string; intro: string; fields: { label: string }[] } };
  expect([settings.title, settings.intro]).toEqual(["Unify Phone Configuration", "Please enter the information below to establish SIP connectivity between your solution and Unify Phone Platform."]);
  expect(settings.fields.map(({ label }) => label)).toEqual(["Are you onboarding a pre-existing tenant?", "API Key", "Tenant Name", "First Name", "Last Name", "Email", "Country Code", "Phone Number"]);
  await expect(completeUnifyPhone(partner, id, { isExistingTenant: true })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.apiKey", message: "Please fill in API Key." }] });
  await expect(unifyPhoneOf(partner, id)).rejects.toMatchObject({ code: "not_found" });
});

test("UNIFY-07 UNIFY-08 UNIFY-01 the API key of the Telephony connector links the tenant, with which chat comes; an unknown one is refused at its field and links nothing", async () => {
  const { id, name } = await place();
  const tenant = await unify.tenant();
  const [key] = /up_[\w-]+/.exec(await unify.page(`/tenants/${tenant.id}/connector`))!;
  const said = "Unify Phone knows no tenant with this API key. The tab Telephony connector of the Unify Phone administration app shows it.";
  await expect(completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: "up_made_up" })).rejects.toMatchObject({ code: "invalid", message: said, fields: [{ path: "settings.apiKey", message: said }] });
  expect(await stored(id)).toMatchObject({ status: "incomplete", settings: {}, version: 1 });
  expect([await atService(id), await eventsOf(id, "integrations.update-settings")]).toEqual([undefined, []]);
  const { entry } = await completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: key! });
  expect(entry).toMatchObject({ status: "on", state: { tone: "good", message: `Connected to the tenant ${tenant.name}` } });
  expect(await atService(id)).toMatchObject({ id: tenant.id, pbx: "openscape_business", link: { company: name } });
  const user = await aUser(partner, id);
  for (const email of [user.email, "lobby@elsewhere.example"]) await unify.assign(tenant.id, email);
  await unifySynchronized();
  expect(await unify.licensed(tenant.id), "chat is for users of the account").toEqual({ [user.email]: true, "lobby@elsewhere.example": false });
});

test("a tenant that another account has is refused, and of the other account nothing is told", async () => {
  const { tenant, id, name } = await linked();
  const other = await place();
  const refused = completeUnifyPhone(partner, other.id, { isExistingTenant: true, apiKey: tenant.apiKey });
  await expect(refused).rejects.toMatchObject({ code: "invalid", message: expect.not.stringContaining(name), fields: [{ path: "settings.apiKey" }] });
  expect((await atService(id))?.id).toBe(tenant.id);
});

test("UNIFY-09 UNIFY-11 UNIFY-02 UNIFY-03 a new tenant of a MiVoice 5000 is made and linked; a name that is taken in any account is refused at its field", async () => {
  const { id } = await place();
  const name = `Hafen ${randomUUID()}`;
  await completeUnifyPhone(partner, id, { tenantName: name });
  expect(await atService(id)).toMatchObject({ name, pbx: "mivoice_5000" });
  const elsewhere = await aPartner();
  const { id: foreign } = await anAccount(elsewhere);
  await addTo(elsewhere, foreign, "unify_phone");
  const said = "A Unify Phone tenant of this name exists already. Choose another name, or link that tenant by its API key.";
  await expect(completeUnifyPhone(elsewhere, foreign, { tenantName: name.toUpperCase() })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.tenantName", message: said }] });
  expect([await atService(foreign), (await stored(foreign)).status]).toEqual([undefined, "incomplete"]);
  const user = await aUser(partner, id);
  await unify.assign((await atService(id))!.id, user.email);
  await synchronize();
  expect([await holders(id), await unify.licensed((await atService(id))!.id)]).toEqual([[user.email], { [user.email]: true }]);
});

test("UNIFY-09 a name is not required: the tenant is then called as the company", async () => {
  const { id, name } = await place();
  await completeUnifyPhone(partner, id, {});
  expect((await unifyPhoneOf(partner, id)).tenant).toMatchObject({ name, pbx: "mivoice_5000" });
});

test("UNIFY-10 an empty contact is that of the Account Administrator; who completes the set-up goes first, and what was entered stays", async () => {
  const { id } = await place();
  const first = await aUser(partner, id, { firstName: "Anna", lastName: "Alm", accountAdmin: true });
  await aUser(partner, id, { firstName: "Zoe", lastName: "Zorn" });
  await runOperation(updateUser, { resolved: await partner.at(id), input: { userId: first.id, version: first.version, mobileNumber: "+49 170 1234567" } });
  await completeUnifyPhone(partner, id, { firstName: "Bo" });
  expect((await unifyPhoneOf(partner, id)).tenant.contact).toEqual({ firstName: "Bo", lastName: "Alm", email: first.email, countryCode: "+49", phoneNumber: "170 1234567" });
  const other = await place();
  await aUser(partner, other.id, { accountAdmin: true });
  const admin = await aSignedInUser(partner, other.id, "account_admin");
  await completeUnifyPhone(admin, other.id, {});
  expect((await unifyPhoneOf(admin, other.id)).tenant.contact).toMatchObject({ firstName: "Ada", email: admin.user.email });
  const event = (await eventsOf(other.id, "integrations.update-settings")).find(({ changes }) => JSON.stringify(changes).includes("tenantName"));
  expect(event!.changes).toEqual(expect.arrayContaining([{ property: "status", before: "incomplete", after: "on" }, { property: "tenantName", before: "", after: other.name }, { property: "email", before: "", after: admin.user.email }, { property: "apiKey", before: null, after: "stored anew" }]));
});

test("UNIFY-12 UNIFY-13 once enabled the details can be read and not be changed, until it is removed and added again", async () => {
  const { id, tenant } = await linked();
  const { version } = await entryIn(partner, id, "unify_phone");
  const answer = await send("PATCH", `/accounts/${id}/integrations/unify_phone/settings`, { ...(await byKey(partner)), "content-type": "application/json" }, { version, settings: { isExistingTenant: false, tenantName: "Other" } });
  expect(answer).toMatchObject({ status: 409, error: { message: "Unify Phone is set up, and its details can not be edited. Remove the integration, add it again, and set it up with the right values." } });
  expect(await atService(id)).toMatchObject({ id: tenant.id, name: tenant.name });
  expect((await unifyPhoneOf(partner, id)).tenant).toEqual({ name: tenant.name, pbx: "openscape_business", contact: { firstName: "", lastName: "", email: "", countryCode: "", phoneNumber: "" } });
  await removeFrom(partner, id, "unify_phone");
  await unifySynchronized();
  await addTo(partner, id, "unify_phone");
  await completeUnifyPhone(partner, id, { tenantName: `Right ${id}` });
  expect((await unifyPhoneOf(partner, id)).tenant.name).toBe(`Right ${id}`);
});

test.each([
  ["is away", { outage: true }, "Unify Phone can not be reached. Nothing has been changed."],
  ["is too busy", { failNext: [{ status: 429 }] }, "Unify Phone has been asked too often and wants a pause. Please try again in a minute. Nothing has been changed."],
  ["fails", { failNext: [{ status: 500 }] }, "Unify Phone can not do this now (it answered 500). Please try again later. Nothing has been changed."],
])("when the service %s, Done says so and links nothing", async (_, faults, message) => {
  const { id } = await place();
  await unify.faults(faults);
  await expect(completeUnifyPhone(partner, id, { tenantName: `Away ${id}` })).rejects.toMatchObject({ code: "peer_failed", message });
  expect(await stored(id)).toMatchObject({ status: "incomplete", settings: {} });
});

test("an answer that was lost makes no second tenant: Done once more gets the same, and removal lets go of one that nobody knew of", async () => {
  const { id } = await place();
  const name = `Lost ${id}`;
  await unify.faults({ dropAfterCommit: 1 });
  await expect(completeUnifyPhone(partner, id, { tenantName: name })).rejects.toMatchObject({ code: "peer_failed" });
  const made = await atService(id);
  expect(made).toMatchObject({ name });
  await completeUnifyPhone(partner, id, { tenantName: name });
  expect((await unify.tenants()).filter((tenant) => tenant.name === name)).toHaveLength(1);
  const other = await place();
  await unify.faults({ dropAfterCommit: 1 });
  await expect(completeUnifyPhone(partner, other.id, {})).rejects.toMatchObject({ code: "peer_failed" });
  await removeFrom(partner, other.id, "unify_phone");
  await unifySynchronized();
  expect(await atService(other.id)).toBeUndefined();
});

test("UNIFY-15 UNIFY-16 UNIFY-17 what the PBX gives is in the list, in its filter and at the user, with an event; nobody gives or takes it here", async () => {
  const { id, tenant } = await linked();
  const user = await aUser(partner, id, { firstName: "Dana", lastName: "Ortiz" });
  const other = await aUser(partner, id);
  await unify.assign(tenant.id, user.email.toUpperCase());
  await synchronize();
  const resolved = await partner.at(id);
  const { items, figures } = await runOperation(findUsers, { resolved, input: {} });
  expect([figures.products, items.find((each) => each.id === user.id)!.licenses, items.find((each) => each.id === other.id)!.licenses]).toEqual([["unify_phone"], ["Unify Phone"], []]);
  expect(await holders(id)).toEqual([user.email]);
  const { products } = await runOperation(getProductsOfUser, { resolved, input: { userId: user.id } });
  expect(products.find(({ product }) => product === "unify_phone")).toMatchObject({ name: "Unify Phone", state: "given_by_pbx", isThere: true, license: { plan: "user" } });
  const said = { code: "conflict", message: "Licenses of Unify Phone are assigned by the provisioning tool of the PBX." };
  await expect(runOperation(setLicense, { resolved, input: { userId: other.id, product: "unify_phone", plan: "user" } })).rejects.toMatchObject(said);
  await expect(runOperation(removeLicense, { resolved, input: { userId: user.id, product: "unify_phone" } })).rejects.toMatchObject(said);
  expect((await eventsOf(id, "unify-phone.synchronize")).map(({ actorName, changes }) => [actorName, changes])).toEqual([["Unify Phone", [{ property: "license", before: null, after: "Unify Phone" }]]]);
  await unify.withdraw(tenant.id, user.email);
  await runOperation(startTenantSynchronization, { resolved, input: {} });
  expect((await unifyPhoneOf(partner, id)).status).toBe("working");
  await unifySynchronized();
  expect([await holders(id), (await unifyPhoneOf(partner, id)).licensed]).toEqual([[], 0]);
  await synchronize();
  expect(await eventsOf(id, "unify-phone.synchronize"), "nothing changed, so there is nothing to tell").toHaveLength(2);
});

test("UNIFY-15 addresses that are none of the account are named, and become licenses once there is a user", async () => {
  const { id, tenant } = await linked();
  const email = `${randomUUID()}@ballad.example`;
  await unify.assign(tenant.id, email);
  await synchronize();
  expect(await unifyPhoneOf(partner, id)).toMatchObject({ status: "done", licensed: 0, unknown: [email], answeredAt: expect.any(String) });
  expect((await state(id))!.message).toContain("a license to an address that no user of the account has");
  await aUser(partner, id, { email });
  await synchronize();
  expect(await unifyPhoneOf(partner, id)).toMatchObject({ licensed: 1, unknown: [] });
});

test("UNIFY-15 licenses of the PBX are not those of orders: none is taken back, counted or bought", async () => {
  const { partner: owner, accountId: id } = await aLicensedAccount([{ sku: SKU.meetings, quantity: 1 }]);
  await addTo(owner, id, "unify_phone");
  const tenant = await unify.tenant();
  await completeUnifyPhone(owner, id, { isExistingTenant: true, apiKey: tenant.apiKey });
  const user = await aUser(owner, id);
  await unify.assign(tenant.id, user.email);
  await synchronize();
  await settleExpired(new Date("2090-01-01"));
  await takeSnapshots();
  const { prisma } = database();
  expect(await prisma.license.count({ where: { accountId: id, product: "unify_phone" } })).toBe(1);
  expect(await prisma.licenseSnapshot.count({ where: { accountId: id, product: "unify_phone" } })).toBe(0);
});

test("UNIFY-14 Connected, Error and Incomplete: a service that is away and a key that is no longer accepted are told", async () => {
  const { id, tenant } = await linked();
  expect(await state(id)).toEqual({ tone: "good", message: `Connected to the tenant ${tenant.name}` });
  await unify.faults({ outage: true });
  await runOperation(startTenantSynchronization, { resolved: await partner.at(id), input: {} });
  await expect(unifySynchronized()).rejects.toMatchObject({ name: "UnifyPhoneError" });
  expect(await state(id)).toEqual({ tone: "bad", message: "Error: Unify Phone can not be reached. It is tried again by itself." });
  await unify.faults({});
  await synchronize();
  expect(await state(id)).toMatchObject({ tone: "good" });
  await unify.send("PUT", `/_tenants/${tenant.id}/api-key`, { body: {} });
  await synchronize();
  expect((await state(id))!.message).toMatch(/^Error: Unify Phone does not accept the API key of the tenant any more\./);
});

test("UNIFY-18 UNIFY-21 UNIFY-22 removal revokes every license, here and at the service, and keeps the tenant, which its API key links again", async () => {
  const { id, tenant } = await linked();
  const users = await Promise.all(["Dana", "Emeka", "Farah"].map((firstName) => aUser(partner, id, { firstName })));
  for (const { email } of users) await unify.assign(tenant.id, email);
  await synchronize();
  expect(await holders(id)).toHaveLength(3);
  const { removal } = await entryIn(partner, id, "unify_phone");
  expect(removal).toEqual(["The Unify Phone license of every user who has one is revoked.", "CloudLink Chat ends in Unify Phone.", "Delegated Authentication is switched off, as nothing else on the account brings it.", "The Unify Phone tenant is not deleted. It can be linked again by its API key."]);
  await removeFrom(partner, id, "unify_phone");
  expect(await holders(id)).toEqual([]);
  const events = await eventsOf(id, "integrations.remove");
  expect(events.filter(({ changes }) => JSON.stringify(changes).includes("license"))).toHaveLength(3);
  expect(events.find(({ details }) => JSON.stringify(details ?? {}).includes("licenses"))?.details).toMatchObject({ licenses: 3 });
  await unifySynchronized();
  expect(await unify.licensed(tenant.id)).toEqual({});
  expect((await unify.tenants()).find((each) => each.id === tenant.id)).toMatchObject({ name: tenant.name, link: null });
  await addTo(partner, id, "unify_phone");
  await completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: tenant.apiKey });
  await unifySynchronized();
  expect(await unifyPhoneOf(partner, id)).toMatchObject({ tenant: { name: tenant.name }, status: "done", licensed: 0 });
});

test("UNIFY-21 a service that is away hears of the removal later; linked again before that, nobody keeps an old license", async () => {
  const { id, tenant } = await linked();
  const user = await aUser(partner, id);
  await unify.assign(tenant.id, user.email);
  await synchronize();
  await unify.faults({ outage: true });
  await removeFrom(partner, id, "unify_phone");
  expect((await panelOf(partner, id)).entries).toEqual([]);
  await expect(unifySynchronized()).rejects.toMatchObject({ name: "UnifyPhoneError", mayPass: true });
  expect(await holders(id)).toEqual([]);
  await unify.faults({});
  await addTo(partner, id, "unify_phone");
  await completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: tenant.apiKey });
  await synchronize();
  expect([await holders(id), await unify.licensed(tenant.id)]).toEqual([[], {}]);
});

test("UNIFY-19 while it is being removed, and after it, nothing the service says changes the account", async () => {
  const { id, tenant } = await linked();
  const user = await aUser(partner, id);
  await beginRemoval(partner, id, "unify_phone");
  await unify.assign(tenant.id, user.email);
  await synchronize();
  expect(await holders(id)).toEqual([]);
  await workOff(["integrations.remove"]);
  await synchronize();
  expect(await holders(id)).toEqual([]);
});

test("UNIFY-22 with the account the tenant is let go, and another one links it", async () => {
  const { id, tenant } = await linked();
  await runOperation(deleteAccount, { resolved: await partner.at(id), input: { word: "delete" } });
  await unifySynchronized();
  const again = await linked(tenant);
  expect((await atService(again.id))?.id).toBe(tenant.id);
});

test("the tenant of an account of somebody else does not exist", async () => {
  const { id } = await linked();
  const stranger = await aPartner();
  for (const call of [unifyPhoneOf(stranger, id), completeUnifyPhone(stranger, id, {})]) await expect(call).rejects.toMatchObject({ code: "not_found" });
  const user = await aSignedInUser(partner, id, "user");
  await expect(unifyPhoneOf(user, id)).rejects.toMatchObject({ code: "forbidden" });
});
