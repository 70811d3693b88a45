/** What the door says in English carries a stable reason, by which a reader's language says it. */
import { expect, test } from "vitest";
import { anAccount, aPartner } from "#tests/builders/people.ts";
import { aRegisteredUser, PASSWORD, signedInWithPassword } from "#tests/builders/registered.ts";
import { byCookie, HOST, send } from "#tests/builders/rest.ts";

const json = { "content-type": "application/json" };

test("a refusal of an operation, and the message at its field", async () => {
  const answer = await send("POST", "/sessions", json, { email: "nobody@nowhere.example", password: "not this one" });
  expect(answer).toMatchObject({
    status: 422,
    error: { reason: "wrongCredentials", message: "The e-mail address or the password is not right.", fields: [{ path: "password", reason: "wrongCredentials" }] },
  });
});

test("what a shape says, of one field and of several", async () => {
  expect((await send("POST", "/sessions", json, { email: "somebody@nowhere.example", password: "" })).error).toMatchObject({ reason: "passwordMissing", fields: [{ path: "password", reason: "passwordMissing" }] });
  expect((await send("POST", "/sessions", json, { email: "", password: "" })).error).toMatchObject({ reason: "someFields", fields: [{ path: "email", reason: "emailMissing" }, { path: "password", reason: "passwordMissing" }] });
  expect((await send("POST", "/password-resets/made-up", json, { password: "short" })).error).toMatchObject({ reason: "passwordTooShort" });
  expect((await send("POST", "/password-resets/made-up", json, { password: PASSWORD })).error).toMatchObject({ code: "not_found", reason: "linkUnknown" });
});

test("the values of a sentence come with it", async () => {
  const email = "guessed@nowhere.example";
  for (let attempt = 0; attempt < 10; attempt += 1) await send("POST", "/sessions", json, { email, password: "wrong password" });
  const { error } = await send("POST", "/sessions", json, { email, password: "wrong password" });
  expect(error).toMatchObject({ code: "limit_reached", reason: "tooManyPasswords", values: { minutes: expect.any(Number) } });
  expect(error!.message).toContain(`wait ${error!.values!["minutes"]} minutes`);
});

test("what the profile is refused: a password that is not the present one, a language that there is not", async () => {
  const partner = await aPartner();
  const user = await aRegisteredUser(partner, (await anAccount(partner)).id);
  const headers = { ...json, ...(await byCookie(await signedInWithPassword(user.email))), origin: `http://${HOST}` };
  expect((await send("POST", "/me/password", headers, { currentPassword: "not this", password: "a loud harbour at noon" })).error).toMatchObject({ reason: "currentPasswordWrong" });
  expect((await send("PATCH", "/me", headers, { language: "tlh" })).error).toMatchObject({ reason: "languageUnknown" });
  expect((await send("GET", "/me/home")).error).toMatchObject({ code: "unauthenticated", reason: "signInFirst" });
});
