import { expect, test } from "vitest";
import { meanwhile, valuesOf } from "#components/accounts/account-values.ts";
import type { AccountView } from "#lib/accounts/schemas.ts";

const ACCOUNT: AccountView = {
  id: "2a03091d-6da3-40c7-9c08-af311f490963",
  kind: "customer",
  status: "active",
  name: "Ballad Industries",
  country: "DE",
  province: "",
  address: "Hafenstraße 12",
  city: "Hamburg",
  postalCode: "20457",
  defaultLanguage: "en-US",
  businessType: "",
  timeZone: "Europe/Berlin",
  cloudLocation: "Europe",
  sapCustomerNumber: "", miCloudConnect: false,
  pbxType: "",
  userCount: 3,
  supportContacts: [{ email: "help@partner.example", name: "" }],
  version: 4,
  modifiedAt: "2026-11-20T08:00:00.000Z",
  modifiedBy: "Mara Lindqvist",
};

const began = valuesOf(ACCOUNT);

test("the form holds what can be changed and nothing else", () => {
  expect(Object.keys(began).toSorted()).toEqual(["address", "businessType", "city", "country", "defaultLanguage", "name", "postalCode", "province", "supportContacts", "timeZone"]);
});

test("what only the other changed is taken over, what only I changed is kept", () => {
  const now = { ...ACCOUNT, city: "Bremen", version: 5, modifiedBy: "Ada Brandt" };
  expect(meanwhile(began, { address: "Ring 1" }, now)).toMatchObject({ by: "Ada Brandt", version: 5, mine: { address: "Ring 1" }, taken: ["city"], both: [], saved: { city: "Bremen", address: "Hafenstraße 12" } });
});

test("a field that both changed is a choice to be made", () => {
  const now = { ...ACCOUNT, city: "Bremen", version: 5 };
  expect(meanwhile(began, { city: "Kiel" }, now)).toMatchObject({ mine: { city: "Kiel" }, taken: [], both: ["city"] });
});

test("where both changed a field to the same there is nothing to choose", () => {
  const supportContacts = [{ email: "it@ballad.example", name: "" }];
  const now = { ...ACCOUNT, supportContacts, version: 5 };
  expect(meanwhile(began, { supportContacts: [...supportContacts] }, now)).toMatchObject({ mine: {}, taken: ["supportContacts"], both: [] });
});
