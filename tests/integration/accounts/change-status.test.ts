import { expect, test } from "vitest";
import { deactivateAccount, deleteAccount, reactivateAccount } from "#lib/accounts/change-status.ts";
import { findAccounts } from "#lib/accounts/find-accounts.ts";
import { getAccount } from "#lib/accounts/get-account.ts";
import { updateAccount } from "#lib/accounts/update-account.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { newApiKey } from "#lib/me/api-keys.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { workOffUsers } from "#lib/users/bulk-job.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { manyUsers } from "#tests/builders/many-users.ts";
import { anAccount, aPartner, aSignedInUser, aUser } from "#tests/builders/people.ts";
import type { SignedIn } from "#tests/builders/people.ts";
import { aRegisteredUser, eventsOf, isSignedIn, PASSWORD, trySignIn } from "#tests/builders/registered.ts";

const OPERATIONS = { deactivate: deactivateAccount, reactivate: reactivateAccount, delete: deleteAccount };

async function act(person: SignedIn, accountId: string, verb: keyof typeof OPERATIONS, word: string = verb) {
  return runOperation(OPERATIONS[verb], { resolved: await person.at(accountId), input: { word } });
}

async function activeNames(partner: SignedIn): Promise<string[]> {
  return (await runOperation(findAccounts, { resolved: await partner.at(null), input: {} })).items.map(({ name }) => name);
}

test.each(["deactivate", "delete"] as const)("to %s takes effect only with its word", async (verb) => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  for (const word of ["", "yes", verb.toUpperCase()]) await expect(act(partner, account.id, verb, word)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "word" }] });
  expect(await activeNames(partner)).toEqual([account.name]);
  await act(partner, account.id, verb);
  expect(await activeNames(partner)).toEqual([]);
});

test("ACCT-14 while an account is deactivated nobody of it signs in, and who was signed in is not any more", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aRegisteredUser(partner, account.id, { accountAdmin: true });
  const { sessionToken } = await trySignIn(admin.email);
  const { key } = await newApiKey(database().prisma, { accountId: account.id, userId: admin.id }, "script", new Date());
  await act(partner, account.id, "deactivate");
  expect(await isSignedIn(sessionToken!)).toBe(false);
  expect((await resolveActor({ apiKey: key }, account.id)).actor.kind).toBe("anonymous");
  await expect(trySignIn(admin.email)).rejects.toMatchObject({ code: "forbidden", message: expect.stringContaining("is deactivated") });
});

test("somebody who does not know the password is not told that the account is deactivated", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const admin = await aRegisteredUser(partner, account.id);
  await act(partner, account.id, "deactivate");
  await expect(trySignIn(admin.email, "not the password")).rejects.toMatchObject({ code: "invalid", message: "The e-mail address or the password is not right." });
});

test("ACCT-16 a deactivated account can neither be read nor changed nor deleted until it is reactivated", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await act(partner, account.id, "deactivate");
  const sentence = "This customer account was deactivated. To view, edit, or delete the account, it must be re-activated.";
  const resolved = await partner.at(account.id);
  await expect(runOperation(getAccount, { resolved, input: {} })).rejects.toMatchObject({ code: "conflict", message: sentence });
  await expect(runOperation(updateAccount, { resolved, input: { version: account.version + 1, city: "Kiel" } })).rejects.toMatchObject({ code: "conflict", message: sentence });
  await expect(act(partner, account.id, "delete")).rejects.toMatchObject({ code: "conflict", message: sentence });
  await act(partner, account.id, "reactivate");
  await expect(runOperation(getAccount, { resolved: await partner.at(account.id), input: {} })).resolves.toMatchObject({ status: "active", city: "Hamburg" });
});

test("ACCT-16 what is being done to many users ends with the account, and mails that wait are not sent", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const ids = await manyUsers(account.id, Array.from({ length: 1_001 }, () => ({})));
  const resolved = await partner.at(account.id);
  const { bulkJobId } = await runOperation(deleteUsers, { resolved, input: { selection: { mode: "all", filter: {} } } });
  await runOperation(sendWelcomeMails, { resolved, input: { selection: { mode: "some", ids: ids.slice(0, 2) } } });
  await act(partner, account.id, "deactivate");
  await workOffUsers({ accountId: account.id, bulkJobId: bulkJobId! });
  await workOff(["mail.send"]);
  const { prisma } = database();
  expect(await prisma.user.count({ where: { accountId: account.id } })).toBe(1_001);
  expect(await prisma.mailMessage.findMany({ where: { accountId: account.id }, select: { status: true } })).toEqual([{ status: "cancelled" }, { status: "cancelled" }]);
});

test("after reactivation the account is active again and its people sign in as before", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  await act(partner, account.id, "deactivate");
  await expect(act(partner, account.id, "reactivate", "activate")).rejects.toMatchObject({ code: "invalid" });
  expect(await activeNames(partner)).toEqual([]);
  await act(partner, account.id, "reactivate");
  expect(await activeNames(partner)).toEqual([account.name]);
  await expect(trySignIn(user.email, PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
  await expect(act(partner, account.id, "reactivate")).rejects.toMatchObject({ code: "conflict" });
});

test("deactivating and reactivating are told in the history and to the partner", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  await act(partner, account.id, "deactivate");
  await act(partner, account.id, "reactivate");
  const changes = [...(await eventsOf(account.id, "accounts.deactivate")), ...(await eventsOf(account.id, "accounts.reactivate"))].map((event) => event.changes);
  expect(changes).toEqual([[{ property: "status", before: "active", after: "deactivated" }], [{ property: "status", before: "deactivated", after: "active" }]]);
  const told = await database().prisma.notification.findMany({ where: { accountId: partner.accountId }, select: { title: true } });
  expect(told.map(({ title }) => title)).toEqual(expect.arrayContaining(["Account deactivated", "Account reactivated"]));
});

test("ACCT-20 a deleted account is in neither list, takes its users along, and its people can not sign in", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  const { sessionToken } = await trySignIn(user.email);
  await act(partner, account.id, "delete");
  for (const status of ["active", "deactivated"]) {
    expect(await runOperation(findAccounts, { resolved: await partner.at(null), input: { status } })).toMatchObject({ total: 0, items: [] });
  }
  expect(await isSignedIn(sessionToken!)).toBe(false);
  await expect(trySignIn(user.email)).rejects.toMatchObject({ code: "invalid" });
  const { prisma } = database();
  const where = { accountId: account.id };
  expect([await prisma.user.count({ where }), await prisma.template.count({ where }), await prisma.supportContact.count({ where }), await prisma.mailMessage.count({ where })]).toEqual([0, 0, 0, 0]);
  expect(await eventsOf(partner.accountId, "accounts.delete")).toMatchObject([{ action: "Delete", assetId: account.id, assetName: account.name }]);
});

test("an account with services on a phone system, or with work under way there, is not deleted", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aUser(partner, account.id);
  const { prisma } = database();
  const service = { accountId: account.id, userId: user.id, elementId: newId(), kind: "mivb.phone", key: "2201", number: "2201", attributes: {} };
  await prisma.service.create({ data: service });
  await expect(act(partner, account.id, "delete")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("still have a service on") });
  await prisma.service.deleteMany({ where: { accountId: account.id } });
  const planId = newId();
  await prisma.provisioningPlan.create({ data: { accountId: account.id, id: planId, purpose: "assign", status: "applying", title: "", request: {}, createdById: user.id, createdByAccountId: account.id, createdByName: "" } });
  await prisma.provisioningRun.create({ data: { accountId: account.id, id: newId(), planId, userId: user.id, userName: user.name, position: 0, status: "waiting" } });
  await expect(act(partner, account.id, "delete")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("under way") });
  expect(await prisma.user.count({ where: { accountId: account.id } })).toBe(1);
});

test("neither an account admin nor a user deactivates, reactivates or deletes", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  for (const role of ["account_admin", "user"] as const) {
    const person = await aSignedInUser(partner, account.id, role);
    for (const verb of ["deactivate", "reactivate", "delete"] as const) await expect(act(person, account.id, verb)).rejects.toMatchObject({ code: "forbidden" });
  }
  expect(await activeNames(partner)).toEqual([account.name]);
});

test("LOGIN-08 the partner account can be neither deleted nor deactivated", async () => {
  const partner = await aPartner();
  for (const verb of ["deactivate", "delete"] as const) await expect(act(partner, partner.accountId, verb)).rejects.toMatchObject({ code: "forbidden" });
  expect(await database().prisma.account.findUnique({ where: { id: partner.accountId } })).toMatchObject({ status: "active" });
});

test("the account of another partner does not exist", async () => {
  const account = await anAccount(await aPartner());
  const stranger = await aPartner();
  for (const verb of ["deactivate", "reactivate", "delete"] as const) await expect(act(stranger, account.id, verb)).rejects.toMatchObject({ code: "not_found" });
});
