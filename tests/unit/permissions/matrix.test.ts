import { expect, test } from "vitest";
import { permissionsOf, roleMay } from "#lib/permissions/matrix.ts";
import { ACTIONS, FEATURES } from "#lib/permissions/schemas.ts";

/** V View, A Add, E Edit, S Assign, D Delete, as the manual's tables tick them. */
const LETTERS = { V: "view", A: "add", E: "edit", S: "assign", D: "delete" } as const;

function ticked(table: Record<string, string>): string[] {
  return Object.entries(table).flatMap(([feature, letters]) => [...letters].map((letter) => `${feature}/${LETTERS[letter as keyof typeof LETTERS]}`)).toSorted();
}

function granted(role: "partner" | "account_admin" | "user"): string[] {
  return permissionsOf(role).map(({ feature, action }) => `${feature}/${action}`).toSorted();
}

test("PERM-01 the default Partner table", () => {
  const table = { accounts: "VAED", roles: "VAESD", orders: "V", users: "VAED", user_templates: "VAED", integrations: "VAED", subscriptions: "VA", support: "V", mivoice_business: "V" };
  // The line "Account" is the Account Admin's; a partner inside an account has it through "Accounts".
  expect(granted("partner").filter((entry) => !entry.startsWith("account/"))).toEqual(ticked(table));
});

test("PERM-02 the default Account Admin table", () => {
  const table = { account: "VE", users: "VAED", user_templates: "VAED", roles: "VS", integrations: "VAED", subscriptions: "V", support: "V", mivoice_business: "V" };
  expect(granted("account_admin")).toEqual(ticked(table));
});

test("a user administers nothing", () => {
  for (const feature of FEATURES) for (const action of ACTIONS) expect(roleMay("user", { feature, action })).toBe(false);
});
