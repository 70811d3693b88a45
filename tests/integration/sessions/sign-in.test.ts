import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { database } from "#lib/db/client.ts";
import { resolveActor } from "#lib/operations/actor.ts";
import { anAccount, aPartner, aUser } from "#tests/builders/people.ts";
import { aRegisteredUser, eventsOf, isSignedIn, PASSWORD, trySignIn } from "#tests/builders/registered.ts";

const NEUTRAL = { code: "invalid", message: "The e-mail address or the password is not right.", fields: [{ path: "password" }] };
const LIMITED = { code: "limit_reached", message: expect.stringContaining("Too many wrong passwords") };

test("a registered person signs in with address and password, whatever the case of the address", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id, { email: "ada.brandt@case.example" });
  const answer = await trySignIn(" Ada.Brandt@CASE.example ");
  expect(answer).toMatchObject({ status: "signed_in", accounts: [] });
  const { actor } = await resolveActor({ sessionToken: answer.sessionToken! }, null);
  expect(actor).toMatchObject({ userId: user.id, accountId: account.id, accountName: account.name, role: "user", method: "password" });
  expect(await eventsOf(account.id, "sessions.add")).toMatchObject([{ action: "Sign in", assetKind: "session", assetName: "Ada Brandt" }]);
});

test("every refusal reads the same: no such address, wrong password, not registered", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const registered = await aRegisteredUser(partner, account.id);
  const unregistered = await aUser(partner, account.id);
  await expect(trySignIn(`${randomUUID()}@nowhere.example`)).rejects.toMatchObject(NEUTRAL);
  await expect(trySignIn(registered.email, "not the password")).rejects.toMatchObject(NEUTRAL);
  await expect(trySignIn(unregistered.email)).rejects.toMatchObject(NEUTRAL);
  expect(await database().prisma.session.count({ where: { accountId: account.id } })).toBe(0);
});

test("LOGIN-14 who has not finished registration can not sign in", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  await expect(trySignIn(user.email)).resolves.toMatchObject({ status: "signed_in" });
  // The password is right, and yet it is the registration that counts.
  await database().prisma.user.update({ where: { accountId_id: { accountId: account.id, id: user.id } }, data: { registeredAt: null } });
  await expect(trySignIn(user.email)).rejects.toMatchObject(NEUTRAL);
});

test.each(["one that exists", "one that does not"])("after ten wrong passwords for an address, %s, even the right one waits", async (which) => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const email = `${randomUUID()}@limited.example`;
  if (which === "one that exists") await aRegisteredUser(partner, account.id, { email });
  for (let attempt = 0; attempt < 10; attempt += 1) await expect(trySignIn(email, "wrong password")).rejects.toMatchObject(NEUTRAL);
  await expect(trySignIn(email, PASSWORD)).rejects.toMatchObject(LIMITED);
});

test("guesses sent all at once are counted like guesses one after the other", async () => {
  const email = `${randomUUID()}@burst.example`;
  const guesses = await Promise.allSettled(Array.from({ length: 16 }, (_, index) => trySignIn(email, `guess number ${index}`)));
  const codes = guesses.map((guess) => (guess.status === "rejected" ? (guess.reason as { code: string }).code : "signed in"));
  expect(codes.filter((code) => code === "invalid")).toHaveLength(10);
  expect(codes.filter((code) => code === "limit_reached")).toHaveLength(6);
});

test("more sign-ins at once than the pool has connections all get their answer", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const people = await Promise.all(Array.from({ length: 24 }, () => aRegisteredUser(partner, account.id)));
  const answers = await Promise.all(people.map(({ email }) => trySignIn(email)));
  expect(answers.map(({ status }) => status)).toEqual(people.map(() => "signed_in"));
});

test("the right password gives the attempts back", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const { email } = await aRegisteredUser(partner, account.id);
  for (let round = 0; round < 2; round += 1) {
    for (let attempt = 0; attempt < 9; attempt += 1) await expect(trySignIn(email, "wrong password")).rejects.toMatchObject(NEUTRAL);
    await expect(trySignIn(email)).resolves.toMatchObject({ status: "signed_in" });
  }
});

test("where an address belongs to several accounts with the same password, sign-in asks which, and opens that one", async () => {
  const partner = await aPartner();
  const ballad = await anAccount(partner, { name: "Ballad Industries" });
  const harbor = await anAccount(partner, { name: "Harbor Clinic" });
  const email = `${randomUUID()}@both.example`;
  for (const account of [harbor, ballad]) await aRegisteredUser(partner, account.id, { email });
  const answer = await trySignIn(email);
  expect(answer).toEqual({ status: "choose_account", sessionToken: null, accounts: [{ id: ballad.id, name: "Ballad Industries" }, { id: harbor.id, name: "Harbor Clinic" }] });
  const chosen = await trySignIn(email, PASSWORD, harbor.id);
  expect((await resolveActor({ sessionToken: chosen.sessionToken! }, null)).actor).toMatchObject({ accountId: harbor.id });
  const foreign = await anAccount(await aPartner());
  await expect(trySignIn(email, PASSWORD, foreign.id)).rejects.toMatchObject(NEUTRAL);
});

test("accounts where the address has another password are not spoken of", async () => {
  const partner = await aPartner();
  const ballad = await anAccount(partner, { name: "Ballad Industries" });
  const harbor = await anAccount(partner, { name: "Harbor Clinic" });
  const email = `${randomUUID()}@two.example`;
  await aRegisteredUser(partner, ballad.id, { email });
  await aRegisteredUser(partner, harbor.id, { email, password: "another quiet harbour" });
  const answer = await trySignIn(email);
  expect(answer).toMatchObject({ status: "signed_in", accounts: [] });
  expect((await resolveActor({ sessionToken: answer.sessionToken! }, null)).actor).toMatchObject({ accountId: ballad.id });
});

test("what is stored of a session and of an attempt does not tell the secret or the address", async () => {
  const partner = await aPartner();
  const account = await anAccount(partner);
  const user = await aRegisteredUser(partner, account.id);
  await expect(trySignIn(user.email, "wrong password")).rejects.toMatchObject(NEUTRAL);
  const { sessionToken } = await trySignIn(user.email);
  expect(await isSignedIn(sessionToken!)).toBe(true);
  const session = await database().prisma.session.findFirstOrThrow({ where: { accountId: account.id, userId: user.id } });
  expect(Buffer.from(session.tokenHash).toString("latin1")).not.toContain(sessionToken);
  const { rows } = await database().pool.query<{ key: string }>("select key from sign_in_attempts");
  expect(rows.filter(({ key }) => key.includes("@"))).toEqual([]);
});
