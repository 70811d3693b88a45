/** Custom roles, from the form to what their holder is shown. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { PERMISSION_TABLE } from "#lib/permissions/table.ts";
import { useBrowser } from "./browser.ts";
import { findings, findingsEverywhere } from "./findings.ts";
import { addAccount, ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const NAME = "Helpdesk of the quay";
let page: Page;
let accountId = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  accountId = await addAccount(page, "Quayside Roles");
});

const row = (name: string, on = page) => on.getByRole("row", { name: new RegExp(name) });
const box = (line: string, action: string, on = page) => on.getByRole("checkbox", { name: `${line}: ${action}`, exact: true });
const heading = (name: string, on = page) => on.getByRole("heading", { level: 1, name });

async function openRole(name: string): Promise<void> {
  await page.goto(`${url}/roles`);
  await row(name).getByRole("link", { name, exact: true }).click();
  await heading(name).waitFor();
}

describe("the form of a role", () => {
  test("ROLE-03 ROLE-05 ROLE-06 NAV-03 Roles and Permissions leads to the roles, and New Role to the form with Partner chosen", async () => {
    await page.goto(`${url}/dashboard`);
    const navigation = page.getByRole("navigation", { name: "Main navigation" });
    await navigation.getByRole("button", { name: "User Management" }).click();
    await navigation.getByRole("link", { name: "Roles and Permissions" }).click();
    await heading("Roles").waitFor();
    await page.getByRole("link", { name: "New Role" }).first().click();
    await page.getByLabel("Role name").waitFor();
    await page.getByLabel("Description").waitFor();
    expect(await page.getByRole("radio", { name: "Partner", exact: true }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "Administrator (Account Admin)" }).isChecked()).toBe(false);
  });

  test("ROLE-07 ROLE-08 ROLE-09 ROLE-11 the section Permissions has a line per feature with text, Learn more, and a box per action", async () => {
    await page.goto(`${url}/roles/new`);
    await page.getByText("Check and modify permissions").waitFor();
    for (const [base, label] of [["partner", "Partner"], ["account_admin", "Administrator (Account Admin)"]] as const) {
      await page.getByRole("radio", { name: label, exact: true }).check();
      for (const { name, boxes } of PERMISSION_TABLE[base]) {
        for (const [action, column] of [["view", "View"], ["add", "Add"], ["edit", "Edit"], ["assign", "Assign"], ["delete", "Delete"]] as const) {
          const there = boxes[action];
          expect(await box(name, column).isChecked(), `${name} ${column}`).toBe(there !== undefined);
          expect(await box(name, column).isEnabled(), `${name} ${column}`).toBe(there !== undefined && !there.fixed);
        }
      }
      expect(await page.getByRole("button", { name: /^Learn more/ }).count()).toBe(PERMISSION_TABLE[base].length);
    }
    await page.getByRole("button", { name: /^Learn more ?: Users$/ }).click();
    await page.getByText("All others have no effect without View.").waitFor();
  });

  const TEXTS = [
    { row: "ROLE-12", base: "partner", line: "Accounts", text: "Restrict the Partner's ability to create new accounts and change or delete existing accounts." },
    { row: "ROLE-13", base: "partner", line: "Roles and Permissions", text: "Restrict the Partner's ability to view the custom roles, create new roles, assign them to other users, and change or delete existing roles." },
    { row: "ROLE-14", base: "partner", line: "Orders", text: "Restrict the Partner's ability to view and assign orders to customer accounts." },
    { row: "ROLE-15", base: "partner", line: "Users", text: "Restrict the Partner's ability to view users, create new users and edit or delete existing users." },
    { row: "ROLE-16", base: "partner", line: "User Templates", text: "Restrict the Partner's ability to view user templates, create new user templates and edit or delete existing user templates." },
    { row: "ROLE-17", base: "partner", line: "Integrations & Apps", text: "Restrict the Partner's ability to view a customer account's integrations, add integrations to the account, edit the configuration of an integration or delete integrations from an account." },
    { row: "ROLE-18", base: "partner", line: "Subscriptions", text: "Restrict the Partner's ability to view details of the list of subscriptions assigned to a customer account." },
    { row: "ROLE-19", base: "partner", line: "Support", text: "Restrict the Partner's ability to view support logs of a customer account." },
    { row: "ROLE-20", base: "partner", line: "MiVoice Business", text: "Restrict the Partner's ability to access the MiVoice Business features of a customer account." },
    { row: "ROLE-21", base: "account_admin", line: "Account", text: "Restrict the Account Admin's ability to edit the customer account information." },
    { row: "ROLE-22", base: "account_admin", line: "Users", text: "Restrict the Account Admin's ability to view users, create new users and edit or delete existing users." },
    { row: "ROLE-23", base: "account_admin", line: "User Templates", text: "Restrict the Account Admin's ability to view user templates, create new user templates and edit or delete existing user templates." },
    { row: "ROLE-24", base: "account_admin", line: "Roles and Permissions", text: "Restrict the Account Admin's ability to view the custom roles assigned to their customer account and assign them to users." },
    { row: "ROLE-25", base: "account_admin", line: "Integrations & Apps", text: "Restrict the Account Admin's ability to view their account's integrations, add integrations to their account, edit the configuration of an integration or delete integrations." },
    { row: "ROLE-26", base: "account_admin", line: "Subscriptions", text: "Restrict the Account Admin's ability to view details of the list of subscriptions assigned to their customer account." },
    { row: "ROLE-27", base: "account_admin", line: "Support", text: "Restrict the Account Admin's ability to view support logs of their customer account." },
    { row: "ROLE-28", base: "account_admin", line: "MiVoice Business", text: "Restrict the Account Admin's ability to access the MiVoice Business features of their customer account." },
  ] as const;

  test.each(TEXTS)("$row the line $line of $base says what it restricts", async ({ base, line, text }) => {
    if (!page.url().endsWith("/roles/new")) await page.goto(`${url}/roles/new`);
    await page.getByRole("radio", { name: base === "partner" ? "Partner" : "Administrator (Account Admin)", exact: true }).check();
    const header = page.getByRole("rowheader").filter({ has: page.getByText(line, { exact: true }) });
    expect(await header.innerText()).toContain(text);
  });

  test("OP1-65 clearing View clears what has no effect without it, and ticking that ticks View again", async () => {
    await page.goto(`${url}/roles/new`);
    await box("Users", "View").uncheck();
    for (const action of ["Add", "Edit", "Delete"]) expect(await box("Users", action).isChecked()).toBe(false);
    await box("Users", "Delete").check();
    expect(await box("Users", "View").isChecked()).toBe(true);
    expect(await box("Users", "Add").isChecked()).toBe(false);
  });
});

describe("a role from its making to its end", () => {
  test("ROLE-10 Save creates the role and shows its accounts", async () => {
    await page.goto(`${url}/roles/new`);
    await page.getByLabel("Role name").fill(NAME);
    await page.getByLabel("Description").fill("Looks after users");
    await page.getByRole("radio", { name: "Administrator (Account Admin)" }).check();
    await box("Users", "Delete").uncheck();
    await box("Support", "View").uncheck();
    await box("Account", "Edit").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/roles\/[0-9a-f-]{36}\/accounts/);
    await heading(NAME).waitFor();
    expect(await page.getByRole("navigation", { name: "Parts of the role" }).getByRole("link", { name: "Accounts" }).getAttribute("aria-current")).toBe("page");
  });

  test("ROLE-29 ROLE-31 accounts are ticked and assigned, and unassigned again", async () => {
    const tick = () => page.getByRole("checkbox", { name: "Select Quayside Roles" }).check();
    await page.getByRole("textbox", { name: "Search accounts" }).fill("quayside roles");
    await row("Ballad Industries").waitFor({ state: "detached" });
    await tick();
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await page.getByText("Assigned to 1 account").first().waitFor();
    await row("Quayside Roles").getByText("Assigned", { exact: true }).waitFor();
    await tick();
    await page.getByRole("button", { name: "Unassign", exact: true }).click();
    await row("Quayside Roles").getByText("Not assigned").waitFor();
    await tick();
    await page.getByRole("button", { name: "Assign", exact: true }).click();
    await row("Quayside Roles").getByText("Assigned", { exact: true }).waitFor();
  });

  test("UROLE-06 UROLE-04 PERM-18 a user is given it on the user page, and is then shown only what it allows", async () => {
    const user = await registerUser(page, accountId, { firstName: "Nora", lastName: "Haas", email: "nora.haas@quayside.example" });
    await page.goto(`${url}/accounts/${accountId}/users/${user.id}`);
    await page.getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("option", { name: NAME }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Changes saved").first().waitFor();
    const { page: nora } = await open();
    await nora.goto(`${url}/login`);
    await signIn(nora, user.email, user.password);
    await nora.waitForURL(/\/dashboard/);
    const navigation = nora.getByRole("navigation", { name: "Main navigation" });
    await navigation.getByRole("button", { name: "User Management" }).click();
    await navigation.getByRole("link", { name: "Users" }).waitFor();
    expect(await navigation.getByText("Support Logs").count()).toBe(0);
    await nora.goto(`${url}/accounts/${accountId}/users`);
    await row("Nora Haas", nora).waitFor();
    await nora.getByRole("checkbox", { name: "Select Nora Haas" }).check();
    expect(await nora.getByRole("button", { name: "Delete" }).count()).toBe(0);
    await nora.goto(`${url}/accounts/${accountId}/support/logs`);
    await nora.getByText("This page does not exist").or(nora.getByRole("heading", { name: /not found|not exist/i })).first().waitFor();
  });

  test("PERM-06 who may not edit the account sees its details and no Save", async () => {
    const nora = (await open()).page;
    await nora.goto(`${url}/login`);
    await signIn(nora, "nora.haas@quayside.example", "a quiet harbour at dawn");
    await nora.waitForURL(/\/dashboard/);
    await nora.goto(`${url}/accounts/${accountId}/information`);
    await heading("Account Information", nora).waitFor();
    await nora.getByText("Quayside Roles").first().waitFor();
    expect(await nora.getByRole("textbox", { name: "Customer Name" }).count()).toBe(0);
    expect(await nora.getByRole("button", { name: "Save" }).count()).toBe(0);
  });

  test("ROLE-32 OP1-61 a role that somebody holds is not deleted, and the dialog says why", async () => {
    await openRole(NAME);
    await page.getByRole("button", { name: "Delete Role" }).click();
    const dialog = page.getByRole("alertdialog");
    await dialog.getByText(/1 user holds it/).waitFor();
    await dialog.getByLabel(/Type/).fill("delete");
    await dialog.getByRole("button", { name: "Delete", exact: true }).click();
    await dialog.getByText(/1 user holds the role/).waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  test("ROLE-34 ROLE-35 ROLE-36 Duplicate Role opens the form with the permissions of the original and its base fixed", async () => {
    await openRole(NAME);
    await page.getByRole("link", { name: "Duplicate Role" }).click();
    // The form of the original has the same fields, and is there until the new one is.
    await heading("Duplicate of " + NAME).waitFor();
    expect(await page.getByRole("radio", { name: "Administrator (Account Admin)" }).isChecked()).toBe(true);
    expect(await page.getByRole("radio", { name: "Partner", exact: true }).isDisabled()).toBe(true);
    expect(await box("Users", "Delete").isChecked()).toBe(false);
    expect(await box("Users", "Edit").isChecked()).toBe(true);
    await page.getByLabel("Role name").fill("Second helpdesk");
    await box("Users", "Edit").uncheck();
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/roles\/[0-9a-f-]{36}\/accounts/);
    await openRole(NAME);
    expect(await box("Users", "Edit").isChecked()).toBe(true);
  });

  test("ROLE-33 Cancel deletes nothing; the typed word does", async () => {
    await page.goto(`${url}/roles`);
    const menu = () => row("Second helpdesk").getByRole("button", { name: "More for Second helpdesk" }).click();
    await menu();
    await page.getByRole("menuitem", { name: "Delete Role" }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
    await row("Second helpdesk").waitFor();
    await menu();
    await page.getByRole("menuitem", { name: "Delete Role" }).click();
    await page.getByRole("alertdialog").getByLabel(/Type/).fill("delete");
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click();
    await row("Second helpdesk").waitFor({ state: "detached" });
    await row(NAME).waitFor();
  });
});

test("PERM-24 PERM-25 an account admin sees the permissions of the roles of the account, with nothing to add or delete", async () => {
  const { items } = await ask<{ items: { id: string }[] }>(page, "GET", `/accounts/${accountId}/roles`);
  await page.goto(`${url}/accounts/${accountId}/roles/${items[0]!.id}`);
  await heading(NAME).waitFor();
  expect(await box("Users", "View").isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: /Delete|Save/ }).count()).toBe(0);
});

test.each(["light", "dark"] as const)("axe finds nothing on the pages of roles and in their dialog, %s", async (colorScheme) => {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const { items } = await ask<{ items: { id: string; name: string }[] }>(page, "GET", "/roles");
  const { id } = items.find(({ name }) => name === NAME)!;
  for (const path of ["/roles", "/roles?search=nothing-is-called-so", "/roles/new", `/roles/${id}`, `/roles/${id}/accounts`, `/accounts/${accountId}/roles/${id}`]) {
    await page.goto(url + path);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await findingsEverywhere(page), path).toEqual([]);
  }
  await page.goto(`${url}/roles/${id}`);
  await page.getByRole("button", { name: "Delete Role" }).click();
  await page.getByRole("alertdialog").waitFor();
  expect(await findings(page)).toEqual([]);
});
