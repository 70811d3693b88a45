import { expect, test } from "vitest";
import { grantsOf, may, standardGrants, tidyGrants } from "#lib/permissions/grants.ts";
import { ACTIONS, BASE_ROLES, FEATURES } from "#lib/permissions/schemas.ts";
import type { BaseRole } from "#lib/permissions/schemas.ts";
import { PERMISSION_TABLE } from "#lib/permissions/table.ts";

/** V View, A Add, E Edit, S Assign, D Delete, as the manual's tables tick them. */
const LETTERS = { V: "view", A: "add", E: "edit", S: "assign", D: "delete" } as const;

function ticked(table: Record<string, string>): string[] {
  return Object.entries(table).flatMap(([feature, letters]) => [...letters].map((letter) => `${feature}.${LETTERS[letter as keyof typeof LETTERS]}`)).toSorted();
}

test("PERM-01 the default Partner table", () => {
  const table = { accounts: "VAED", roles: "VAESD", orders: "V", users: "VAED", user_templates: "VAED", integrations: "VAED", subscriptions: "VA", support: "V", mivoice_business: "V", customer_care: "V", developer: "V" };
  expect(standardGrants("partner").toSorted()).toEqual(ticked(table));
});

test("PERM-02 the default Account Admin table", () => {
  const table = { account: "VE", users: "VAED", user_templates: "VAED", roles: "VS", integrations: "VAED", subscriptions: "V", support: "V", mivoice_business: "V", customer_care: "V" };
  expect(standardGrants("account_admin").toSorted()).toEqual(ticked(table));
});

test("a user administers nothing, whatever custom role somebody could have written beside it", () => {
  for (const feature of FEATURES) for (const action of ACTIONS) expect(may({ grants: grantsOf("user", [`${feature}.${action}`]) }, feature, action)).toBe(false);
});

test("PERM-11 a partner who may not edit accounts may not edit one from within either", () => {
  expect(may({ grants: grantsOf("partner") }, "account", "edit")).toBe(true);
  const narrowed = { grants: grantsOf("partner", standardGrants("partner").filter((grant) => grant !== "accounts.edit")) };
  expect(may(narrowed, "account", "edit")).toBe(false);
  expect(may(narrowed, "account", "view")).toBe(true);
});

// The boxes that do not apply, one row each: [row, base role, feature, action].
const NOT_APPLICABLE = [
  ["PERM-05", "account_admin", "account", "add"],
  ["PERM-07", "account_admin", "account", "assign"],
  ["PERM-08", "account_admin", "account", "delete"],
  ["PERM-12", "partner", "accounts", "assign"],
  ["PERM-17", "both", "users", "assign"],
  ["PERM-22", "both", "user_templates", "assign"],
  ["PERM-32", "both", "integrations", "assign"],
  ["PERM-36", "both", "subscriptions", "edit"],
  ["PERM-37", "both", "subscriptions", "assign"],
  ["PERM-38", "both", "subscriptions", "delete"],
  ["PERM-40", "both", "support", "add"],
  ["PERM-41", "both", "support", "edit"],
  ["PERM-42", "both", "support", "assign"],
  ["PERM-43", "both", "support", "delete"],
  ["PERM-45", "both", "mivoice_business", "add"],
  ["PERM-46", "both", "mivoice_business", "edit"],
  ["PERM-47", "both", "mivoice_business", "assign"],
  ["PERM-48", "both", "mivoice_business", "delete"],
  ["PERM-50", "both", "customer_care", "add"],
  ["PERM-51", "both", "customer_care", "edit"],
  ["PERM-52", "both", "customer_care", "assign"],
  ["PERM-53", "both", "customer_care", "delete"],
  ["PERM-55", "both", "developer", "add"],
  ["PERM-56", "both", "developer", "edit"],
  ["PERM-57", "both", "developer", "assign"],
  ["PERM-58", "both", "developer", "delete"],
  ["PERM-60", "both", "orders", "add"],
  ["PERM-61", "both", "orders", "edit"],
  ["PERM-62", "both", "orders", "assign"],
  ["PERM-63", "both", "orders", "delete"],
] as const;

test.each(NOT_APPLICABLE.map(([row, base, feature, action]) => ({ row, base, feature, action })))("$row ROLE-09 $feature/$action does not apply to $base, and ticking it gives nothing", ({ base, feature, action }) => {
  for (const role of base === "both" ? BASE_ROLES : [base]) {
    expect(PERMISSION_TABLE[role].find((line) => line.feature === feature)?.boxes[action]).toBeUndefined();
    expect(tidyGrants(role, [...standardGrants(role), `${feature}.${action}`])).toEqual(standardGrants(role));
  }
});

test.each([
  { row: "PERM-04", base: "account_admin" as BaseRole, box: "account.view" as const },
  { row: "PERM-09", base: "partner" as BaseRole, box: "accounts.view" as const },
])("$row $box is always on for $base", ({ base, box }) => {
  expect(tidyGrants(base, [])).toEqual([box]);
});

test("ROLE-02 a custom role never has more than its base role", () => {
  const everything = FEATURES.flatMap((feature) => ACTIONS.map((action) => `${feature}.${action}`));
  for (const base of BASE_ROLES) expect(tidyGrants(base, everything)).toEqual(standardGrants(base));
});

test("without view the other boxes of a feature count for nothing", () => {
  expect(tidyGrants("account_admin", ["users.add", "users.edit", "users.delete", "roles.assign"])).toEqual(["account.view"]);
  const { grants } = { grants: grantsOf("partner", ["users.edit", "roles.delete", "roles.view"]) };
  expect([...grants].toSorted()).toEqual(["account.view", "accounts.view", "roles.delete", "roles.view"]);
});
