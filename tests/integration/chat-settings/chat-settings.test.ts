import { expect, test } from "vitest";
import { getChatSettings } from "#lib/chat-settings/get-chat-settings.ts";
import { updateChatSettings } from "#lib/chat-settings/update-chat-settings.ts";
import { database } from "#lib/db/client.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";
import { byKey, send } from "#tests/builders/rest.ts";

async function stored(person: SignedIn, accountId: string) {
  return runOperation(getChatSettings, { resolved: await person.at(accountId), input: {} });
}

async function allow(person: SignedIn, accountId: string, allowEditingAndDeleting: unknown) {
  return runOperation(updateChatSettings, { resolved: await person.at(accountId), input: { allowEditingAndDeleting } });
}

async function people() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  return { partner, account, admin: await aSignedInUser(partner, account.id, "account_admin"), user: await aSignedInUser(partner, account.id, "user") };
}

test("CHAT-05 of a new account editing and deleting is allowed", async () => {
  const { partner, account } = await people();
  expect(await stored(partner, account.id)).toEqual({ allowEditingAndDeleting: true, modifiedAt: null, modifiedBy: "" });
});

test("CHAT-01 CHAT-06 partner and account admin forbid and allow it; a service is told so over the API, and the history who did it", async () => {
  const { partner, account, admin } = await people();
  const sibling = await anAccount(partner, { name: "Harbor Clinic" });
  expect(await allow(partner, account.id, false)).toMatchObject({ allowEditingAndDeleting: false, modifiedBy: "Mara Lindqvist" });
  expect(await send("GET", `/accounts/${account.id}/chat-settings`, await byKey(admin))).toMatchObject({ status: 200, body: { allowEditingAndDeleting: false } });
  expect(await stored(partner, sibling.id)).toMatchObject({ allowEditingAndDeleting: true });
  expect(await allow(admin, account.id, true)).toMatchObject({ allowEditingAndDeleting: true, modifiedBy: "Ada Brandt" });
  expect(await stored(admin, account.id)).toMatchObject({ allowEditingAndDeleting: true });
  const property = "chat.allowEditingAndDeleting";
  expect(await eventsOf(account.id, "chat-settings.update")).toMatchObject([
    { action: "Edit", assetKind: "account", assetId: account.id, actorName: "Mara Lindqvist", changes: [{ property, before: true, after: false }] },
    { actorName: "Ada Brandt", changes: [{ property, before: false, after: true }] },
  ]);
});

test("a user may neither read nor change it, and the account of another partner is not found", async () => {
  const { account, admin, user } = await people();
  const elsewhere = await people();
  await expect(stored(user, account.id)).rejects.toMatchObject({ code: "forbidden" });
  await expect(allow(user, account.id, false)).rejects.toMatchObject({ code: "forbidden" });
  for (const person of [elsewhere.partner, elsewhere.admin]) {
    await expect(stored(person, account.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(allow(person, account.id, false)).rejects.toMatchObject({ code: "not_found" });
  }
  for (const value of [undefined, null, "no", 0]) await expect(allow(admin, account.id, value)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "allowEditingAndDeleting" }] });
  expect(await database().prisma.chatSettings.count({ where: { accountId: account.id } })).toBe(0);
  expect(await eventsOf(account.id, "chat-settings.update")).toEqual([]);
});

test("what stays as it is leaves no event", async () => {
  const { partner, account } = await people();
  await allow(partner, account.id, true);
  expect(await eventsOf(account.id, "chat-settings.update")).toEqual([]);
});

test("two who set it first at the same moment are both answered", async () => {
  const { partner, account, admin } = await people();
  const answers = await Promise.all([allow(partner, account.id, false), allow(admin, account.id, false)]);
  for (const answer of answers) expect(answer).toMatchObject({ allowEditingAndDeleting: false });
});
