/** What the simulated Entra sends: its default mappings, its expressions, and when it asks again. */
import { expect, test } from "vitest";
import { minutesToNext } from "#lib/simulators/entra/cycle.ts";
import { DEFAULT_MAPPINGS, evaluate, valuesOf } from "#lib/simulators/entra/mappings.ts";
import { PersonBody } from "#lib/simulators/entra/schemas.ts";
import { addressOf } from "#lib/simulators/entra/scim-client.ts";
import { place, valueAt } from "#lib/simulators/entra/scim-paths.ts";

const person = (fields: object) => ({ ...PersonBody.parse({ userPrincipalName: "ada@directory.example", assigned: true, ...fields }), objectId: "1", changedAt: 1 });

test("AADC-03 the default mappings take what the directory has, active as a text", () => {
  const ada = person({ displayName: "Ada Brandt", givenName: "Ada", surname: "Brandt", jobTitle: "Lead", preferredLanguage: "de", physicalDeliveryOfficeName: "Hamburg", streetAddress: "Quay 1" });
  expect(valuesOf(ada, DEFAULT_MAPPINGS)).toEqual({
    userName: "ada@directory.example",
    active: "True",
    displayName: "Ada Brandt",
    title: "Lead",
    preferredLanguage: "de",
    "name.givenName": "Ada",
    "name.familyName": "Brandt",
    "name.formatted": "Ada Brandt",
    'addresses[type eq "work"].formatted': "Hamburg",
    'addresses[type eq "work"].streetAddress': "Quay 1",
  });
  expect(DEFAULT_MAPPINGS.filter(({ matching }) => matching !== null)).toMatchObject([{ source: "userPrincipalName", target: "userName", matching: 1 }]);
});

test("AADC-08 AADC-09 an empty source is not sent; who is deleted, disabled or not assigned is inactive", () => {
  expect(Object.keys(valuesOf(person({ displayName: "Ada" }), DEFAULT_MAPPINGS))).toEqual(["userName", "active", "displayName"]);
  const active = DEFAULT_MAPPINGS.find(({ target }) => target === "active")!.source;
  for (const fields of [{ softDeleted: true }, { accountEnabled: false }, { assigned: false }]) expect(evaluate(active, person(fields))).toBe("False");
});

test("AADC-06 AADC-10 the next cycle comes after 40 minutes, after errors in a row ever later, and once a day at least", () => {
  expect([0, 1, 2, 3, 4].map(minutesToNext)).toEqual([40, 40, 80, 160, 320]);
  expect(minutesToNext(50)).toBe(24 * 60);
});

test("values are put where target attributes say, and found there again", () => {
  const resource = {};
  for (const [path, value] of [["name.givenName", "Ada"], ['emails[type eq "work"].value', "a@b.example"], ['roles[primary eq "True"].value', "Lead"], ["active", "True"]] as const) {
    place(resource, path, value);
    expect(valueAt(resource, path)).toBe(value);
  }
  expect(resource).toEqual({ name: { givenName: "Ada" }, emails: [{ type: "work", value: "a@b.example" }], roles: [{ primary: true, value: "Lead" }], active: "True" });
});

test("the query part of a Tenant URL goes along with every request", () => {
  expect(addressOf("http://portal.example/scim/1?aadOptscim062020", "Users", { filter: "a" }).href).toBe("http://portal.example/scim/1/Users?aadOptscim062020&filter=a");
});
