import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { findAccountContacts, findPartnerContacts } from "#lib/accounts/find-contact-suggestions.ts";
import { updateAccount } from "#lib/accounts/update-account.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function namesIn(person: SignedIn, accountId: string, search: string): Promise<string[]> {
  const { items } = await runOperation(findAccountContacts, { resolved: await person.at(accountId), input: { search } });
  return items.map(({ name, email }) => name || email);
}

test("a partner finds partner users by part of a name or of an address, and no others", async () => {
  const organisation = randomUUID();
  const mara = await aPartner({ organisation });
  await aPartner({ organisation, name: "Jonas Weber" });
  await aPartner({ name: "Jonas Elsewhere" });
  const account = await anAccount(mara);
  await aUser(mara, account.id, { firstName: "Jonas", lastName: "Customer" });
  const beforeAccount = await runOperation(findPartnerContacts, { resolved: await mara.at(null), input: { search: "jon" } });
  expect(beforeAccount.items).toMatchObject([{ name: "Jonas Weber", email: expect.stringContaining("@partner.example") }]);
  expect(await namesIn(mara, account.id, "jon")).toEqual(["Jonas Weber"]);
  expect((await namesIn(mara, account.id, "partner.example")).toSorted()).toEqual(["Jonas Weber", "Mara Lindqvist"]);
});

test("an account admin also finds users of the account and its former contacts, each once", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  const admin = await aSignedInUser(partner, account.id);
  await aUser(partner, account.id, { firstName: "Help", lastName: "Desk", email: "desk@ballad.example" });
  await aUser(partner, sibling.id, { firstName: "Help", lastName: "Elsewhere" });
  const resolved = await partner.at(account.id);
  await runOperation(updateAccount, { resolved, input: { version: account.version, supportContacts: [{ email: "desk@ballad.example" }, { email: "old.help@gone.example" }] } });
  await runOperation(updateAccount, { resolved, input: { version: account.version + 1, supportContacts: [{ email: "now@partner.example" }] } });
  expect(await namesIn(admin, account.id, "help")).toEqual(["Help Desk", "help@partner.example", "old.help@gone.example"]);
  expect(await namesIn(partner, account.id, "help")).toEqual([]);
});

test("suggestions are for those who may edit the account", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aSignedInUser(partner, account.id, "user");
  await expect(namesIn(user, account.id, "a")).rejects.toMatchObject({ code: "forbidden" });
  await expect(namesIn(await aPartner(), account.id, "a")).rejects.toMatchObject({ code: "not_found" });
  const admin = await aSignedInUser(partner, account.id);
  await expect(runOperation(findPartnerContacts, { resolved: await admin.at(null), input: { search: "a" } })).rejects.toMatchObject({ code: "forbidden" });
  await expect(namesIn(admin, account.id, " ")).rejects.toMatchObject({ code: "invalid" });
});
