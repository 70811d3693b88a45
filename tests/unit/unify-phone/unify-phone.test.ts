import { expect, test } from "vitest";
import { unifyPhoneLine } from "#lib/integrations/unify-phone-line.ts";
import { inheritContact } from "#lib/unify-phone/main-contact.ts";
import { PBX_KINDS, PBX_LABELS } from "#lib/unify-phone/schemas.ts";
import { sortLicenses } from "#lib/unify-phone/sort-licenses.ts";

const NOTHING = { firstName: "", lastName: "", email: "", countryCode: "", phoneNumber: "" };
const ADA = { firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example", mobileNumber: "+49 170 1234567" };
const CODES = ["+1", "+49", "+420", "+42"];

test("UNIFY-03 OpenScape Business and MiVoice 5000 are the PBXs", () => {
  expect(PBX_KINDS.map((kind) => PBX_LABELS[kind])).toEqual(["OpenScape Business", "MiVoice 5000"]);
});

test("UNIFY-10 what is left empty of the main contact is that of the Account Administrator, and what was entered stays", () => {
  expect(inheritContact(NOTHING, ADA, CODES, "+49")).toEqual({ firstName: "Ada", lastName: "Brandt", email: "ada@ballad.example", countryCode: "+49", phoneNumber: "170 1234567" });
  expect(inheritContact({ ...NOTHING, firstName: "Bo", email: "bo@ballad.example" }, ADA, CODES, "+49")).toMatchObject({ firstName: "Bo", lastName: "Brandt", email: "bo@ballad.example" });
  const own = { firstName: "Bo", lastName: "Castro", email: "bo@ballad.example", countryCode: "1", phoneNumber: "207 555 0100" };
  expect(inheritContact(own, ADA, CODES, "+49")).toEqual({ ...own, countryCode: "+1" });
  expect(inheritContact({ ...NOTHING, firstName: "Bo" }, null, CODES, "+49")).toEqual({ ...NOTHING, firstName: "Bo" });
});

test.each([
  ["a number without a code has that of the administrator", { phoneNumber: "40 555" }, "+1 207 5550100", { countryCode: "+1", phoneNumber: "40 555" }],
  ["or that of the country of the account", { phoneNumber: "40 555" }, "", { countryCode: "+49", phoneNumber: "40 555" }],
  ["a code without a number gives way to the whole number of the administrator", { countryCode: "1" }, "+49 170 1", { countryCode: "+49", phoneNumber: "170 1" }],
  ["and stays where there is none", { countryCode: "1" }, "", { countryCode: "+1", phoneNumber: "" }],
  ["the longest code counts", {}, "+420 601 1234", { countryCode: "+420", phoneNumber: "601 1234" }],
  ["a national number is one of the country of the account", {}, "0170 12345", { countryCode: "+49", phoneNumber: "0170 12345" }],
  ["dots are no part of a number", {}, "+49.170.12 34-5", { countryCode: "+49", phoneNumber: "170 12 34-5" }],
  ["a code that there is not is no number to inherit", {}, "+999 1", { countryCode: "", phoneNumber: "" }],
])("UNIFY-10 country code and phone number: %s", (_, entered, mobileNumber, phone) => {
  expect(inheritContact({ ...NOTHING, ...entered }, { ...ADA, mobileNumber }, CODES, "+49")).toMatchObject(phone);
});

test("UNIFY-15 the licenses of the PBX are those of the users who have the addresses, whatever their case; nobody else keeps one", () => {
  const licenses = [{ email: "Ada@ballad.example", chat: false }, { email: "bo@ballad.example", chat: true }, { email: "lobby@ballad.example", chat: true }, { email: "new@ballad.example", chat: false }];
  const users = [{ userId: "ada", email: "ada@ballad.example", has: false }, { userId: "bo", email: "bo@ballad.example", has: true }, { userId: "cy", email: "cy@ballad.example", has: true }];
  expect(sortLicenses(licenses, users)).toEqual({
    given: ["ada"],
    taken: ["cy"],
    unknown: ["lobby@ballad.example", "new@ballad.example"],
    chat: { on: ["Ada@ballad.example"], off: ["lobby@ballad.example"] },
  });
  expect(sortLicenses([], users)).toEqual({ given: [], taken: ["bo", "cy"], unknown: [], chat: { on: [], off: [] } });
});

test("UNIFY-14 the panel says Connected, Error or Incomplete, and why", () => {
  const facts = { message: "", tenantName: "Ballad", unknown: 0 };
  expect(unifyPhoneLine(null)).toEqual({ tone: "warn", message: "Incomplete: no Unify Phone tenant is linked to the account yet" });
  expect(unifyPhoneLine(facts)).toEqual({ tone: "good", message: "Connected to the tenant Ballad" });
  expect(unifyPhoneLine({ ...facts, message: "Unify Phone can not be reached." })).toEqual({ tone: "bad", message: "Error: Unify Phone can not be reached." });
  expect(unifyPhoneLine({ ...facts, unknown: 1 })).toEqual({ tone: "good", message: "Connected to the tenant Ballad. The PBX has given a license to an address that no user of the account has" });
  expect(unifyPhoneLine({ ...facts, unknown: 3 }).message).toContain("licenses to 3 addresses that no user of the account has");
});
