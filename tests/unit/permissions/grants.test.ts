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

// The boxes that do not apply, one row each.
const NOT_APPLICABLE = [
  { row: "PERM-05", base: "account_admin", feature: "account", action: "add" },
  { row: "PERM-07", base: "account_admin", feature: "account", action: "assign" },
  { row: "PERM-08", base: "account_admin", feature: "account", action: "delete" },
  { row: "PERM-12", base: "partner", feature: "accounts", action: "assign" },
  { row: "PERM-17", base: "both", feature: "users", action: "assign" },
  { row: "PERM-22", base: "both", feature: "user_templates", action: "assign" },
  { row: "PERM-32", base: "both", feature: "integrations", action: "assign" },
  { row: "PERM-36", base: "both", feature: "subscriptions", action: "edit" },
  { row: "PERM-37", base: "both", feature: "subscriptions", action: "assign" },
  { row: "PERM-38", base: "both", feature: "subscriptions", action: "delete" },
  { row: "PERM-40", base: "both", feature: "support", action: "add" },
  { row: "PERM-41", base: "both", feature: "support", action: "edit" },
  { row: "PERM-42", base: "both", feature: "support", action: "assign" },
  { row: "PERM-43", base: "both", feature: "support", action: "delete" },
  { row: "PERM-45", base: "both", feature: "mivoice_business", action: "add" },
  { row: "PERM-46", base: "both", feature: "mivoice_business", action: "edit" },
  { row: "PERM-47", base: "both", feature: "mivoice_business", action: "assign" },
  { row: "PERM-48", base: "both", feature: "mivoice_business", action: "delete" },
  { row: "PERM-50", base: "both", feature: "customer_care", action: "add" },
  { row: "PERM-51", base: "both", feature: "customer_care", action: "edit" },
  { row: "PERM-52", base: "both", feature: "customer_care", action: "assign" },
  { row: "PERM-53", base: "both", feature: "customer_care", action: "delete" },
  { row: "PERM-55", base: "both", feature: "developer", action: "add" },
  { row: "PERM-56", base: "both", feature: "developer", action: "edit" },
  { row: "PERM-57", base: "both", feature: "developer", action: "assign" },
  { row: "PERM-58", base: "both", feature: "developer", action: "delete" },
  { row: "PERM-60", base: "both", feature: "orders", action: "add" },
  { row: "PERM-61", base: "both", feature: "orders", action: "edit" },
  { row: "PERM-62", base: "both", feature: "orders", action: "assign" },
  { row: "PERM-63", base: "both", feature: "orders", action: "delete" },
] as const;

test.each(NOT_APPLICABLE)("$row ROLE-09 $feature/$action does not apply to $base, and ticking it gives nothing", ({ base, feature, action }) => {
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
