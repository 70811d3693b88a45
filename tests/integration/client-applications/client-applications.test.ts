import { expect, test } from "vitest";
import { addApplication, deleteApplication, renewSecret, updateApplication } from "#lib/client-applications/change-applications.ts";
import { findApplications } from "#lib/client-applications/find-applications.ts";
import { database } from "#lib/db/client.ts";
import type { Resolved } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { grantsOf, standardGrants } from "#lib/permissions/grants.ts";
import { anAccount, aPartner, aSignedInUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { eventsOf } from "#tests/builders/registered.ts";

const add = async (person: SignedIn, input: object = {}) => runOperation(addApplication, { resolved: await person.at(null), input: { name: "MiCollab", description: "", accountIds: [], ...input } });
const list = async (person: SignedIn) => (await runOperation(findApplications, { resolved: await person.at(null), input: {} })).items;

test("PERM-54 a partner registers an application, which gets a client ID and a secret that is shown once and stored as a hash", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const { application, clientSecret } = await add(partner, { description: "Chats", accountIds: [id, id] });
  expect(clientSecret).toMatch(/^mcs_[\w-]{43}$/);
  expect(application).toMatchObject({ name: "MiCollab", description: "Chats", accounts: [{ id, name: "Ballad Industries" }], version: 1 });
  expect(JSON.stringify(await list(partner))).not.toContain(clientSecret);
  const stored = await database().prisma.clientApplication.findFirstOrThrow({ where: { id: application.id } });
  expect(Buffer.from(stored.secretHash).toString("utf8")).not.toContain(clientSecret);
  expect(await eventsOf(partner.accountId, "client-applications.add")).toMatchObject([{ action: "Add", assetKind: "client_application", assetName: "MiCollab", actorName: "Mara Lindqvist" }]);
  expect(await eventsOf(id, "client-applications.add")).toMatchObject([{ action: "Assign", assetId: application.id, changes: [{ property: "assigned", before: false, after: true }] }]);
});

test("an application is changed, assigned and taken away; each account learns of its own", async () => {
  const partner = await aPartner();
  const [first, second] = [await anAccount(partner), await anAccount(partner, { name: "Harbor Clinic" })];
  const { application } = await add(partner, { accountIds: [first.id] });
  const resolved = await partner.at(null);
  const changed = await runOperation(updateApplication, { resolved, input: { applicationId: application.id, version: 1, name: "MiCollab Server", description: "", accountIds: [second.id] } });
  expect(changed).toMatchObject({ name: "MiCollab Server", accounts: [{ name: "Harbor Clinic" }], version: 2 });
  expect(await eventsOf(first.id, "client-applications.update")).toMatchObject([{ changes: [{ property: "assigned", after: false }] }]);
  expect(await eventsOf(second.id, "client-applications.update")).toMatchObject([{ changes: [{ property: "assigned", after: true }] }]);
  await expect(runOperation(updateApplication, { resolved, input: { applicationId: application.id, version: 1, name: "X", description: "", accountIds: [] } })).rejects.toMatchObject({ code: "conflict" });
  await runOperation(deleteApplication, { resolved, input: { applicationId: application.id } });
  expect(await list(partner)).toEqual([]);
  expect(await eventsOf(second.id, "client-applications.delete")).toMatchObject([{ action: "Delete", assetId: application.id }]);
  expect(await eventsOf(first.id, "client-applications.delete")).toEqual([]);
});

test("PERM-54 without Developer / View, for account admins and for other partners there is nothing to see or to do", async () => {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const { application } = await add(partner);
  const { actor, account } = await partner.at(null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  const resolved: Resolved = { account, actor: { ...actor, grants: grantsOf("partner", standardGrants("partner").filter((grant) => grant !== "developer.view")) } };
  await expect(runOperation(findApplications, { resolved, input: {} })).rejects.toMatchObject({ code: "forbidden" });
  await expect(list(await aSignedInUser(partner, id, "account_admin"))).rejects.toMatchObject({ code: "forbidden" });
  const other = await aPartner();
  expect(await list(other)).toEqual([]);
  for (const operation of [renewSecret, deleteApplication]) await expect(runOperation(operation as typeof deleteApplication, { resolved: await other.at(null), input: { applicationId: application.id } })).rejects.toMatchObject({ code: "not_found" });
  await expect(add(other, { accountIds: [id] })).rejects.toMatchObject({ code: "invalid", fields: [{ path: "accountIds" }] });
  expect(await list(other)).toEqual([]);
});

test("an account manager assigns to the accounts they see, and leaves what they do not see as it is", async () => {
  const partner = await aPartner();
  const [seen, unseen] = [await anAccount(partner), await anAccount(partner, { name: "Harbor Clinic" })];
  const { application } = await add(partner, { accountIds: [unseen.id] });
  const { actor, account } = await partner.at(null);
  if (actor.kind !== "person") throw new Error("Nobody is signed in.");
  await database().prisma.managedAccount.create({ data: { accountId: actor.accountId, userId: actor.userId, managedAccountId: seen.id } });
  const resolved: Resolved = { account, actor: { ...actor, accountManager: true } };
  const fields = { applicationId: application.id, name: "MiCollab", description: "" };
  expect(await runOperation(updateApplication, { resolved, input: { ...fields, version: 1, accountIds: [seen.id] } })).toMatchObject({ accounts: [{ id: seen.id }] });
  await expect(runOperation(updateApplication, { resolved, input: { ...fields, version: 2, accountIds: [unseen.id] } })).rejects.toMatchObject({ code: "invalid" });
  for (const operation of [renewSecret, deleteApplication]) {
    await expect(runOperation(operation as typeof deleteApplication, { resolved, input: { applicationId: application.id } })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining('The application "MiCollab" is in use outside of your accounts') });
  }
  expect((await list(partner))[0]!.accounts.map(({ name }) => name)).toEqual(["Ballad Industries", "Harbor Clinic"]);
});
