import { expect, test } from "vitest";
import { reasonOf, sentence, SENTENCES } from "#lib/messages/sentences.ts";
import { OperationError, conflict, forbidden, invalid, notFound } from "#lib/operations/errors.ts";
import { ChangePasswordInput } from "#lib/me/schemas.ts";
import { SignInInput } from "#lib/sessions/schemas.ts";

test("a sentence is answered in English, with what other languages need to say it", () => {
  expect(sentence("tooManyPasswords", { minutes: 7 })).toEqual({
    reason: "tooManyPasswords",
    values: { minutes: 7 },
    message: "Too many wrong passwords for this address. Please wait 7 minutes, or reset the password.",
  });
});

test("every sentence is known by its words, and no two are the same", () => {
  const reasons = Object.entries(SENTENCES).map(([reason, text]) => [reason, reasonOf(text)]);
  expect(reasons.filter(([reason, found]) => reason !== found)).toEqual([]);
  expect(reasonOf("Nothing of ours.")).toBeUndefined();
});

test("an error carries the reason of its sentence, also at its field, and a plain text none", () => {
  expect(invalid(sentence("currentPasswordWrong"), "currentPassword")).toMatchObject({ reason: "currentPasswordWrong", fields: [{ path: "currentPassword", reason: "currentPasswordWrong" }] });
  expect(conflict(sentence("linkUsed"))).toMatchObject({ reason: "linkUsed", fields: [] });
  expect(notFound(sentence("linkUnknown"))).toMatchObject({ message: "This link was not found.", reason: "linkUnknown" });
  expect(forbidden()).toMatchObject({ message: "Your role does not allow this.", reason: "notAllowed" });
  expect(notFound("The template")).toMatchObject({ message: "The template was not found.", reason: undefined });
  expect(new OperationError("invalid", "No.")).toMatchObject({ message: "No.", reason: undefined, values: undefined });
});

test("what the shapes of sign-in and of the password say can be said in every language", () => {
  const issues = [SignInInput.safeParse({ email: "", password: "" }), ChangePasswordInput.safeParse({ currentPassword: "", password: "short" })].flatMap(({ error }) => error!.issues);
  expect(issues).toHaveLength(4);
  expect(issues.filter(({ message }) => reasonOf(message) === undefined)).toEqual([]);
});
