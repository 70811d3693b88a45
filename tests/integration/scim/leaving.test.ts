/** Users whom the directory makes inactive or deletes, and those deleted here. */
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { findNumberHolders } from "#lib/number-conflicts/find-number-holders.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { deleteUsers } from "#lib/users/delete-users.ts";
import { resetPasswords } from "#lib/users/reset-passwords.ts";
import { sendWelcomeMails } from "#lib/users/send-welcome-mails.ts";
import { anIntegration } from "#tests/builders/integrations.ts";
import { aPhone } from "#tests/builders/many-users.ts";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { aRegisteredUser, askForReset, isSignedIn, PASSWORD, signedInWithPassword, trySignIn } from "#tests/builders/registered.ts";
import { aDirectory, aDirectoryUser } from "#tests/builders/scim.ts";
import { byKey, send } from "#tests/builders/rest.ts";

const { prisma } = database();
const WORK = "+494015550100";

async function place() {
  const partner = await aPartner();
  const { id } = await anAccount(partner);
  const directory = await aDirectory(partner, id);
  const select = (...ids: string[]) => ({ selection: { mode: "some" as const, ids } });
  const remove = async (...ids: string[]) => runOperation(deleteUsers, { resolved: await partner.at(id), input: select(...ids) });
  const holders = async (number: string) => (await runOperation(findNumberHolders, { resolved: await partner.at(id), input: { number } })).items;
  const add = async (fields: object = {}) => (await directory.ask("POST", "/Users", aDirectoryUser(fields))).body as Record<string, unknown> & { id: string; userName: string };
  return { partner, id, select, remove, holders, add, ...directory };
}

const active = (value: unknown) => ({ op: "Replace", path: "active", value });

test("SCIMAPI-18 inactive, a user stays but is refused everywhere; active again, everything is as before", async () => {
  const { partner, id, ask, patch, select } = await place();
  const { id: userId, email } = await aRegisteredUser(partner, id, { accountAdmin: true });
  const session = await signedInWithPassword(email);
  const key = await byKey(session);
  expect(await patch(userId, active("False"))).toMatchObject({ status: 200, body: { active: false } });
  expect(await isSignedIn(session.sessionToken)).toBe(false);
  expect((await send("GET", "/me", key)).status).toBe(401);
  await expect(trySignIn(email)).rejects.toMatchObject({ code: "invalid" });
  await askForReset(email);
  for (const operation of [sendWelcomeMails, resetPasswords]) expect(await runOperation(operation, { resolved: await partner.at(id), input: select(userId) })).toMatchObject({ done: 0, skipped: [{ reason: "Is inactive in the directory." }] });
  expect(await prisma.mailMessage.count({ where: { accountId: id, userId, kind: "password_reset" } })).toBe(0);
  expect(await ask("GET", `/Users/${userId}`)).toMatchObject({ status: 200, body: { active: false } });
  expect(await ask("GET", `/Users?filter=${encodeURIComponent(`userName eq "${email}"`)}`)).toMatchObject({ body: { totalResults: 1, Resources: [{ active: false }] } });
  expect(await patch(userId, active("True"))).toMatchObject({ body: { active: true } });
  expect(await trySignIn(email, PASSWORD)).toMatchObject({ status: "signed_in" });
  expect((await send("GET", "/me", key)).status).toBe(200);
  expect(await prisma.user.findFirstOrThrow({ where: { id: userId } })).toMatchObject({ role: "account_admin" });
});

test("SCIMAPI-20 deleted, a user is gone and the numbers are free", async () => {
  const { id, ask, add } = await place();
  const numbers = { phoneNumbers: [{ type: "work", value: WORK }] };
  const user = await add(numbers);
  expect(await ask("DELETE", `/Users/${user.id}`)).toMatchObject({ status: 204, body: {} });
  for (const method of ["GET", "DELETE"]) expect(await ask(method, `/Users/${user.id}`)).toMatchObject({ status: 404 });
  expect(await prisma.account.findUniqueOrThrow({ where: { id } })).toMatchObject({ userCount: 0 });
  expect(await prisma.event.findFirstOrThrow({ where: { accountId: id, action: "Delete" } })).toMatchObject({ operation: "scim.delete-user", actorName: "SCIM", assetId: user.id });
  expect(await ask("POST", "/Users", aDirectoryUser(numbers))).toMatchObject({ status: 201 });
});

test("who still has a phone loses the account and stays listed until it is removed", async () => {
  const { id, ask, add } = await place();
  const user = await add({ phoneNumbers: [{ type: "work", value: WORK }] });
  await aPhone(id, user.id);
  expect(await ask("DELETE", `/Users/${user.id}`)).toMatchObject({ status: 204 });
  expect(await ask("GET", `/Users/${user.id}`)).toMatchObject({ status: 404 });
  expect(await prisma.user.findMany({ where: { accountId: id } })).toMatchObject([{ id: user.id, disabledAt: expect.any(Date), mobileNumber: "" }]);
  expect(await prisma.service.count({ where: { accountId: id, userId: user.id } })).toBe(1);
  expect(await ask("POST", "/Users", aDirectoryUser({ phoneNumbers: [{ type: "work", value: WORK }] }))).toMatchObject({ status: 201 });
});

test("the last administrator with all rights is not deleted by a directory", async () => {
  const { partner, id, ask } = await place();
  const admin = await aRegisteredUser(partner, id, { accountAdmin: true });
  expect(await ask("DELETE", `/Users/${admin.id}`)).toMatchObject({ status: 403, body: { detail: expect.stringContaining("last Account Admin") } });
  expect(await ask("GET", `/Users/${admin.id}`)).toMatchObject({ status: 200 });
});

test("USER-88 CONFLICT-06 CONFLICT-07 deleted here, a directory user stays listed but holds no number any more; the next sync brings the user back", async () => {
  const { id, ask, add, remove, holders } = await place();
  const user = await add({ phoneNumbers: [{ type: "mobile", value: "+491705550101" }, { type: "work", value: WORK }, { type: "other", value: "+494015550102" }] });
  for (const [number, kind] of [["+491705550101", "mobile"], [WORK, "work"], ["+49 40 1555 0102", "other"]]) expect(await holders(number!)).toMatchObject([{ userId: user.id, username: user.userName, kind }]);
  expect(await remove(user.id)).toMatchObject({ done: 1 });
  for (const number of ["+491705550101", WORK]) expect(await holders(number)).toEqual([]);
  expect(await ask("GET", `/Users/${user.id}`)).toMatchObject({ status: 404 });
  expect(await ask("GET", `/Users?filter=${encodeURIComponent(`userName eq "${user.userName}"`)}`)).toMatchObject({ body: { totalResults: 0 } });
  const { id: _, meta: __, ...again } = user;
  expect(await ask("POST", "/Users", again)).toMatchObject({ status: 201, body: { id: user.id, active: true } });
  expect(await prisma.user.findMany({ where: { accountId: id } })).toMatchObject([{ id: user.id, disabledAt: null }]);
});

test("USER-57 with Single Sign-On the portal resets no passwords, neither for an admin nor on request", async () => {
  const { partner, id, select } = await place();
  const { id: userId, email } = await aRegisteredUser(partner, id);
  await anIntegration(id, "single_sign_on");
  await expect(runOperation(resetPasswords, { resolved: await partner.at(id), input: select(userId) })).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("identity provider") });
  await askForReset(email);
  expect(await prisma.mailMessage.count({ where: { accountId: id, kind: "password_reset" } })).toBe(0);
  await prisma.integration.update({ where: { accountId_key: { accountId: id, key: "single_sign_on" } }, data: { settings: { mitelCredentials: true } } });
  await askForReset(email);
  expect(await prisma.mailMessage.count({ where: { accountId: id, kind: "password_reset" } })).toBe(1);
});
