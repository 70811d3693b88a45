import { expect, test } from "vitest";
import { addAccount } from "#lib/accounts/add-account.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const BALLAD = {
  name: "Ballad Industries",
  country: "DE",
  address: "Hafenstraße 12",
  city: "Hamburg",
  postalCode: "20457",
  defaultLanguage: "de",
  supportContacts: [{ email: "help@partner.example" }],
};

test("ACCT-08 an account that was added is in the active list at once", async () => {
  const partner = await aPartner();
  const added = await runOperation(addAccount, { resolved: await partner.at(null), input: BALLAD });
  expect(added).toMatchObject({ ...BALLAD, kind: "customer", status: "active", supportContacts: [{ email: "help@partner.example", name: "" }] });
  const list = await runOperation(findAccounts, { resolved: await partner.at(null), input: {} });
  expect(list).toMatchObject({ total: 1, items: [{ id: added.id, name: "Ballad Industries", city: "Hamburg", country: "DE", userCount: 0 }] });
});

test("every account gets an id of its own, and a cloud location out of its country", async () => {
  const partner = await aPartner();
  const german = await anAccount(partner);
  const american = await anAccount(partner, { name: "Harbor Clinic", country: "US" });
  expect(german.id).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(american.id).not.toBe(german.id);
  expect([german.cloudLocation, american.cloudLocation]).toEqual(["Europe", "North America"]);
});

test("ACCT-06 SUPCON-05 without a support contact nothing is saved", async () => {
  const partner = await aPartner();
  const { supportContacts: _, ...without } = BALLAD;
  for (const input of [without, { ...BALLAD, supportContacts: [] }]) {
    await expect(runOperation(addAccount, { resolved: await partner.at(null), input })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "supportContacts" }] });
  }
  expect(await database().prisma.account.count({ where: { partnerId: partner.accountId } })).toBe(0);
});

test("a contact that is no address is refused with the words of the field", async () => {
  const partner = await aPartner();
  const refused = runOperation(addAccount, { resolved: await partner.at(null), input: { ...BALLAD, supportContacts: [{ email: "help@partner.example" }, { email: "help" }] } });
  await expect(refused).rejects.toMatchObject({ code: "invalid", fields: [{ path: "supportContacts.1.email", message: "Contains an invalid email" }] });
});

test("the required fields are named, and a postal code is asked for where the country has them", async () => {
  const partner = await aPartner();
  const empty = runOperation(addAccount, { resolved: await partner.at(null), input: { name: " ", country: "", address: "", city: "", postalCode: "", supportContacts: BALLAD.supportContacts } });
  await expect(empty).rejects.toMatchObject({ fields: [{ path: "name" }, { path: "country" }, { path: "address" }, { path: "city" }, { path: "postalCode" }] });
  const noCode = (country: string) => partner.at(null).then((resolved) => runOperation(addAccount, { resolved, input: { ...BALLAD, country, postalCode: "" } }));
  await expect(noCode("DE")).rejects.toMatchObject({ fields: [{ path: "postalCode" }] });
  await expect(noCode("HK")).resolves.toMatchObject({ country: "HK", postalCode: "" });
  await expect(runOperation(addAccount, { resolved: await partner.at(null), input: { ...BALLAD, country: "XX" } })).rejects.toMatchObject({ fields: [{ path: "country" }] });
});

test("an account starts with its default template, an event and a notification", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const { prisma } = database();
  expect(await prisma.template.count({ where: { accountId: account.id, isDefault: true } })).toBe(1);
  const [event] = await eventsOf(account.id, "accounts.add");
  expect(event).toMatchObject({ action: "Add", assetKind: "account", assetId: account.id, actorName: "Mara Lindqvist", actorAccountId: partner.accountId });
  expect(event!.changes).toContainEqual({ property: "city", before: null, after: "Hamburg" });
  expect(await prisma.notification.findMany({ where: { accountId: partner.accountId } })).toMatchObject([{ status: "completed", body: "Ballad Industries", link: `/accounts/${account.id}/information` }]);
});

test("an account admin and a user can not add accounts", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  for (const role of ["account_admin", "user"] as const) {
    const person = await aSignedInUser(partner, account.id, role);
    await expect(runOperation(addAccount, { resolved: await person.at(null), input: BALLAD })).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await database().prisma.account.count({ where: { kind: "customer", partnerId: partner.accountId } })).toBe(1);
});
