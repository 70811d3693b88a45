/** Unify Phone: the licenses that a PBX gives, how the integration stands, and what its removal takes. */
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
import { addTo, beginRemoval, entryIn, panelOf, removeFrom } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { aLicensedAccount } from "#tests/builders/licenses.ts";
import { SKU } from "#tests/builders/orders.ts";
import { aPartner, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { aLinkedAccount, completeUnifyPhone, startTestUnifyPhone, unifyPhoneOf, unifySynchronized } from "#tests/builders/unify-phone.ts";
import type { TestUnifyPhone, UnifyTenant } from "#tests/builders/unify-phone.ts";

let unify: TestUnifyPhone;
let partner: SignedIn;
beforeAll(async () => {
  unify = await startTestUnifyPhone();
  partner = await aPartner();
});
afterEach(() => unify.faults({}));
afterAll(() => unify.close());

const linked = (tenant?: UnifyTenant) => aLinkedAccount(unify, partner, tenant);
const state = async (id: string) => (await entryIn(partner, id, "unify_phone")).state;
const holders = async (id: string) => (await runOperation(findUsers, { resolved: await partner.at(id), input: { product: "unify_phone" } })).items.map(({ email }) => email);
async function synchronize(): Promise<void> {
  await synchronizeAllTenants();
  await workOff(["unify-phone.synchronize"]);
}

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
  await runOperation(startTenantSynchronization, { resolved: await partner.at(id), input: {} });
  expect(await state(id), "what was wrong is so until it is known to be right").toMatchObject({ tone: "bad" });
  expect((await state(id))!.message).toMatch(/^Error: Unify Phone does not accept the API key of the tenant any more\./);
});

test("UNIFY-14 a link that somebody has ended at the service is an Error", async () => {
  const { id } = await linked();
  const { addedAt } = await database().prisma.integration.findUniqueOrThrow({ where: { accountId_key: { accountId: id, key: "unify_phone" } } });
  await unify.send("DELETE", `/api/v1/accounts/${id}/links/${addedAt.toISOString()}`, { as: "portal" });
  await synchronize();
  expect((await state(id))!.message).toMatch(/^Error: The tenant is not linked to this account any more\./);
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
  expect((await unify.tenantOf(again.id))?.id).toBe(tenant.id);
});
