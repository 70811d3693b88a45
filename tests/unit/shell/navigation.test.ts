import { describe, expect, test } from "vitest";
import { currentPage, groupOf, isGroup, navigationFor, pageAbove, pagesOf } from "#components/shell/navigation.ts";
import type { NavigationItem } from "#components/shell/navigation.ts";
import { DEFINITIONS } from "#lib/integrations/registry.ts";
import { broughtPages } from "#lib/integrations/rules.ts";
import type { Feature } from "#lib/permissions/schemas.ts";
import messages from "#lib/messages/en/shell.json" with { type: "json" };

const accountId = "0199-a1";
const everything = () => true;
const nothing = () => false;
const label = ({ id }: { id: keyof typeof messages.navigation }) => messages.navigation[id];
const outline = (items: readonly NavigationItem[]) => items.map((item) => (isGroup(item) ? [label(item), item.pages.map(label)] : label(item)));

describe("what the navigation holds", () => {
  test("a partner without an account open has the pages of the Partner level", () => {
    expect(outline(navigationFor({ level: "partner", accountId, may: everything, unrestricted: true }))).toEqual(["Dashboard", "Accounts", ["User Management", ["Account Managers", "Roles and Permissions"]], ["Billing", ["Orders"]], "Developer"]);
    expect(outline(navigationFor({ level: "partner", accountId, may: everything, unrestricted: false }))).toEqual(["Dashboard", "Accounts", ["User Management", ["Roles and Permissions"]], ["Billing", ["Orders"]], "Developer"]);
  });

  test("within an account the account's menu takes the place of the partner's", () => {
    expect(outline(navigationFor({ level: "account", accountId, may: everything, unrestricted: true }))).toEqual([
      "Dashboard",
      "Account",
      ["User Management", ["Users", "User Templates", "User Roles", "Roles and Permissions"]],
      "Integrations & Apps",
      ["Billing", ["Subscriptions", "Licenses"]],
      ["Provisioning", ["Network Elements", "Runs", "Differences"]],
      ["Support", ["Support Logs", "Event History"]],
    ]);
  });

  test("WG-01 MIVB-04 NAV-07 what integrations bring stands after Billing, for those who may view it", () => {
    const brought = [{ id: "mivoiceBusiness", path: "mivoice-business", key: "m", needs: "mivoice_business" }, { id: "customerCare", path: "customer-care", key: "c", needs: "customer_care" }] as const;
    const first = (may: (feature: Feature) => boolean) => outline(navigationFor({ level: "account", accountId, may, unrestricted: true, brought })).slice(3, 7);
    expect(first(everything)).toEqual(["Integrations & Apps", ["Billing", ["Subscriptions", "Licenses"]], "MiVoice Business", "Customer Care"]);
    expect(first((feature) => feature !== "customer_care")).toEqual(["Integrations & Apps", ["Billing", ["Subscriptions", "Licenses"]], "MiVoice Business", ["Provisioning", ["Network Elements", "Runs", "Differences"]]]);
    const keys = pagesOf(navigationFor({ level: "account", accountId, may: everything, unrestricted: true, brought })).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("MIVB-05 MIVB-06 VASSIST-08 with all that can be there: the order from top to bottom, below MiVoice Business its own, and a letter for each page", () => {
    const states = Object.fromEntries(DEFINITIONS.map(({ key, features = [] }) => [key, { status: "on" as const, features: Object.fromEntries(features.map((feature) => [feature.key, true])) }]));
    const items = navigationFor({ level: "account", accountId, may: everything, unrestricted: true, hasGateway: true, hasHistory: true, brought: broughtPages(DEFINITIONS, states) });
    const stated = ["Dashboard", "Account", "User Management", "Integrations & Apps", "Billing", "MiVoice Business", "System Inventory", "Support"];
    const names = items.map(label);
    expect(names.filter((name) => stated.includes(name))).toEqual(stated.filter((name) => names.includes(name)));
    const below = items.flatMap((item) => (!isGroup(item) && item.id === "mivoiceBusiness" ? (item.below ?? []) : [])).map(label);
    expect(["Numbers", "Locations", "Emergency Services", "Voice Gateway", "Tools"].filter((name) => below.includes(name))).toEqual(below);
    const keys = pagesOf(items).map(({ key }) => key);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test("what stands below a page comes after it, keeps its order, and leads back to it", () => {
    const brought = broughtPages(DEFINITIONS, { mivoice_business: { status: "on", features: { administration: true } }, mitel_one_workgroups: { status: "on", features: {} } });
    const items = navigationFor({ level: "account", accountId, may: everything, unrestricted: true, brought });
    const names = pagesOf(items).map(label);
    expect(names.slice(names.indexOf("MiVoice Business")).slice(0, 2)).toEqual(["MiVoice Business", "Numbers"]);
    const numbers = currentPage(items, `/accounts/${accountId}/mivoice-business/numbers`);
    expect([numbers?.id, pageAbove(items, numbers)?.id, groupOf(items, numbers)]).toEqual(["mivoiceBusinessNumbers", "mivoiceBusiness", undefined]);
    const keys = pagesOf(items).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const without = navigationFor({ level: "account", accountId, may: (feature) => feature !== "mivoice_business", unrestricted: true, brought });
    expect(pagesOf(without).map(label)).not.toContain("Numbers");
  });

  test("the partner's own account has users and no telephony, and its dashboard is the partner's", () => {
    const items = navigationFor({ level: "partnerAccount", accountId, may: everything, unrestricted: true });
    expect(outline(items)).toEqual(["Dashboard", "Account", ["User Management", ["Users"]], ["Support", ["Event History"]]]);
    expect(pagesOf(items)[0]?.href).toBe("/dashboard");
  });

  test("every address within an account names that account", () => {
    const pages = pagesOf(navigationFor({ level: "account", accountId, may: everything, unrestricted: true }));
    expect(pages.filter(({ href }) => !href.startsWith(`/accounts/${accountId}/`))).toEqual([]);
  });

  test("what may not be viewed is absent, and so is a group of which nothing is left", () => {
    const withoutSupport = navigationFor({ level: "account", accountId, may: (feature) => feature !== "support", unrestricted: true });
    expect(withoutSupport.map(({ id }) => id)).not.toContain("support");
    const templatesOnly = navigationFor({ level: "account", accountId, may: (feature, action) => feature === "user_templates" && action === "view", unrestricted: false });
    expect(outline(templatesOnly)).toEqual(["Dashboard", ["User Management", ["User Templates"]]]);
  });

  test("who may do nothing, and an end user, have the dashboard alone", () => {
    for (const level of ["partner", "account"] as const) expect(outline(navigationFor({ level, accountId, may: nothing, unrestricted: false }))).toEqual(["Dashboard"]);
    expect(outline(navigationFor({ level: "user", accountId, may: everything, unrestricted: true }))).toEqual(["Dashboard"]);
  });

  test("no two pages of a level go by the same letter", () => {
    const keys = pagesOf(navigationFor({ level: "account", accountId, may: everything, unrestricted: true })).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("where an address belongs", () => {
  const items = navigationFor({ level: "account", accountId, may: everything, unrestricted: true });

  test("a page below an entry marks that entry and its group", () => {
    const page = currentPage(items, `/accounts/${accountId}/users/new`);
    expect(page?.id).toBe("users");
    expect(groupOf(items, page)?.id).toBe("userManagement");
  });

  test("an address that only begins alike does not", () => {
    expect(currentPage(items, `/accounts/${accountId}/users-archive`)).toBeUndefined();
  });

  test("of two entries above an address the closer one counts", () => {
    const nested: NavigationItem[] = [{ id: "accounts", href: "/accounts", key: "a" }, { id: "users", href: "/accounts/users", key: "u" }];
    expect(currentPage(nested, "/accounts/users/1")?.id).toBe("users");
  });
});
