import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { NOBODY, runOperation } from "#lib/operations/run-operation.ts";
import { LINK_LIFETIME_MS } from "#lib/registration/one-time-link.ts";
import { completePasswordReset, getPasswordReset, requestPasswordReset } from "#lib/registration/password-reset.ts";
import { workOff } from "#tests/builders/jobs.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aLink, aRegisteredUser, askForReset, eventsOf, isSignedIn, PASSWORD, trySignIn } from "#tests/builders/registered.ts";

const NEW_PASSWORD = "a loud harbour at noon";

const ask = askForReset;
const complete = (token: string, password = NEW_PASSWORD) => runOperation(completePasswordReset, { resolved: NOBODY, input: { token, password } });
const look = (token: string) => runOperation(getPasswordReset, { resolved: NOBODY, input: { token } });
const resetMails = (accountId: string) => database().prisma.mailMessage.findMany({ where: { accountId, kind: "password_reset" } });

async function aForgetfulUser() {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  return { partner, account, user };
}

test("who asks for a reset gets one mail, with an event", async () => {
  const { account, user } = await aForgetfulUser();
  expect(await ask(` ${user.email.toUpperCase()} `)).toEqual({});
  expect(await resetMails(account.id)).toMatchObject([{ userId: user.id, recipient: user.email, status: "queued" }]);
  expect(await eventsOf(account.id, "password-resets.request")).toMatchObject([{ action: "Send", assetId: user.id, details: { mail: "password_reset" } }]);
});

test("what is looked up and sent is a matter of its own, so that the time of the answer does not tell whether an address exists", async () => {
  const { account, user } = await aForgetfulUser();
  const waiting = async (email: string) => (await database().pool.query("select from jobs.job where name = 'password-resets.send' and state = 'created' and data->>'email' = $1", [email])).rows.length;
  const unknown = `${randomUUID()}@nowhere.example`;
  for (const email of [user.email, unknown]) {
    await runOperation(requestPasswordReset, { resolved: NOBODY, input: { email } });
    expect(await waiting(email)).toBe(1);
  }
  expect(await resetMails(account.id)).toEqual([]);
  await workOff(["password-resets.send"]);
  expect(await resetMails(account.id)).toHaveLength(1);
});

test("the answer does not tell whether an address exists or is registered, and nobody else gets a mail", async () => {
  const { partner, account } = await aForgetfulUser();
  const unregistered = await aUser(partner, account.id);
  expect(await ask(`${randomUUID()}@nowhere.example`)).toEqual({});
  expect(await ask(unregistered.email)).toEqual({});
  expect(await resetMails(account.id)).toEqual([]);
  await expect(ask("no address")).rejects.toMatchObject({ code: "invalid", fields: [{ path: "email" }] });
});

test("an address that belongs to several accounts gets a link for each", async () => {
  const { partner, account, user } = await aForgetfulUser();
  const other = await anAccount(partner, { name: "Harbor Clinic" });
  await aRegisteredUser(partner, other.id, { email: user.email });
  await ask(user.email);
  expect([await resetMails(account.id), await resetMails(other.id)].map((mails) => mails.length)).toEqual([1, 1]);
});

test("nobody's mailbox can be filled from here: five mails an hour, and the same answer afterwards", async () => {
  const { account, user } = await aForgetfulUser();
  for (let time = 0; time < 8; time += 1) expect(await ask(user.email)).toEqual({});
  expect(await resetMails(account.id)).toHaveLength(5);
});

test("the new password opens the account, the old one does not, and every session has ended", async () => {
  const { account, user } = await aForgetfulUser();
  const { sessionToken } = await trySignIn(user.email);
  const token = await aLink(account.id, user.id, "password_reset");
  expect(await look(token)).toMatchObject({ state: "open", email: user.email, accountName: account.name });
  expect(await complete(token)).toEqual({ email: user.email });
  expect(await isSignedIn(sessionToken!)).toBe(false);
  await expect(trySignIn(user.email, PASSWORD)).rejects.toMatchObject({ code: "invalid" });
  await expect(trySignIn(user.email, NEW_PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
  expect(await eventsOf(account.id, "password-resets.complete")).toMatchObject([{ action: "Edit", assetId: user.id, changes: [] }]);
});

test("a reset ends the waiting after too many wrong passwords", async () => {
  const { account, user } = await aForgetfulUser();
  for (let attempt = 0; attempt < 10; attempt += 1) await expect(trySignIn(user.email, "wrong password")).rejects.toMatchObject({ code: "invalid" });
  await expect(trySignIn(user.email)).rejects.toMatchObject({ code: "limit_reached" });
  await complete(await aLink(account.id, user.id, "password_reset"));
  await expect(trySignIn(user.email, NEW_PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
});

test("a reset link works once, also when it is used many times at the same moment", async () => {
  const { account, user } = await aForgetfulUser();
  const token = await aLink(account.id, user.id, "password_reset");
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, index) => complete(token, `${NEW_PASSWORD} ${index}`)));
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await look(token)).toEqual({ state: "used", name: "", email: "", accountName: "" });
});

test("a reset link works for 24 hours", async () => {
  const { account, user } = await aForgetfulUser();
  expect(LINK_LIFETIME_MS.password_reset).toBe(24 * 60 * 60 * 1000);
  const old = await aLink(account.id, user.id, "password_reset", LINK_LIFETIME_MS.password_reset + 1);
  expect(await look(old)).toMatchObject({ state: "expired" });
  await expect(complete(old)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("expired") });
  await expect(trySignIn(user.email, PASSWORD)).resolves.toMatchObject({ status: "signed_in" });
});

test("a password that is refused leaves the link as it was", async () => {
  const { account, user } = await aForgetfulUser();
  const token = await aLink(account.id, user.id, "password_reset");
  for (const password of ["short", "changeme123", user.email]) await expect(complete(token, password)).rejects.toMatchObject({ code: "invalid", fields: [{ path: "password" }] });
  expect(await look(token)).toMatchObject({ state: "open" });
});
