/** The keys for a directory: who makes them, what they open, and when they end. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { hashToken } from "#lib/crypto/token.ts";
import { definitionOf } from "#lib/integrations/registry.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { generateScimKeys, getScimConnection } from "#lib/scim/connection.ts";
import { findUsers } from "#lib/users/find-users.ts";
import { getUser } from "#lib/users/get-user.ts";
import { updateUser } from "#lib/users/update-user.ts";
import { addTo, beginRemoval, entryIn } from "#tests/builders/integrations.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import { anAdminWith, aRole } from "#tests/builders/roles.ts";
import { aDirectory, aDirectoryUser, askScim, newKeys } from "#tests/builders/scim.ts";

// Read at the first use.
process.env["ADMIN_API_URL"] = "https://admin.{region}.api.example/";

const { prisma } = database();

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  return { partner, id };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const view = async (person: Awaited<ReturnType<typeof aPartner>>, id: string) => runOperation(getScimConnection, { resolved: await person.at(id), input: {} });

test("SCIM-05 before the first keys there is no token and every request is refused", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "azure_ad_sync");
  expect(await view(partner, id)).toMatchObject({ madeAt: null, lastUsedAt: null });
  for (const headers of [{}, bearer(""), bearer("a token that nobody has"), { authorization: "Basic YTpi" }]) expect(await askScim(id, "GET", "/Users", headers as Record<string, string>)).toMatchObject({ status: 401 });
  expect(await entryIn(partner, id, "azure_ad_sync")).toMatchObject({ status: "incomplete", setUpLabel: "Complete setup", settingsPlace: "dialog" });
});

test("SCIM-02 SCIM-07 SCIM-08 SCIM-10 a partner and an account admin make keys; the set-up is then complete", async () => {
  const { partner, id } = await place();
  await addTo(partner, id, "azure_ad_sync");
  const admin = await aSignedInUser(partner, id);
  for (const person of [partner, admin]) {
    const keys = await newKeys(person, id);
    expect(keys.tenantUrl).toBe(`https://admin.eu.api.example/2017-09-01/accounts/${id}`);
    expect(keys.secretToken).toMatch(/^[\w-]{32,}$/);
    expect(await askScim(id, "GET", "/Users", bearer(keys.secretToken))).toMatchObject({ status: 200 });
  }
  expect(await entryIn(partner, id, "azure_ad_sync")).toMatchObject({ status: "on", state: { tone: "good" } });
});

test("SCIM-09 new keys make the ones before them invalid at once", async () => {
  const { partner, id } = await place();
  const directory = await aDirectory(partner, id);
  expect((await directory.ask("GET", "/Users")).status).toBe(200);
  const keys = await newKeys(partner, id);
  expect((await directory.ask("GET", "/Users")).status).toBe(401);
  expect((await askScim(id, "GET", "/Users", bearer(keys.secretToken))).status).toBe(200);
});

test("the token is kept as a hash only: no answer, no event and no remembered request has it", async () => {
  const { partner, id } = await place();
  const { keys, ask } = await aDirectory(partner, id);
  await ask("GET", "/Users");
  const stored = await prisma.scimConnection.findUniqueOrThrow({ where: { accountId: id } });
  expect(Buffer.from(stored.tokenHash)).toEqual(Buffer.from(hashToken(keys.secretToken)));
  const shown = await view(partner, id);
  expect(shown).toMatchObject({ tenantUrl: keys.tenantUrl, madeBy: "Mara Lindqvist", lastUsedAt: expect.any(String) });
  const events = await prisma.event.findMany({ where: { accountId: id, operation: "scim-keys.generate" } });
  expect(events).toMatchObject([{ action: "Edit", assetKind: "integration", assetId: "azure_ad_sync" }]);
  expect(JSON.stringify([shown, events])).not.toContain(keys.secretToken);
});

test("SCIM-11 with the removal the door is shut at once, and users stay, to be changed in the portal", async () => {
  const { partner, id } = await place();
  const { ask } = await aDirectory(partner, id);
  await ask("POST", "/Users", aDirectoryUser());
  await beginRemoval(partner, id, "azure_ad_sync");
  expect((await ask("GET", "/Users")).status).toBe(401);
  await workOff(["integrations.remove"]);
  expect((await ask("GET", "/Users")).status).toBe(401);
  expect(await prisma.scimConnection.count({ where: { accountId: id } })).toBe(0);
  const { items } = await runOperation(findUsers, { resolved: await partner.at(id), input: {} });
  const { version, lockedFields } = await runOperation(getUser, { resolved: await partner.at(id), input: { userId: items[0]!.id } });
  expect(lockedFields).toEqual([]);
  expect(await runOperation(updateUser, { resolved: await partner.at(id), input: { userId: items[0]!.id, version, lastName: "Own" } })).toMatchObject({ lastName: "Own" });
  // Added again, it has no keys.
  await addTo(partner, id, "azure_ad_sync");
  expect(await view(partner, id)).toMatchObject({ madeAt: null });
});

test("who may less than an Account Admin, a user and a stranger make no keys; without the integration there are none", async () => {
  const { partner, id } = await place();
  const make = async (person: Pick<Awaited<ReturnType<typeof aPartner>>, "at">) => runOperation(generateScimKeys, { resolved: await person.at(id), input: {} });
  await expect(make(partner)).rejects.toMatchObject({ code: "not_found" });
  await addTo(partner, id, "azure_ad_sync");
  const role = await aRole(partner, "account_admin", ["integrations.view", "integrations.edit"], [id]);
  await expect(make(await anAdminWith(partner, id, role))).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("all permissions of an Account Admin") });
  await expect(make(await aSignedInUser(partner, id, "user"))).rejects.toMatchObject({ code: "forbidden" });
  await expect(make(await aPartner())).rejects.toMatchObject({ code: "not_found" });
  expect(await prisma.scimConnection.count({ where: { accountId: id } })).toBe(0);
});

test("SCIM-13 accounts with whatever telephone system can have Azure AD Sync", () => {
  const { needs = [], conflicts = [] } = definitionOf("azure_ad_sync");
  expect([needs, conflicts]).toEqual([[], []]);
});
