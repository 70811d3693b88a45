import { expect, test } from "vitest";
import type { Attributes } from "#lib/scim/attributes.ts";
import { patched, readChanges } from "#lib/scim/patch.ts";

const PATCH = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

const ada: Attributes = {
  userName: "ada@ballad.example",
  active: true,
  displayName: "Ada Brandt",
  name: { givenName: "Ada", familyName: "Brandt" },
  emails: [{ type: "work", value: "ada@ballad.example", primary: true }],
};

const apply = (...Operations: object[]) => patched(ada, readChanges({ schemas: [PATCH], Operations }));
const refusal = (scimType: string) => expect.objectContaining({ name: "ScimRefusal", scimType });

test("SCIMAPI-14 Add, Replace and Remove are taken in whatever letter case", () => {
  expect(apply({ op: "Replace", path: "displayName", value: "Ada B." }, { op: "ADD", path: "externalId", value: "7" }, { op: "Remove", path: "name.familyName" })).toEqual({ ...ada, displayName: "Ada B.", externalId: "7", name: { givenName: "Ada" } });
});

test("SCIMAPI-15 paths with parts and filters work, and a value that is not there yet is made", () => {
  expect(
    apply(
      { op: "Replace", path: "name.givenName", value: "Adele" },
      { op: "Replace", path: 'emails[type eq "work"].value', value: "Adele@Ballad.example" },
      { op: "Add", path: 'addresses[type eq "work"].streetAddress', value: "Hafenstraße 12" },
      { op: "Replace", path: 'phoneNumbers[type eq "mobile"].value', value: "+491701234567" },
      { op: "Add", path: 'roles[primary eq "True"].value', value: "Consultant" },
      { op: "Replace", path: 'roles[primary eq "True"].value', value: "Lead" },
    ),
  ).toEqual({
    ...ada,
    name: { givenName: "Adele", familyName: "Brandt" },
    emails: [{ type: "work", value: "Adele@Ballad.example", primary: true }],
    addresses: [{ type: "work", streetAddress: "Hafenstraße 12" }],
    phoneNumbers: [{ type: "mobile", value: "+491701234567" }],
    roles: [{ primary: true, value: "Lead" }],
  });
});

test("SCIMAPI-16 without a path the value is an object, also with dotted names", () => {
  expect(apply({ op: "Replace", value: { displayName: "A. B.", "name.givenName": "A.", 'emails[type eq "other"].value': "a@home.example", name: { familyName: "B." } } })).toEqual({
    ...ada,
    displayName: "A. B.",
    name: { givenName: "A.", familyName: "B." },
    emails: [...ada.emails!, { type: "other", value: "a@home.example" }],
  });
});

test("SCIMAPI-17 active is taken as a boolean and as a text", () => {
  for (const value of [false, "False", "false"]) expect(apply({ op: "Replace", path: "active", value }).active).toBe(false);
  for (const value of [true, "True"]) expect(apply({ op: "Replace", value: { active: value } }).active).toBe(true);
  expect(() => apply({ op: "Replace", path: "active", value: "perhaps" })).toThrow(refusal("invalidValue"));
});

test("SCIMAPI-21 what no operation names stays as it is, and what is given is not changed", () => {
  const before = structuredClone(ada);
  expect(apply({ op: "Add", path: "externalId", value: "1" })).toEqual({ ...ada, externalId: "1" });
  expect(ada).toEqual(before);
});

test("lists: a further value of a type takes the place of the first, replace changes all, remove takes away those meant", () => {
  expect(apply({ op: "add", path: "emails", value: [{ type: "work", value: "new@ballad.example" }] }).emails).toEqual([{ type: "work", value: "new@ballad.example" }]);
  expect(apply({ op: "replace", path: "emails", value: { type: "other", value: "o@ballad.example" } }).emails).toEqual([{ type: "other", value: "o@ballad.example" }]);
  expect(apply({ op: "remove", path: 'emails[type eq "WORK"]' }).emails).toBeUndefined();
  expect(apply({ op: "remove", path: 'emails[type eq "work"].value' }).emails).toBeUndefined();
  expect(apply({ op: "remove", path: "emails", value: [{ type: "other", value: "ada@ballad.example" }] }).emails).toEqual(ada.emails);
  expect(apply({ op: "replace", path: "emails.value", value: "all@ballad.example" }).emails).toEqual([{ ...ada.emails![0], value: "all@ballad.example" }]);
});

test("SCIMATTR-13 an attribute that is not supported is ignored, wherever it stands", () => {
  const others = [{ path: "title" }, { path: "name.formatted" }, { path: 'phoneNumbers[type eq "fax"].value' }, { path: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department" }];
  expect(apply(...others.map(({ path }) => ({ op: "Add", path, value: "x" })), { op: "Add", value: { title: "x", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { manager: "1" } } })).toEqual(ada);
});

test("what is no change, or leads nowhere, is refused by its name", () => {
  expect(() => readChanges({ schemas: [PATCH], Operations: [{ op: "move", path: "a" }] })).toThrow(refusal("invalidSyntax"));
  expect(() => readChanges({ Operations: [{ op: "add", value: {} }] })).toThrow(refusal("invalidSyntax"));
  expect(() => apply({ op: "Remove" })).toThrow(refusal("noTarget"));
  expect(() => apply({ op: "Replace", value: "text" })).toThrow(refusal("invalidSyntax"));
  expect(() => apply({ op: "Replace", path: "roles.value", value: "x" })).toThrow(refusal("noTarget"));
  for (const path of ["userName[", "active.value", 'displayName[type eq "work"]', 'emails[type sw "w"].value', ""]) expect(() => apply({ op: "Replace", path, value: "x" }), path).toThrow(refusal("invalidPath"));
  expect(() => apply({ op: "Replace", path: "displayName", value: 7 })).toThrow(refusal("invalidValue"));
});
