/** From what a directory says of a user to the user of the portal, and back. Pure. */
import { z } from "zod";
import { Email } from "#lib/users/schemas.ts";
import { typeOf } from "./attributes.ts";
import type { Attributes } from "./attributes.ts";
import { ScimRefusal } from "./refusal.ts";

/** ITU-T E.164: a plus sign and at most 15 digits, the first of which is none (SCIMATTR-15). */
const E164 = /^\+[1-9]\d{1,14}$/;
const MAX_TEXT = 1_000;

/** The columns of a user that the directory decides. */
export type PortalUser = { email: string; firstName: string; lastName: string; name: string; mobileNumber: string };

function itemOf(items: Attributes["emails"], type: string): string {
  const value = items?.find((item) => typeOf(item) === type)?.["value"];
  return typeof value === "string" ? value : "";
}

/** The address a user signs in with and gets mails at (SCIMATTR-03). */
export function workEmailOf({ emails }: Attributes): string {
  return itemOf(emails, "work");
}

/** Every telephone number of a user, once. */
export function numbersOf({ phoneNumbers = [] }: Attributes): string[] {
  return [...new Set(phoneNumbers.map((item) => String(item["value"] ?? "")))];
}

/**
 * Looks whether a user can be made of the attributes (SCIMATTR-01 to SCIMATTR-03, SCIMATTR-15, SCIMATTR-17).
 * @throws ScimRefusal invalidValue that names the first attribute which is missing or wrong (SCIMAPI-12)
 */
export function checkAttributes(attributes: Attributes): void {
  const { userName = "", displayName = "", name = {} } = attributes;
  if (userName.trim() === "") throw missing("userName");
  if (![displayName, name["givenName"], name["familyName"]].some((each) => typeof each === "string" && each.trim() !== "")) throw missing("displayName, name.givenName or name.familyName");
  const email = workEmailOf(attributes);
  if (email.trim() === "") throw missing('emails[type eq "work"].value');
  if (!Email.safeParse(email).success) throw new ScimRefusal("invalidValue", 'emails[type eq "work"].value is not a valid e-mail address.');
  for (const item of attributes.phoneNumbers ?? []) {
    if (!E164.test(String(item["value"] ?? ""))) throw new ScimRefusal("invalidValue", `phoneNumbers[type eq "${typeOf(item)}"].value must be a number in E.164 form, like +4940123456.`);
  }
  if (!Texts.safeParse(attributes).success) throw new ScimRefusal("invalidValue", `A value is longer than ${MAX_TEXT} characters.`);
}

const Text = z.union([z.string().max(MAX_TEXT), z.boolean()]);
const Texts = z.record(z.string(), z.union([Text, z.record(z.string(), Text), z.array(z.record(z.string(), Text)).max(50)]));

function missing(name: string): ScimRefusal {
  return new ScimRefusal("invalidValue", `${name} is missing.`);
}

/** The columns of the user (SCIMATTR-16: a display name that was not sent is made of the other two). */
export function portalUserOf(attributes: Attributes): PortalUser {
  const { displayName = "", name = {}, phoneNumbers } = attributes;
  const [firstName, lastName] = [name["givenName"], name["familyName"]].map((part) => String(part ?? "").trim()) as [string, string];
  return {
    email: Email.parse(workEmailOf(attributes)),
    firstName,
    lastName,
    name: displayName.trim() || `${firstName} ${lastName}`.trim(),
    mobileNumber: itemOf(phoneNumbers, "mobile"),
  };
}

/** What the directory is told of a user whom it has not sent yet: it finds them by it and goes on from there (SCIMAPI-26). */
export function attributesOf({ email, firstName, lastName, name, mobileNumber }: PortalUser): Attributes {
  return {
    userName: email,
    displayName: name,
    name: { ...(firstName && { givenName: firstName }), ...(lastName && { familyName: lastName }) },
    emails: [{ type: "work", value: email, primary: true }],
    // One that is not in E.164 was typed here and is the portal's alone: the directory could not send it back.
    ...(E164.test(mobileNumber) && { phoneNumbers: [{ type: "mobile", value: mobileNumber }] }),
  };
}
