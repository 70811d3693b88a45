import { expect, test } from "vitest";
import { actionsFor } from "#components/shell/actions.ts";
import { grantsOf, may } from "#lib/permissions/grants.ts";
import type { Action, Feature, Role } from "#lib/permissions/schemas.ts";

const accountId = "0199-a1";
const mayAs = (role: Role) => (feature: Feature, action: Action) => may({ grants: grantsOf(role) }, feature, action);
const ids = (asked: Omit<Parameters<typeof actionsFor>[0], "accountId">) => actionsFor({ accountId, ...asked }).map(({ id }) => id);

test("a partner adds accounts anywhere, and works in the account that is open", () => {
  expect(ids({ level: "partner", may: mayAs("partner"), hasPassword: false })).toEqual(["addAccount"]);
  expect(ids({ level: "partnerAccount", may: mayAs("partner"), hasPassword: false })).toEqual(["addAccount"]);
  expect(ids({ level: "account", may: mayAs("partner"), hasPassword: false })).toEqual(["addUser", "importUsers", "newTemplate", "connectElements", "addAccount"]);
});

test("an account admin works in the account and adds none; a user changes the own password", () => {
  expect(ids({ level: "account", may: mayAs("account_admin"), hasPassword: true })).toEqual(["addUser", "importUsers", "newTemplate", "connectElements", "changePassword"]);
  expect(ids({ level: "user", may: mayAs("user"), hasPassword: true })).toEqual(["changePassword"]);
});

test("the actions of an account lead into that account", () => {
  const actions = actionsFor({ level: "account", accountId, may: mayAs("account_admin"), hasPassword: false });
  expect(actions.filter(({ href }) => !href.startsWith(`/accounts/${accountId}/`))).toEqual([]);
});
