import { expect, test } from "vitest";
import { deactivateAccount } from "#lib/accounts/change-status.ts";
import { database } from "#lib/db/client.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { LINK_LIFETIME_MS } from "#lib/registration/one-time-link.ts";
import { completeRegistration, getRegistration } from "#lib/registration/registration.ts";
import { getUser } from "#lib/users/get-user.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aLink, eventsOf, PASSWORD, trySignIn } from "#tests/builders/registered.ts";

async function anInvitedUser() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aUser(partner, account.id);
  return { partner, account, user, token: await aLink(account.id, user.id, "registration") };
}

const complete = (token: string, password: string = PASSWORD) => runOperation(completeRegistration, { resolved: NOBODY, input: { token, password } });
const look = (token: string) => runOperation(getRegistration, { resolved: NOBODY, input: { token } });
const hasPassword = async (accountId: string) => (await database().prisma.credential.count({ where: { accountId } })) > 0;

test("WELCOME-05 with a password of their own a person counts as registered and can sign in", async () => {
  const { partner, account, user, token } = await anInvitedUser();
  expect(await look(token)).toEqual({ state: "open", name: user.name, email: user.email, accountName: account.name });
  expect(await complete(token)).toEqual({ email: user.email });
  expect(await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: user.id } })).toMatchObject({ registered: true });
  await expect(trySignIn(user.email)).resolves.toMatchObject({ status: "signed_in" });
  expect(await eventsOf(account.id, "registrations.complete")).toMatchObject([{ assetId: user.id, actorName: user.name, actorId: user.id, changes: [{ property: "registered", before: false, after: true }] }]);
});

test("WELCOME-04 a password of fewer than 8 characters is refused and registration is not completed", async () => {
  const { partner, account, user, token } = await anInvitedUser();
  await expect(complete(token, "1234567")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password", message: "The password must have at least 8 characters." }] });
  expect(await runOperation(getUser, { resolved: await partner.at(account.id), input: { userId: user.id } })).toMatchObject({ registered: false });
  expect(await look(token)).toMatchObject({ state: "open" });
  await expect(complete(token, "8 chars!")).resolves.toEqual({ email: user.email });
});

test("a password that everybody tries first, or the own address, is refused, and the link still works", async () => {
  const { account, user, token } = await anInvitedUser();
  for (const password of ["Password123", "qwertyuiop", "MITEL123", user.email.toUpperCase(), "x".repeat(201)]) {
    await expect(complete(token, password)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password" }] });
  }
  expect(await hasPassword(account.id)).toBe(false);
  await expect(complete(token)).resolves.toEqual({ email: user.email });
});

test("a link works once, and says so afterwards", async () => {
  const { user, token } = await anInvitedUser();
  await complete(token);
  expect(await look(token)).toEqual({ state: "used", name: "", email: "", accountName: "" });
  await expect(complete(token, "another quiet harbour")).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("used already") });
  await expect(trySignIn(user.email)).resolves.toMatchObject({ status: "signed_in" });
});

test("of many who use a link at the same moment, one does", async () => {
  const { user, account, token } = await anInvitedUser();
  const passwords = Array.from({ length: 8 }, (_, index) => `a quiet harbour, number ${index}`);
  const outcomes = await Promise.allSettled(passwords.map((password) => complete(token, password)));
  const taken = passwords.filter((_, index) => outcomes[index]!.status === "fulfilled");
  expect(taken).toHaveLength(1);
  await expect(trySignIn(user.email, taken[0])).resolves.toMatchObject({ status: "signed_in" });
  expect(await eventsOf(account.id, "registrations.complete")).toHaveLength(1);
});

test("OP1-88 a welcome link works for seven days and then says that it has expired", async () => {
  const { account, user } = await anInvitedUser();
  expect(LINK_LIFETIME_MS.registration).toBe(7 * 24 * 60 * 60 * 1000);
  const young = await aLink(account.id, user.id, "registration", LINK_LIFETIME_MS.registration - 60_000);
  expect(await look(young)).toMatchObject({ state: "open" });
  const old = await aLink(account.id, user.id, "registration", LINK_LIFETIME_MS.registration + 1);
  expect(await look(old)).toEqual({ state: "expired", name: "", email: "", accountName: "" });
  await expect(complete(old)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("expired") });
  expect(await hasPassword(account.id)).toBe(false);
});

test("once registered, the links of earlier welcome mails are used up too", async () => {
  const { account, user, token } = await anInvitedUser();
  const earlier = await aLink(account.id, user.id, "registration");
  await complete(token);
  expect(await look(earlier)).toMatchObject({ state: "used" });
  await expect(complete(earlier, "another quiet harbour")).rejects.toMatchObject({ code: "conflict" });
});

test("a link that was made up or is for another purpose is not known; that of a deactivated account says so", async () => {
  const { partner, account, user, token } = await anInvitedUser();
  const forReset = await aLink(account.id, user.id, "password_reset");
  for (const wrong of ["made-up", "made-up-".repeat(100), forReset]) {
    expect(await look(wrong)).toMatchObject({ state: "unknown", email: "" });
    await expect(complete(wrong)).rejects.toMatchObject({ code: "not_found" });
  }
  await runOperation(deactivateAccount, { resolved: await partner.at(account.id), input: { word: "deactivate" } });
  expect(await look(token)).toEqual({ state: "deactivated", name: "", email: "", accountName: "" });
  await expect(complete(token)).rejects.toMatchObject({ code: "forbidden", reason: "linkDeactivated" });
});

test("neither the secret of a link nor a password is stored as it is", async () => {
  const { account, user, token } = await anInvitedUser();
  await complete(token);
  const { prisma } = database();
  const [link] = await prisma.oneTimeLink.findMany({ where: { accountId: account.id } });
  expect(Buffer.from(link!.tokenHash).toString("latin1")).not.toContain(token);
  const { passwordHash } = await prisma.credential.findUniqueOrThrow({ where: { accountId_userId: { accountId: account.id, userId: user.id } } });
  expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(JSON.stringify(await prisma.event.findMany({ where: { accountId: account.id } }))).not.toContain(PASSWORD);
});
