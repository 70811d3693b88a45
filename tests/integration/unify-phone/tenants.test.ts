/** Unify Phone: tenants are linked and made, once, on the simulated service. */
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { synchronizeAllTenants } from "#lib/unify-phone/synchronize.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { addTo, entryIn, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";
import { aLinkedAccount, anAccountWithUnifyPhone, completeUnifyPhone, startTestUnifyPhone, unifyPhoneOf, unifySynchronized } from "#tests/builders/unify-phone.ts";
import type { TestUnifyPhone, UnifyTenant } from "#tests/builders/unify-phone.ts";

let unify: TestUnifyPhone;
let partner: SignedIn;
beforeAll(async () => {
  unify = await startTestUnifyPhone();
  partner = await aPartner();
});
afterEach(() => unify.faults({}));
afterAll(() => unify.close());

const place = () => anAccountWithUnifyPhone(partner);
const linked = (tenant?: UnifyTenant) => aLinkedAccount(unify, partner, tenant);
const stored = (accountId: string) => database().prisma.integration.findUniqueOrThrow({ where: { accountId_key: { accountId, key: "unify_phone" } } });
const holders = async (id: string) => (await runOperation(findUsers, { resolved: await partner.at(id), input: { product: "unify_phone" } })).items.map(({ email }) => email);
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
  expect([await unify.tenantOf(id), await eventsOf(id, "integrations.update-settings")]).toEqual([undefined, []]);
  const { entry } = await completeUnifyPhone(partner, id, { isExistingTenant: true, apiKey: ` ${key}\n` });
  expect(entry).toMatchObject({ status: "on", state: { tone: "good", message: `Connected to the tenant ${tenant.name}` } });
  expect(await unify.tenantOf(id)).toMatchObject({ id: tenant.id, pbx: "openscape_business", link: { company: name } });
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
  expect((await unify.tenantOf(id))?.id).toBe(tenant.id);
});

test("UNIFY-09 UNIFY-11 UNIFY-02 UNIFY-03 a new tenant of a MiVoice 5000 is made and linked; a name that is taken in any account is refused at its field", async () => {
  const { id } = await place();
  const name = `Hafen ${randomUUID()}`;
  await completeUnifyPhone(partner, id, { tenantName: name });
  expect(await unify.tenantOf(id)).toMatchObject({ name, pbx: "mivoice_5000" });
  const elsewhere = await aPartner();
  const { id: foreign } = await anAccount(elsewhere);
  await addTo(elsewhere, foreign, "unify_phone");
  const said = "A Unify Phone tenant of this name exists already. Choose another name, or link that tenant by its API key.";
  await expect(completeUnifyPhone(elsewhere, foreign, { tenantName: name.toUpperCase() })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "settings.tenantName", message: said }] });
  expect([await unify.tenantOf(foreign), (await stored(foreign)).status]).toEqual([undefined, "incomplete"]);
  const user = await aUser(partner, id);
  await unify.assign((await unify.tenantOf(id))!.id, user.email);
  await synchronize();
  expect([await holders(id), await unify.licensed((await unify.tenantOf(id))!.id)]).toEqual([[user.email], { [user.email]: true }]);
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
  expect(await unify.tenantOf(id)).toMatchObject({ id: tenant.id, name: tenant.name });
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
  const made = await unify.tenantOf(id);
  expect(made).toMatchObject({ name });
  await completeUnifyPhone(partner, id, { tenantName: name });
  expect((await unify.tenants()).filter((tenant) => tenant.name === name)).toHaveLength(1);
  const other = await place();
  await unify.faults({ dropAfterCommit: 1 });
  await expect(completeUnifyPhone(partner, other.id, {})).rejects.toMatchObject({ code: "peer_failed" });
  await removeFrom(partner, other.id, "unify_phone");
  await unifySynchronized();
  expect(await unify.tenantOf(other.id)).toBeUndefined();
});

test("the tenant of an account of somebody else does not exist", async () => {
  const { id } = await linked();
  const stranger = await aPartner();
  for (const call of [unifyPhoneOf(stranger, id), completeUnifyPhone(stranger, id, {})]) await expect(call).rejects.toMatchObject({ code: "not_found" });
  const user = await aSignedInUser(partner, id, "user");
  await expect(unifyPhoneOf(user, id)).rejects.toMatchObject({ code: "forbidden" });
});
