/** The Users page and the form of a user, as an account admin works with them. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { DEMO_ADMIN } from "#lib/processes/demo-people.ts";
import { useBrowser } from "./browser.ts";
import { choose } from "./choose.ts";
import { countMails, linkIn, mailTo } from "./mailbox.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let account = "";
const users = () => `${url}${account}/users`;
const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
const tick = (name: string) => row(name).getByRole("checkbox").check();
const dialog = () => page.getByRole("dialog").or(page.getByRole("alertdialog"));

async function add(firstName: string, lastName: string): Promise<string> {
  const email = `${firstName}.${lastName}@ballad.example`.toLowerCase();
  return (await ask<{ id: string }>(page, "POST", `${account}/users`, { firstName, lastName, email })).id;
}

beforeAll(async () => {
  ({ page } = await open());
  account = await signInAsDemoAdmin(page);
  for (const name of ["Uma", "Vera", "Wim"]) await add(name, "Quell");
});

test("USER-01 User Management expands to Users, and a user of the list opens", async () => {
  const navigation = page.getByRole("navigation", { name: "Main navigation" });
  const entry = navigation.getByRole("link", { name: "Users", exact: true });
  const group = navigation.getByRole("button", { name: "User Management" });
  if (!(await entry.isVisible())) await group.click();
  await entry.click();
  await page.waitForURL(users());
  await page.getByRole("link", { name: "Uma Quell" }).click();
  await page.getByRole("heading", { level: 1, name: "Uma Quell" }).waitFor();
});

test("USER-02 a partner comes to the same list by way of the account", async () => {
  const { page: partner } = await open();
  await signInWithMiAccess(partner, "Mara");
  await partner.getByRole("link", { name: "View Accounts" }).first().click();
  // The dashboard names the account too, where something of it needs attention.
  await partner.waitForURL(`${url}/accounts`);
  await partner.getByRole("link", { name: "Ballad Industries" }).click();
  await partner.waitForURL(`${url}${account}/information`);
  const navigation = partner.getByRole("navigation", { name: "Main navigation" });
  const entry = navigation.getByRole("link", { name: "Users", exact: true });
  if (!(await entry.isVisible())) await navigation.getByRole("button", { name: "User Management" }).click();
  await entry.click();
  await partner.getByRole("link", { name: "Uma Quell" }).waitFor();
});

test("USER-04 USER-06 USER-09 the head of the page, and the columns in their order", async () => {
  await page.goto(users());
  await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  await page.getByRole("textbox", { name: "Search Users" }).waitFor();
  await page.getByRole("button", { name: "Add Filter" }).waitFor();
  for (const name of ["Manage all", "Add User"]) await page.getByRole("link", { name, exact: true }).waitFor();
  await page.getByRole("button", { name: "More options" }).waitFor();
  const headers = (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim().toUpperCase());
  expect(headers.slice(0, 7)).toEqual(["", "NAME", "EMAIL ADDRESS", "EXT", "MODIFIED ON (BY)", "LICENSES", "ROLE"]);
  await row("Uma Quell").getByRole("cell", { name: "User", exact: true }).waitFor();
});

test("USER-07 MODIFIED ON (BY) says when and by whom a user was changed", async () => {
  await page.goto(`${users()}?search=uma.quell`);
  await row("Uma Quell").getByRole("cell", { name: /\(Ada .*Brandt\)/ }).waitFor();
  expect(await row("Uma Quell").locator("time").first().getAttribute("datetime")).toMatch(/^\d{4}-\d\d-\d\dT/);
});

test("USER-10 USER-11 the box of the header ticks all that are listed; the button says how many are ticked, and none again", async () => {
  await page.goto(`${users()}?search=quell`);
  await page.getByRole("link", { name: "Manage all" }).waitFor();
  await tick("Uma Quell");
  await page.getByRole("link", { name: "Manage (1)" }).waitFor();
  const all = page.getByRole("columnheader").getByRole("checkbox");
  await all.click();
  await page.getByRole("link", { name: "Manage (3)" }).waitFor();
  for (const name of ["Uma Quell", "Vera Quell", "Wim Quell"]) expect(await row(name).getByRole("checkbox").isChecked(), name).toBe(true);
  await all.click();
  await page.getByRole("link", { name: "Manage all" }).waitFor();
});

test("USER-29 Add Filter offers Property with exactly its eight choices", async () => {
  await page.goto(users());
  await page.getByRole("button", { name: "Add Filter" }).click();
  await dialog().getByRole("button", { name: "Property" }).click();
  await dialog().getByRole("button", { name: "Admins" }).waitFor();
  const choices = await dialog().getByRole("listitem").allInnerTexts();
  expect(choices.map((text) => text.trim())).toEqual(["Admins", "Users", "Registered", "Unregistered", "PBX Users", "MiCloud Connected", "IoT Connected", "Inactive"]);
});

test("USER-15 USER-21 Add User opens the form; the country code of the mobile number is chosen from a list", async () => {
  await page.goto(users());
  await page.getByRole("link", { name: "Add User" }).first().click();
  await page.getByRole("heading", { level: 1, name: "New User" }).waitFor();
  await page.getByLabel("First Name").fill("Xenia");
  await page.getByLabel("Last Name").fill("Quell");
  await page.getByLabel("Email").fill("xenia.quell@ballad.example");
  await choose(page, "Country code", "Germany");
  await page.getByLabel("Mobile Number", { exact: true }).fill("1511234567");
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("User added").first().waitFor();
  const { items } = await ask<{ items: { mobileNumber: string }[] }>(page, "GET", `${account}/users?search=xenia`);
  expect(items).toMatchObject([{ mobileNumber: "+49 1511234567" }]);
});

test("USER-39 Import Users is in the menu of the page", async () => {
  await page.goto(users());
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByRole("menuitem", { name: "Import Users" }).click();
  await page.waitForURL(`${users()}/import`);
});

test("USER-40 USER-42 the form of a user holds the data; Cancel discards and Save stores what was changed", async () => {
  const id = await add("Yves", "Quell");
  await page.goto(`${users()}/${id}`);
  for (const [label, value] of [["Name", "Yves Quell"], ["First Name", "Yves"], ["Last Name", "Quell"], ["Email", "yves.quell@ballad.example"]] as const) {
    expect(await page.getByLabel(label, { exact: true }).inputValue(), label).toBe(value);
    expect(await page.getByLabel(label, { exact: true }).isEditable(), label).toBe(true);
  }
  await page.getByLabel("First Name", { exact: true }).fill("Yvonne");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.goto(`${users()}/${id}`);
  expect(await page.getByLabel("First Name", { exact: true }).inputValue()).toBe("Yves");
  await page.getByLabel("First Name", { exact: true }).fill("Yvo");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Changes saved").first().waitFor();
  await page.reload();
  expect(await page.getByLabel("First Name", { exact: true }).inputValue()).toBe("Yvo");
});

test("pains 41: what somebody else saved meanwhile is in sight after Save, and who was deleted meanwhile is gone from the page", async () => {
  const id = await add("Bela", "Quell");
  await page.goto(`${users()}/${id}`);
  const { version } = await ask<{ version: number }>(page, "GET", `${account}/users/${id}`);
  await page.getByLabel("First Name").fill("Bella");
  await ask(page, "PATCH", `${account}/users/${id}`, { version, lastName: "Quelle" });
  await page.getByRole("button", { name: "Save" }).click();
  const notice = page.getByRole("status").filter({ hasText: "Quelle" });
  await notice.waitFor();
  expect(await notice.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(0);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { level: 1, name: "Bella Quell" }).waitFor();
  await ask(page, "POST", `${account}/users/delete`, { selection: { mode: "some", ids: [id] } });
  await page.getByRole("heading", { name: "This page was not found" }).waitFor();
});

test("USER-43 the link on the page of a user sends the welcome mail once more", async () => {
  const id = await add("Zoe", "Quell");
  await mailTo("zoe.quell@ballad.example", "Welcome");
  const before = await countMails("zoe.quell@ballad.example", "Welcome");
  await page.goto(`${users()}/${id}`);
  await page.getByRole("button", { name: "Resend the welcome email" }).click();
  await page.getByText("The welcome email to zoe.quell@ballad.example is on its way.").first().waitFor();
  await expect.poll(() => countMails("zoe.quell@ballad.example", "Welcome"), { timeout: 20_000 }).toBe(before + 1);
});

test("USER-50 USER-51 USER-52 WELCOME-06 the toggle gives administrative rights, the role says the same, and either takes them away", async () => {
  await page.goto(`${users()}/new`);
  await page.getByLabel("First Name").fill("Abel");
  await page.getByLabel("Last Name").fill("Quist");
  await page.getByLabel("Email").fill("abel.quist@ballad.example");
  const toggle = page.getByRole("switch", { name: "Account Admin" });
  expect(await toggle.isChecked()).toBe(false);
  await toggle.click();
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByText("User added").first().waitFor();
  const { items } = await ask<{ items: { id: string; role: string }[] }>(page, "GET", `${account}/users?search=abel.quist`);
  expect(items).toMatchObject([{ role: "account_admin" }]);
  await page.goto(`${users()}/${items[0]!.id}`);
  expect(await toggle.isChecked()).toBe(true);
  await choose(page, "Role", "User");
  expect(await toggle.isChecked()).toBe(false);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Changes saved").first().waitFor();
  expect(await ask(page, "GET", `${account}/users/${items[0]!.id}`)).toMatchObject({ role: "user" });
  await toggle.click();
  await page.getByRole("combobox", { name: "Role" }).getByText("Account Admin").waitFor();
});

test("USER-53 USER-58 Manage all offers to reset all passwords and to send the welcome mail to all", async () => {
  await page.goto(users());
  await page.getByRole("link", { name: "Manage all" }).click();
  await page.getByRole("heading", { level: 1, name: "Manage all" }).waitFor();
  await page.getByRole("button", { name: "Send CloudLink welcome emails to all" }).waitFor();
  await page.getByRole("button", { name: "Reset passwords for all" }).click();
  await dialog().getByRole("button", { name: "Reset passwords" }).click();
  await dialog().waitFor({ state: "hidden" });
  expect(linkIn(await mailTo(DEMO_ADMIN.email, "password"), "Reset Password")).toContain("/reset-password/");
  expect(await countMails("uma.quell@ballad.example", "password")).toBe(0);
});

test("USER-54 the ticked users' passwords are reset from the menu, or from Manage (x) with the way back to the list", async () => {
  await page.goto(`${users()}?search=quell`);
  await tick("Vera Quell");
  await tick("Wim Quell");
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByRole("menuitem", { name: "Reset CloudLink passwords" }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Manage (2)" }).click();
  await page.getByRole("heading", { level: 1, name: "Manage (2 selected)" }).waitFor();
  await page.getByText("Actions").first().waitFor();
  await page.getByRole("link", { name: "Return to list" }).waitFor();
  await page.getByRole("button", { name: "Send CloudLink welcome emails" }).waitFor();
  await page.getByRole("button", { name: "Reset CloudLink passwords" }).click();
  await dialog().getByText("2 users", { exact: false }).first().waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
});

test("USER-59 what was selected in one account is nobody in another that is gone back to", async () => {
  const { page: partner } = await open();
  await signInWithMiAccess(partner, "Mara");
  const other = `/accounts/${await addAccount(partner, "Selkie Ferries")}/users`;
  await ask(partner, "POST", other, { firstName: "Ona", lastName: "Selk", email: "ona@selkie.example" });
  await partner.goto(users());
  await partner.getByRole("checkbox", { name: "Select all rows of this page" }).check();
  await partner.getByRole("link", { name: /^Manage \(\d+\)$/ }).click();
  await partner.getByRole("heading", { level: 1, name: /^Manage \(\d+ selected\)$/ }).waitFor();
  await partner.goto(`${url}${other}/manage?selected`);
  await partner.getByText("The selection is gone").waitFor();
});

test("USER-61 USER-62 Manage (x) leads to the three kinds of mails; Close leaves the question without sending any", async () => {
  await page.goto(`${users()}?search=quell`);
  for (const name of ["Uma Quell", "Vera Quell", "Wim Quell"]) await tick(name);
  await page.getByRole("link", { name: "Manage (3)" }).click();
  await page.getByRole("heading", { level: 1, name: "Manage (3 selected)" }).waitFor();
  await page.getByRole("link", { name: "Return to list" }).waitFor();
  await page.getByRole("heading", { name: "Actions" }).waitFor();
  for (const name of ["Send CloudLink welcome emails", "Reset CloudLink passwords", "Send MiVoice Business deployment emails"]) await page.getByRole("button", { name, exact: true }).waitFor();
  await page.getByRole("button", { name: "Send MiVoice Business deployment emails" }).click();
  await dialog().getByRole("button", { name: "Close" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Send MiVoice Business deployment emails" }).click();
  await dialog().getByRole("button", { name: "Send the emails" }).click();
  await page.getByText("3 users were left out").waitFor();
  expect(await countMails("uma.quell@ballad.example", "Welcome to MiVB")).toBe(0);
});

test("USER-81 USER-83 ticked users are deleted only once the word is typed", async () => {
  await page.goto(`${users()}?search=quell`);
  await tick("Vera Quell");
  await tick("Wim Quell");
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByRole("menuitem", { name: "Delete users" }).click();
  await dialog().getByText("Delete Selected User(s)?").waitFor();
  await dialog().getByRole("textbox").fill("delet");
  await dialog().getByRole("textbox").press("Enter");
  expect((await ask<{ total: number }>(page, "GET", `${account}/users?search=quell`)).total).toBeGreaterThanOrEqual(3);
  await dialog().getByRole("textbox").fill("delete");
  await dialog().getByRole("button", { name: "Delete 2 users" }).click();
  await row("Vera Quell").waitFor({ state: "detached" });
  expect(await row("Wim Quell").count()).toBe(0);
});

test("USER-82 a user is deleted from the own page, behind the same word", async () => {
  const id = await add("Bea", "Quorn");
  await page.goto(`${users()}/${id}`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog().getByText("Delete User").first().waitFor();
  await dialog().getByRole("textbox").fill("delete");
  await dialog().getByRole("button", { name: "Delete user" }).click();
  await page.waitForURL((address) => address.pathname === `${account}/users`);
  expect((await ask<{ total: number }>(page, "GET", `${account}/users?search=quorn`)).total).toBe(0);
});

test("USER-90 the column of the contact center is hidden until it is ticked in Show/hide columns, and again when it is cleared", async () => {
  await page.goto(users());
  await page.getByRole("columnheader", { name: "Name" }).waitFor();
  expect(await page.getByRole("columnheader", { name: "Contact Center" }).count()).toBe(0);
  const showHide = async () => {
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("dialog", { name: "Show/hide columns" }).getByRole("checkbox", { name: "Contact Center (Mitel CX specific)" }).click();
    await page.keyboard.press("Escape");
  };
  await showHide();
  await page.getByRole("columnheader", { name: "Contact Center" }).waitFor();
  await showHide();
  await page.getByRole("columnheader", { name: "Contact Center" }).waitFor({ state: "detached" });
});

test("USER-89 the menu at the top right opens Show/hide columns with the column of the contact center, and OK leaves it with what was ticked", async () => {
  await page.goto(users());
  for (const shown of [true, false]) {
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("menuitem", { name: "Show/hide columns" }).click();
    const popup = page.getByRole("dialog", { name: "Show/hide columns" });
    await popup.getByRole("checkbox", { name: "Contact Center (Mitel CX specific)" }).setChecked(shown);
    await popup.getByRole("button", { name: "OK" }).click();
    await popup.waitFor({ state: "hidden" });
    await page.getByRole("columnheader", { name: "Contact Center" }).waitFor({ state: shown ? "visible" : "detached" });
  }
});
