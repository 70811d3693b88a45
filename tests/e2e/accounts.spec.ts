/** The customer accounts of a partner, from the list to their deletion. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { until, useBrowser } from "./browser.ts";
import { choose } from "./choose.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const NAME = "Tern Harbour Works";
let page: Page;
let id = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  id = await addAccount(page, NAME);
});

const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
const dialog = () => page.getByRole("dialog").or(page.getByRole("alertdialog"));

test("ACCT-01 ACCT-04 ACCT-09 INFO-01 Accounts in the navigation leads to the list, which narrows while a name is typed and leads to the account", async () => {
  await page.goto(`${url}/dashboard`);
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Accounts" }).click();
  await page.getByRole("heading", { level: 1, name: "Accounts" }).waitFor();
  await row("Ballad Industries").waitFor();
  await page.getByRole("textbox", { name: "Search Accounts" }).pressSequentially("tern h");
  await row("Ballad Industries").waitFor({ state: "detached" });
  await row(NAME).getByRole("link", { name: NAME }).click();
  await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  expect(page.url()).toBe(`${url}/accounts/${id}/information`);
});

test("ACCT-05 an account whose answer was lost on the way is added once, however often Save is pressed", async () => {
  await page.goto(`${url}/accounts/new`);
  await page.getByLabel("Customer Name").fill("Plover Bay Lighting");
  await choose(page, "Country", "Netherlands");
  for (const [label, value] of [["Address", "Quay 2"], ["City / Town", "Rotterdam"], ["Postal / Zip Code", "3011 AB"]] as const) await page.getByLabel(label).fill(value);
  await page.getByLabel("Support Contacts").fill("help@northwind.example");
  await page.getByLabel("Support Contacts").press("Enter");
  await page.route("**/api/v1/accounts", async (route) => {
    await route.fetch();
    await route.abort();
  }, { times: 1 });
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("alert").first().waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/\/dashboard$/);
  expect((await ask<{ total: number }>(page, "GET", "/accounts?search=plover")).total).toBe(1);
});

test("ACCT-07 INFO-08 INFO-11 the Account ID is shown, can be copied and not be changed; so is the Cloud location", async () => {
  const { page: other, context } = await open();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: url });
  await signInWithMiAccess(other, "Mara");
  await other.goto(`${url}/accounts/${id}/information`);
  await other.getByText(id, { exact: true }).waitFor();
  await other.getByRole("button", { name: "Copy the Account ID" }).click();
  expect(await other.evaluate(() => navigator.clipboard.readText())).toBe(id);
  await other.getByText("Cloud location").waitFor();
  for (const label of ["Account ID", "Cloud location", "SAP Customer Number"]) expect(await other.getByRole("textbox", { name: label }).count(), label).toBe(0);
});

test("ACCT-10 INFO-06 INFO-07 the fields can be changed; Save is offered once something differs, and what was saved is there after a reload", async () => {
  await page.goto(`${url}/accounts/${id}/information`);
  const save = page.getByRole("button", { name: "Save" });
  expect(await save.count() === 0 || (await save.isDisabled())).toBe(true);
  for (const [label, value] of [["Customer Name", `${NAME} Ltd`], ["Address", "Quay 2"], ["City / Town", "Delft"], ["Postal / Zip Code", "2611 BB"], ["Province / State", "Zuid-Holland"]] as const) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  for (const label of ["Country", "Default Language", "Business Type"]) expect(await page.getByRole("combobox", { name: label }).isEnabled(), label).toBe(true);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Account saved").first().waitFor();
  await page.reload();
  expect(await page.getByLabel("Customer Name", { exact: true }).inputValue()).toBe(`${NAME} Ltd`);
  expect(await page.getByLabel("City / Town", { exact: true }).inputValue()).toBe("Delft");
});

test("INFO-17 INFO-18 PRIV-01 the two privileges and Bandwidth Optimization are switched each on its own, and stay so", async () => {
  await page.goto(`${url}/accounts/${id}/information`);
  const toggle = (name: string) => page.getByRole("switch", { name });
  for (const [name, told] of [["Bandwidth Optimization", "Bandwidth Optimization is on"], ["Allow Guest Access", "Allow Guest Access is on"]] as const) {
    await toggle(name).click();
    await page.getByText(told).first().waitFor();
  }
  await page.reload();
  const states = await Promise.all(["Delegated Authentication", "Allow Guest Access", "Bandwidth Optimization"].map((name) => toggle(name).isChecked()));
  expect(states).toEqual([false, true, true]);
});

test("ACCT-12 ACCT-13 an account is deactivated only once the word is typed, and not when the question is left", async () => {
  await page.goto(`${url}/accounts/${id}/information`);
  await page.getByRole("button", { name: "Deactivate" }).click();
  await dialog().waitFor();
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
  expect(await ask<{ status: string }>(page, "GET", `/accounts/${id}`)).toMatchObject({ status: "active" });
  await page.getByRole("button", { name: "Deactivate" }).click();
  await dialog().getByRole("textbox").fill("deactiv");
  const confirm = dialog().getByRole("button", { name: "Deactivate" });
  if (await confirm.isEnabled()) await confirm.click();
  expect(await ask<{ status: string }>(page, "GET", `/accounts/${id}`)).toMatchObject({ status: "active" });
  await dialog().getByRole("textbox").fill("deactivate");
  await confirm.click();
  await page.waitForURL(`${url}/accounts?status=deactivated`);
});

test("ACCT-03 the list is switched between active and deactivated accounts, each of them shown in one only", async () => {
  await row(NAME).waitFor();
  expect(await row("Ballad Industries").count()).toBe(0);
  await page.getByRole("button", { name: /Deactivated/ }).or(page.getByRole("combobox", { name: "Accounts shown" })).first().click();
  await page.getByRole("menuitemradio", { name: "Active", exact: true }).or(page.getByRole("option", { name: "Active", exact: true })).or(page.getByRole("menuitem", { name: "Active", exact: true })).first().click();
  await row("Ballad Industries").waitFor();
  expect(await row(NAME).count()).toBe(0);
});

test("ACCT-16 ACCT-21 ACCT-22 ACCT-23 ACCT-24 a deactivated account opens the reactivation instead of its page, which wants the word", async () => {
  await page.goto(`${url}/accounts/${id}/users`);
  await dialog().getByText("Reactivate Customer?").waitFor();
  await dialog().getByText("This customer account was deactivated. To view, edit, or delete the account, it must be re-activated.").waitFor();
  await dialog().getByText("Type reactivate in the box below to continue.").waitFor();
  await dialog().getByLabel("type 'reactivate' *").fill("reactivat");
  await dialog().getByRole("button", { name: "Reactivate" }).click();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await dialog().waitFor({ state: "hidden" });
  await row(NAME).waitFor();
  await row(NAME).getByRole("link", { name: NAME }).click();
  await dialog().getByLabel("type 'reactivate' *").fill("reactivate");
  await dialog().getByRole("button", { name: "Reactivate" }).click();
  await page.waitForURL(`${url}/accounts/${id}/information`);
  await page.goto(`${url}/accounts?search=tern`);
  await row(NAME).waitFor();
});

test("ACCT-17 ACCT-18 INFO-04 an account is deleted only once the word is typed; its address leads nowhere afterwards", async () => {
  await page.goto(`${url}/accounts/${id}/information`);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog().getByRole("textbox").fill("delet");
  const confirm = dialog().getByRole("button", { name: "Delete" });
  if (await confirm.isEnabled()) await confirm.click();
  await ask(page, "GET", `/accounts/${id}`);
  await dialog().getByRole("textbox").fill("delete");
  await confirm.click();
  await page.waitForURL(`${url}/accounts`);
  await until(async () => ((await row(NAME).count()) === 0 ? true : undefined), "The end of the account in the list");
  await page.goto(`${url}/accounts/${id}/information`);
  await page.getByText("This page was not found").waitFor();
  await page.goBack();
  await page.waitForURL(`${url}/accounts`);
  await page.goBack();
  await page.getByText("This page was not found").waitFor();
});
