import { expect, test } from "vitest";
import { changePassword } from "#lib/me/change-password.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aRegisteredUser, eventsOf, isSignedIn, PASSWORD, signedInWithPassword, trySignIn } from "#tests/builders/registered.ts";

const NEW_PASSWORD = "a loud harbour at noon";

async function change(person: SignedIn, currentPassword: string, password: string) {
  return runOperation(changePassword, { resolved: await person.at(null), input: { currentPassword, password } });
}

async function someone() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  return { partner, account, user, person: await signedInWithPassword(user.email) };
}

test("the new password is the one to sign in with, this session stays and every other one ends", async () => {
  const { account, user, person } = await someone();
  const elsewhere = await signedInWithPassword(user.email);
  await change(person, PASSWORD, NEW_PASSWORD);
  expect([await isSignedIn(person.sessionToken), await isSignedIn(elsewhere.sessionToken)]).toEqual([true, false]);
  await expect(trySignIn(user.email, PASSWORD)).rejects.toMatchObject({ code: "invalid" });
  await expect(trySignIn(user.email, NEW_PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
  const [event] = await eventsOf(account.id, "me.change-password");
  expect(event).toMatchObject({ action: "Edit", assetId: user.id, actorId: user.id });
  expect(JSON.stringify(event)).not.toContain(NEW_PASSWORD);
});

test("the current password is asked for, and a wrong one changes nothing", async () => {
  const { user, person } = await someone();
  await expect(change(person, "not the password", NEW_PASSWORD)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "currentPassword" }] });
  await expect(trySignIn(user.email, PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
});

test("whoever finds an open page can not guess the current password for long", async () => {
  const { person } = await someone();
  for (let attempt = 0; attempt < 10; attempt += 1) await expect(change(person, `guess ${attempt}`, NEW_PASSWORD)).rejects.toMatchObject({ code: "invalid" });
  await expect(change(person, PASSWORD, NEW_PASSWORD)).rejects.toMatchObject({ code: "limit_reached" });
});

test("a new password must be long enough, not one that everybody tries, and not the address", async () => {
  const { user, person } = await someone();
  for (const password of ["short", "Sunshine1", user.email]) await expect(change(person, PASSWORD, password)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password" }] });
  await expect(trySignIn(user.email, PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
});

test("who came through MiAccess has no password to change here", async () => {
  const { partner } = await someone();
  await expect(change(partner, "anything", NEW_PASSWORD)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("MiAccess") });
});
