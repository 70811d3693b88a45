import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";

async function namesFor(partner: SignedIn, input: object = {}): Promise<string[]> {
  const list = await runOperation(findAccounts, { resolved: await partner.at(null), input });
  return list.items.map(({ name }) => name);
}

test("ACCT-02 shows what colleagues of the partner account have added, and nothing of another partner account", async () => {
  const organisation = randomUUID();
  const mara = await aPartner({ organisation });
  const jonas = await aPartner({ organisation, name: "Jonas Weber" });
  const stranger = await aPartner();
  await anAccount(mara, { name: "Ballad Industries" });
  await anAccount(jonas, { name: "Harbor Clinic" });
  await anAccount(stranger, { name: "Elsewhere" });
  expect(await namesFor(mara)).toEqual(["Ballad Industries", "Harbor Clinic"]);
  expect(await namesFor(jonas)).toEqual(await namesFor(mara));
  expect(await namesFor(stranger)).toEqual(["Elsewhere"]);
});

test("ACCT-15 each state has a list of its own", async () => {
  const partner = await aPartner();
  await anAccount(partner, { name: "Ballad Industries" });
  const closed = await anAccount(partner, { name: "Harbor Clinic" });
  await runOperation(deactivateAccount, { resolved: await partner.at(closed.id), input: { word: "deactivate" } });
  expect(await namesFor(partner)).toEqual(["Ballad Industries"]);
  expect(await namesFor(partner, { status: "deactivated" })).toEqual(["Harbor Clinic"]);
});

test("part of a name finds the account, whatever its case, and wildcards are letters", async () => {
  const partner = await aPartner();
  for (const name of ["Ballad Industries", "Harbor Clinic", "100% Schools"]) await anAccount(partner, { name });
  expect(await namesFor(partner, { search: "LLAD" })).toEqual(["Ballad Industries"]);
  expect(await namesFor(partner, { search: "%" })).toEqual(["100% Schools"]);
  expect(await namesFor(partner, { search: "nobody" })).toEqual([]);
});

test("pages by key in both directions and in the order asked for", async () => {
  const partner = await aPartner();
  for (const name of ["Clara", "Anton", "Edith", "Bruno", "Dora"]) await anAccount(partner, { name });
  const resolved = await partner.at(null);
  const first = await runOperation(findAccounts, { resolved, input: { size: 2 } });
  const second = await runOperation(findAccounts, { resolved, input: { size: 2, after: first.next } });
  const back = await runOperation(findAccounts, { resolved, input: { size: 2, before: second.previous } });
  expect([first, second, back].map(({ items }) => items.map(({ name }) => name))).toEqual([["Anton", "Bruno"], ["Clara", "Dora"], ["Anton", "Bruno"]]);
  expect(second).toMatchObject({ total: 5, totalIsExact: true });
  expect(await namesFor(partner, { sort: "-modified" })).toEqual(["Dora", "Bruno", "Edith", "Anton", "Clara"]);
});

test("the list of accounts is for partners", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  for (const role of ["account_admin", "user"] as const) {
    const person = await aSignedInUser(partner, account.id, role);
    await expect(runOperation(findAccounts, { resolved: await person.at(null), input: {} })).rejects.toMatchObject({ code: "forbidden" });
  }
});
