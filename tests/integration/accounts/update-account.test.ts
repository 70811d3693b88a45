import { expect, test } from "vitest";
import { getAccount } from "#lib/accounts/get-account.ts";
import { updateAccount } from "#lib/accounts/update-account.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function change(person: SignedIn, accountId: string, input: object) {
  return runOperation(updateAccount, { resolved: await person.at(accountId), input });
}

test("every editable property is kept, and what was not given stays", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const changes = {
    name: "Ballad AG",
    country: "AT",
    province: "Wien",
    address: "Ring 1",
    city: "Wien",
    postalCode: "1010",
    defaultLanguage: "de",
    businessType: "Retail",
    timeZone: "Europe/Vienna",
  };
  const changed = await change(partner, account.id, { version: account.version, ...changes });
  expect(changed).toMatchObject({ ...changes, supportContacts: account.supportContacts, version: account.version + 1, modifiedBy: "Mara Lindqvist" });
  expect(await runOperation(getAccount, { resolved: await partner.at(account.id), input: {} })).toEqual(changed);
  const [event] = await eventsOf(account.id, "accounts.update");
  expect(event!.changes).toContainEqual({ property: "city", before: "Hamburg", after: "Wien" });
});

test("id, cloud location and SAP number can not be changed", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const changed = await change(partner, account.id, { version: account.version, name: "Ballad AG", id: partner.accountId, cloudLocation: "Moon", sapCustomerNumber: "1" });
  expect(changed).toMatchObject({ id: account.id, name: "Ballad AG", cloudLocation: "Europe", sapCustomerNumber: "" });
});

test("ACCT-11 an account admin edits the own account and no other, a user none", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(change(admin, account.id, { version: account.version, city: "Bremen" })).resolves.toMatchObject({ city: "Bremen", modifiedBy: "Ada Brandt" });
  await expect(change(admin, sibling.id, { version: sibling.version, city: "Bremen" })).rejects.toMatchObject({ code: "not_found" });
  await expect(change(user, account.id, { version: account.version + 1, city: "Kiel" })).rejects.toMatchObject({ code: "forbidden" });
  expect(await database().prisma.account.findMany({ where: { id: { in: [account.id, sibling.id] } }, select: { city: true }, orderBy: { createdAt: "asc" } })).toEqual([{ city: "Bremen" }, { city: "Hamburg" }]);
});

test("the account of another partner does not exist", async () => {
  const account = await anAccount(await aPartner());
  await expect(change(await aPartner(), account.id, { version: account.version, city: "Bremen" })).rejects.toMatchObject({ code: "not_found" });
});

test("SUPCON-11 partner and account admin add and remove contacts, and neither can remove the last one", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  const both = await change(admin, account.id, { version: account.version, supportContacts: [...account.supportContacts, { email: "IT@Ballad.example" }] });
  expect(both.supportContacts.map(({ email }) => email)).toEqual(["help@partner.example", "it@ballad.example"]);
  const one = await change(partner, account.id, { version: both.version, supportContacts: [{ email: "it@ballad.example" }] });
  expect(one.supportContacts).toEqual([{ email: "it@ballad.example", name: "" }]);
  for (const person of [partner, admin]) {
    await expect(change(person, account.id, { version: one.version, supportContacts: [] })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "supportContacts" }] });
  }
  expect(await database().prisma.supportContact.count({ where: { accountId: account.id } })).toBe(1);
});

test("one address counts once among the contacts", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const changed = await change(partner, account.id, { version: account.version, supportContacts: [{ email: "a@x.example" }, { email: " A@X.example ", name: "Ada" }] });
  expect(changed.supportContacts).toEqual([{ email: "a@x.example", name: "Ada" }]);
});

test("who saves second is told who was first, and overwrites nothing", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aSignedInUser(partner, account.id, "account_admin");
  await change(admin, account.id, { version: account.version, city: "Bremen" });
  const late = change(partner, account.id, { version: account.version, city: "Kiel" });
  await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("Ada Brandt changed this account meanwhile") });
  expect(await database().prisma.account.findUnique({ where: { id: account.id } })).toMatchObject({ city: "Bremen" });
  expect(await eventsOf(account.id, "accounts.update")).toHaveLength(1);
});

test("of many who save at once, one does", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const resolved = await partner.at(account.id);
  const saves = await Promise.allSettled(["Kiel", "Bremen", "Lübeck", "Rostock"].map((city) => runOperation(updateAccount, { resolved, input: { version: account.version, city } })));
  expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await database().prisma.account.findUnique({ where: { id: account.id } })).toMatchObject({ version: account.version + 1 });
});

test("what would be wrong together is refused though only half of it was given", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner, { country: "DE" });
  await expect(change(partner, account.id, { version: account.version, postalCode: "" })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "postalCode" }] });
  await expect(change(partner, account.id, { version: account.version, country: "HK", postalCode: "" })).resolves.toMatchObject({ country: "HK" });
});

test("nothing changed is no event and no new version", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await expect(change(partner, account.id, { version: account.version, city: "Hamburg" })).resolves.toMatchObject({ version: account.version });
  expect(await eventsOf(account.id, "accounts.update")).toEqual([]);
});
