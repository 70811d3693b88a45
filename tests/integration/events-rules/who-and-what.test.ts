/** An event says who did it, out of which account, to what, and what was there before and after (pains 43, 44, 46). */
import { beforeAll, expect, test } from "vitest";
import { resolveActor } from "#lib/operations/actor.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { completePasswordReset } from "#lib/registration/password-reset.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aLink, aRegisteredUser, eventsOf, trySignIn } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";

let partner: SignedIn & { accountId: string };
let account: { id: string; version: number; name: string };
let key: { authorization: string };
beforeAll(async () => {
  partner = await aPartner({ name: "Mara Lindqvist" });
  account = await anAccount(partner);
  await anIntegration(account.id);
  key = await byKey(partner);
});

async function idOf({ sessionToken }: SignedIn): Promise<string> {
  const { actor } = await resolveActor({ sessionToken }, null);
  return actor.kind === "person" ? actor.userId : "";
}

test("what a partner does in a customer account stands there under the partner's name, id and own account", async () => {
  const user = await aUser(partner, account.id, { firstName: "Emeka", lastName: "Nwosu" });
  const [event] = (await eventsOf(account.id, "users.add")).slice(-1);
  expect(event).toMatchObject({ accountId: account.id, actorName: "Mara Lindqvist", actorId: await idOf(partner), actorAccountId: partner.accountId, origin: "session", assetKind: "user", assetId: user.id, assetName: "Emeka Nwosu" });
});

test("what an account's own admin does stands under the admin's, and by which way", async () => {
  const admin = await aSignedInUser(partner, account.id);
  const user = await aUser(partner, account.id);
  await send("PATCH", `/accounts/${account.id}/users/${user.id}`, await byKey(admin), { version: user.version, lastName: "Holm" });
  const [event] = (await eventsOf(account.id, "users.update")).slice(-1);
  expect(event).toMatchObject({ actorName: admin.user.name, actorId: admin.user.id, actorAccountId: account.id, origin: "api_key" });
});

test("EVENT-14 EVENT-16 who signs in, registers or sets a password by a link has done so themselves, and is found by their id", async () => {
  const user = await aRegisteredUser(partner, account.id, { accountAdmin: true });
  await trySignIn(user.email);
  await runOperation(completePasswordReset, { resolved: NOBODY, input: { token: await aLink(account.id, user.id, "password_reset"), password: "another quiet harbour" } });
  const { body } = await send("GET", `/accounts/${account.id}/events?actorId=${user.id}`, key);
  const own = { actorName: user.name, actorId: user.id, actorRole: "account_admin", assumed: false };
  expect(body).toMatchObject({ items: [{ ...own, operation: "password-resets.complete" }, { ...own, action: "Sign in" }, { ...own, operation: "registrations.complete" }], total: 3 });
});

test("EVENT-14 whom MiAccess brings for the first time was added by MiAccess, and has then signed in themselves", async () => {
  const newcomer = await aPartner({ name: "Lena Fischer" });
  const [made] = await eventsOf(newcomer.accountId, "sessions.add-with-miaccess");
  expect(made).toMatchObject({ action: "Add", assetKind: "account", actorName: "MiAccess", actorRole: "system", origin: "system" });
  const [, added, signedIn] = await eventsOf(newcomer.accountId, "sessions.add-with-miaccess");
  expect(added).toMatchObject({ action: "Add", assetName: "Lena Fischer", actorName: "MiAccess" });
  expect(signedIn).toMatchObject({ action: "Sign in", actorName: "Lena Fischer", actorId: await idOf(newcomer), actorRole: "partner", origin: "session" });
});

test("a change names the properties that changed, with what was there before and after, and no other", async () => {
  const user = await aUser(partner, account.id, { firstName: "Dana", lastName: "Ortiz" });
  expect(await send("PATCH", `/accounts/${account.id}/users/${user.id}`, key, { version: user.version, firstName: "Dana", lastName: "Vogel" })).toMatchObject({ status: 200 });
  const [event] = (await eventsOf(account.id, "users.update")).slice(-1);
  expect(event!.changes).toEqual(expect.arrayContaining([{ property: "lastName", before: "Ortiz", after: "Vogel" }]));
  expect((event!.changes as { property: string }[]).map(({ property }) => property)).not.toContain("firstName");
});

test("a removal of many is an event for each of them, with the name that is gone", async () => {
  const users = [await aUser(partner, account.id, { firstName: "Hana", lastName: "Sato" }), await aUser(partner, account.id, { firstName: "Jamal", lastName: "Reyes" })];
  expect(await send("POST", `/accounts/${account.id}/users/delete`, key, { selection: { mode: "some", ids: users.map(({ id }) => id) } })).toMatchObject({ status: 200 });
  const events = await eventsOf(account.id, "users.delete");
  expect(events.map(({ action, assetId, assetName }) => ({ action, assetId, assetName }))).toEqual(expect.arrayContaining(users.map(({ id, name }) => ({ action: "Delete", assetId: id, assetName: name }))));
  expect(new Set(events.map(({ correlationId }) => correlationId)).size).toBe(1);
});

test("the history is read by the account's people the moment the change has been answered", async () => {
  const admin = await aSignedInUser(partner, account.id);
  const user = await aUser(partner, account.id, { firstName: "Lucia", lastName: "Moretti" });
  const { body } = await send("GET", `/accounts/${account.id}/events?search=moretti`, await byKey(admin));
  expect(body).toMatchObject({ items: [{ action: "Add", assetId: user.id, actorName: "Mara Lindqvist" }], total: 1 });
});
