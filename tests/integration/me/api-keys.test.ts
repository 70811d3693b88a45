import { expect, test } from "vitest";
import { hashToken } from "#lib/crypto/token.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { addApiKey, deleteApiKey, findApiKeys } from "#lib/me/api-keys.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

async function make(person: SignedIn, name: string) {
  return runOperation(addApiKey, { resolved: await person.at(null), input: { name } });
}

async function keysOf(person: SignedIn) {
  return (await runOperation(findApiKeys, { resolved: await person.at(null), input: {} })).items;
}

async function isGood(apiKey: string): Promise<boolean> {
  return (await resolveActor({ apiKey }, null)).actor.kind === "person";
}

async function anAdmin() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  return { partner, account, admin: await aSignedInUser(partner, account.id) };
}

test("a key is told once, may do what its person may do, and leaves an event", async () => {
  const { account, admin } = await anAdmin();
  const { key, id } = await make(admin, "Nightly report");
  expect(key).toMatch(/^mak_[\w-]{43}$/);
  expect((await resolveActor({ apiKey: key }, account.id)).actor).toMatchObject({ userId: admin.user.id, role: "account_admin", origin: "api_key", credentialId: id });
  const listed = await keysOf(admin);
  expect(listed).toMatchObject([{ id, name: "Nightly report" }]);
  expect(JSON.stringify(listed)).not.toContain(key);
  const stored = await database().prisma.apiKey.findFirstOrThrow({ where: { accountId: account.id, id } });
  expect(Buffer.from(stored.tokenHash).toString("latin1")).not.toContain(key);
  const [event] = await eventsOf(account.id, "me.add-api-key");
  expect(event).toMatchObject({ action: "Add", assetKind: "api_key", assetName: "Nightly report" });
  expect(JSON.stringify(event)).not.toContain(key);
});

test("the list of keys tells which of them are in use", async () => {
  const { account, admin } = await anAdmin();
  const { key } = await make(admin, "Nightly report");
  await make(admin, "Forgotten");
  await resolveActor({ apiKey: key }, account.id);
  const used = Object.fromEntries((await keysOf(admin)).map(({ name, lastUsedAt }) => [name, lastUsedAt]));
  expect(used).toEqual({ "Nightly report": expect.any(String), Forgotten: null });
});

test("a key needs a name", async () => {
  const { admin } = await anAdmin();
  await expect(make(admin, "  ")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "name" }] });
  expect(await keysOf(admin)).toEqual([]);
});

test("a revoked key opens nothing with the next request", async () => {
  const { account, admin } = await anAdmin();
  const { key, id } = await make(admin, "script");
  expect(await isGood(key)).toBe(true);
  await runOperation(deleteApiKey, { resolved: await admin.at(null), input: { apiKeyId: id } });
  expect(await isGood(key)).toBe(false);
  expect(await keysOf(admin)).toEqual([]);
  expect(await eventsOf(account.id, "me.delete-api-key")).toMatchObject([{ action: "Delete", assetId: id, assetName: "script" }]);
});

test("somebody else's key does not exist", async () => {
  const { partner, account, admin } = await anAdmin();
  const { id, key } = await make(admin, "script");
  const colleague = await aSignedInUser(partner, account.id);
  await expect(runOperation(deleteApiKey, { resolved: await colleague.at(null), input: { apiKeyId: id } })).rejects.toMatchObject({ code: "not_found" });
  expect(await keysOf(colleague)).toEqual([]);
  expect(await isGood(key)).toBe(true);
});

test("the keys of a deleted user are gone with the user", async () => {
  const { partner, account, admin } = await anAdmin();
  const { key } = await make(admin, "script");
  await runOperation(deleteUsers, { resolved: await partner.at(account.id), input: { selection: { mode: "some", ids: [admin.user.id] } } });
  expect(await isGood(key)).toBe(false);
});

test("nobody has so many keys that one of them is forgotten", async () => {
  const { account, admin } = await anAdmin();
  await database().prisma.apiKey.createMany({ data: Array.from({ length: 99 }, (_, index) => ({ accountId: account.id, userId: admin.user.id, id: newId(), name: `Key ${index}`, tokenHash: hashToken(newId()) })) });
  const last = await make(admin, "The last one");
  await expect(make(admin, "One too many")).rejects.toMatchObject({ code: "limit_reached", reason: "tooManyKeys", values: { count: 100 } });
  expect(await keysOf(admin)).toHaveLength(100);
  await runOperation(deleteApiKey, { resolved: await admin.at(null), input: { apiKeyId: last.id } });
  await expect(make(admin, "In its place")).resolves.toMatchObject({ name: "In its place" });
});
