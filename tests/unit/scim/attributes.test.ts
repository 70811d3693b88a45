import { expect, test } from "vitest";
import { readAttributes } from "#lib/scim/attributes.ts";
import { describeAttributes } from "#lib/scim/describe-attributes.ts";
import { attributesOf, checkAttributes, numbersOf, portalUserOf } from "#lib/scim/portal-user.ts";
import { project } from "#lib/scim/project.ts";
import { isSafeAddress } from "#lib/scim/tenant-url.ts";

const least = { userName: "ada", displayName: "Ada", emails: [{ type: "work", value: "Ada@Ballad.example" }] };

test("SCIMATTR-12 SCIMATTR-13 only what is supported is taken, whatever else is sent and however names are spelled", () => {
  const sent = {
    USERNAME: "ada",
    Title: "Consultant",
    preferredLanguage: "en",
    name: { formatted: "Ada Brandt", GivenName: "Ada", familyName: null },
    phoneNumbers: [{ type: "fax", value: "1" }, { type: "Mobile", value: "+491701234567", extension: "3" }],
    emails: [{ type: "home", value: "h@ballad.example" }],
    roles: [],
    addresses: [{ type: "home", locality: "Hamburg", primary: "True" }],
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { department: "Sales", employeeNumber: "7", manager: { value: "1" } },
  };
  expect(readAttributes(sent)).toEqual({
    userName: "ada",
    name: { givenName: "Ada" },
    phoneNumbers: [{ type: "Mobile", value: "+491701234567" }],
    addresses: [{ type: "home", locality: "Hamburg", primary: true }],
  });
});

test("SCIMATTR-16 a display name that was not sent is made of given and family name", () => {
  expect(portalUserOf({ ...least, name: { givenName: "Ada", familyName: "Brandt" } })).toMatchObject({ name: "Ada", email: "ada@ballad.example" });
  const { displayName: _, ...unnamed } = least;
  expect(portalUserOf({ ...unnamed, name: { givenName: "Ada", familyName: "Brandt" } })).toMatchObject({ name: "Ada Brandt", firstName: "Ada", lastName: "Brandt" });
  expect(portalUserOf({ ...unnamed, name: { familyName: "Brandt" } })).toMatchObject({ name: "Brandt" });
});

test.each([
  [{ userName: "" }, "userName"],
  [{ displayName: undefined }, "displayName, name.givenName or name.familyName"],
  [{ emails: [] }, 'emails[type eq "work"].value'],
  [{ emails: [{ type: "work", value: "nowhere" }] }, 'emails[type eq "work"].value'],
  [{ phoneNumbers: [{ type: "work", value: "040 1234" }] }, 'phoneNumbers[type eq "work"].value'],
  [{ externalId: "x".repeat(1_001) }, "A value is longer"],
])("%j can not be a user, and it is said why", (fields, named) => {
  expect(() => checkAttributes({ ...least, ...fields } as typeof least)).toThrow(expect.objectContaining({ scimType: "invalidValue", message: expect.stringContaining(named) }));
});

test("a user of the portal looks to a directory as one it could have sent", () => {
  const user = { email: "ada@ballad.example", firstName: "Ada", lastName: "Brandt", name: "Ada Brandt", mobileNumber: "+491701234567" };
  expect(() => checkAttributes(attributesOf(user))).not.toThrow();
  expect(portalUserOf(attributesOf(user))).toEqual(user);
  expect(numbersOf(attributesOf({ ...user, mobileNumber: "0170 1234567" }))).toEqual([]);
});

test("every value is told by the name under which it was sent", () => {
  expect(describeAttributes({ ...least, active: false, roles: [{ primary: true, value: "Lead" }] })).toEqual([
    { name: "userName", value: "ada" },
    { name: "active", value: "false" },
    { name: "displayName", value: "Ada" },
    { name: 'emails[type eq "work"].value', value: "Ada@Ballad.example" },
    { name: 'roles[primary eq "True"].value', value: "Lead" },
  ]);
});

test("a request chooses whole attributes, and never loses the id", () => {
  const resource = { schemas: ["s"], id: "1", userName: "a", name: {}, meta: {} };
  expect(Object.keys(project(resource, new URLSearchParams({ attributes: "username,name.givenName" })))).toEqual(["schemas", "id", "userName", "name"]);
  expect(Object.keys(project(resource, new URLSearchParams({ excludedAttributes: "id,meta,userName" })))).toEqual(["schemas", "id", "name"]);
});

test("SCIM-12 a token goes over HTTPS, or never leaves the machine", () => {
  for (const safe of ["https://admin.eu.example/x", "http://127.0.0.1:3000/x", "http://localhost/x"]) expect(isSafeAddress(safe), safe).toBe(true);
  for (const unsafe of ["http://admin.eu.example/x", "http://127.0.0.1.example/x"]) expect(isSafeAddress(unsafe), unsafe).toBe(false);
});
