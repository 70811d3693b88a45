/** What an account admin is shown of the integrations, whose role has only some boxes of Integrations & Apps. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { panelOn } from "./integrations-panel.ts";
import { addAccount, ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Page;
let admin: Page;
let accountId = "";
let role: { id: string; version: number };

beforeAll(async () => {
  ({ page: partner } = await open());
  await signInWithMiAccess(partner, "Mara");
  accountId = await addAccount(partner, "Narrow Industries");
  await ask(partner, "POST", `/accounts/${accountId}/integrations`, { integrations: ["mitel_one", "zoom", "micollab"].map((key) => ({ key })) });
  role = await ask(partner, "POST", "/roles", { name: "Narrow admin", base: "account_admin", grants: ["integrations.view"] });
  await ask(partner, "POST", `/roles/${role.id}/assign`, { accounts: { mode: "some", ids: [accountId] } });
  const user = await registerUser(partner, accountId, { firstName: "Nils", lastName: "Boye", email: "nils.boye@narrow.example" });
  const { version } = await ask<{ version: number }>(partner, "GET", `/accounts/${accountId}/users/${user.id}`);
  await ask(partner, "PATCH", `/accounts/${accountId}/users/${user.id}`, { version, role: role.id });
  ({ page: admin } = await open());
  await admin.goto(`${url}/login`);
  await signIn(admin, user.email, user.password);
  await admin.waitForURL(/\/dashboard/);
});

/** Gives the role these boxes of Integrations & Apps, and opens the panel anew as its holder. */
async function panelWith(...actions: string[]): Promise<ReturnType<typeof panelOn>> {
  const { version } = await ask<{ version: number }>(partner, "GET", `/roles/${role.id}`);
  await ask(partner, "PATCH", `/roles/${role.id}`, { version, grants: actions.map((action) => `integrations.${action}`) });
  const on = panelOn(admin);
  await on.openPage(`/accounts/${accountId}`);
  return on;
}

const addNew = () => admin.getByRole("button", { name: "Add new" });
const privilege = () => admin.getByRole("switch", { name: "Delegated Authentication" });

test("INTEG-28 PERM-29 with View alone everything is seen and nothing can be pressed; without it there is neither panel nor menu entry", async () => {
  const on = await panelWith("view");
  await on.row("MiCollab").waitFor();
  expect(await addNew().isDisabled()).toBe(true);
  expect(await on.row("MiCollab").getByRole("switch", { name: "MiCollab" }).isDisabled()).toBe(true);
  expect(await on.row("Zoom").getByText("Complete setup").count()).toBe(0);
  expect(await on.row("Zoom").getByRole("button", { name: "Delete Zoom" }).count()).toBe(0);
  expect(await on.row("Mitel One").getByRole("button", { name: "Settings of Mitel One" }).count()).toBe(0);
  expect(await privilege().count()).toBe(0);
  await panelWith();
  await admin.getByText("This page was not found").waitFor();
  expect(await on.inNavigation("Integrations & Apps").count()).toBe(0);
  await on.openPage(`/accounts/${accountId}`, "information");
  expect(await admin.getByRole("heading", { name: "Integrations", exact: true }).count()).toBe(0);
});

test("PERM-30 PERM-33 with Add there is Add new and the privileges can be switched, but the catalogue removes nothing without Delete", async () => {
  const on = await panelWith("view", "add");
  expect(await privilege().isEnabled()).toBe(true);
  await on.openCatalogue();
  await on.card("MiCollab").getByText("Added", { exact: true }).waitFor();
  expect(await on.card("MiCollab").getByRole("button").count()).toBe(0);
  await panelWith("view", "add", "delete");
  await on.openCatalogue();
  await on.card("MiCollab").getByRole("button", { name: "Added: MiCollab" }).waitFor();
});

test("PERM-31 OP1-68 with Edit what is there can be configured; privileges are seen and disabled", async () => {
  const on = await panelWith("view", "edit");
  expect(await addNew().isDisabled()).toBe(true);
  expect(await privilege().isDisabled()).toBe(true);
  await on.row("Zoom").getByText("Complete setup").waitFor();
  await on.row("Mitel One").getByRole("button", { name: "Settings of Mitel One" }).waitFor();
});

test("PERM-33 OP1-69 with Delete alone integrations are removed in the panel", async () => {
  const on = await panelWith("view", "delete");
  expect(await addNew().isDisabled()).toBe(true);
  await on.row("MiCollab").getByRole("switch", { name: "MiCollab" }).click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("MiCollab");
});
