/** Support contacts of an account, as a partner and as its account admin keep them. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");

const field = (page: Page) => page.getByRole("combobox", { name: "Support Contacts" });
const chosen = async (page: Page) => (await page.getByRole("list", { name: "Chosen support contacts" }).getByRole("listitem").allInnerTexts()).map((text) => text.trim());
const save = async (page: Page) => {
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Account saved").first().waitFor();
};

describe("a partner", () => {
  let page: Page;
  let id = "";
  const kept = async () => (await ask<{ supportContacts: { email: string }[] }>(page, "GET", `/accounts/${id}`)).supportContacts.map(({ email }) => email);

  beforeAll(async () => {
    ({ page } = await open());
    await signInWithMiAccess(page, "Jonas");
    await signInWithMiAccess((await open()).page, "Mara");
    id = await addAccount(page, "Contact Keepers");
  });

  test("SUPCON-01 SUPCON-02 SUPCON-06 SUPCON-07 SUPCON-09 finds a partner by name, types an address, and both hold once they are saved", async () => {
    await page.goto(`${url}/accounts/${id}/information`);
    await expect.poll(() => chosen(page)).toEqual(["help@northwind.example"]);
    await field(page).pressSequentially("lindq");
    await page.getByRole("option", { name: /Mara Lindqvist/ }).click();
    await field(page).fill("night.desk@northwind.example");
    await field(page).press("Enter");
    await expect.poll(() => chosen(page)).toEqual(["help@northwind.example", "Mara Lindqvist", "night.desk@northwind.example"]);
    expect(await kept()).toEqual(["help@northwind.example"]);
    await save(page);
    expect(await kept()).toEqual(["help@northwind.example", "mara.lindqvist@northwind.example", "night.desk@northwind.example"]);
  });

  test("SUPCON-08 an invalid address is named as such and not added", async () => {
    await page.goto(`${url}/accounts/${id}/information`);
    await field(page).fill("nobody@@nowhere");
    await field(page).press("Enter");
    await page.getByText("Contains an invalid email").first().waitFor();
    await expect.poll(() => chosen(page)).toHaveLength(3);
  });

  test("SUPCON-10 goes from the dashboard to the account and takes a contact off with its X; the last one can not be taken off", async () => {
    await page.goto(`${url}/dashboard`);
    await page.getByRole("link", { name: "View Accounts" }).first().click();
    await page.getByRole("link", { name: "Contact Keepers" }).click();
    await page.getByRole("button", { name: "Remove Mara Lindqvist" }).click();
    await page.getByRole("button", { name: "Remove help@northwind.example" }).click();
    await save(page);
    expect(await kept()).toEqual(["night.desk@northwind.example"]);
    await page.getByRole("button", { name: "Remove night.desk@northwind.example" }).click();
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Please add at least one support contact.").first().waitFor();
    expect(await kept()).toEqual(["night.desk@northwind.example"]);
  });
});

describe("an account admin", () => {
  let page: Page;

  beforeAll(async () => {
    ({ page } = await open());
    await signInAsDemoAdmin(page);
  });

  test("INFO-02 opens the own account with Account in the navigation, and no other by its address", async () => {
    await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Account", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
    expect(await page.getByLabel("Customer Name", { exact: true }).inputValue()).toBe("Ballad Industries");
    await page.goto(`${url}/accounts/01990000-0000-7000-8000-000000000000/information`);
    await page.getByText("This page was not found").waitFor();
    await page.goto(`${url}/dashboard`);
  });

  test("SUPCON-12 SUPCON-13 SUPCON-14 goes from the dashboard to the account, adds a suggested address with Add, saves, and takes it off again", async () => {
    await page.getByRole("link", { name: "View account" }).first().click();
    await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
    const before = await chosen(page);
    expect(before.length).toBeGreaterThan(0);
    await field(page).pressSequentially("dana.ort");
    const option = page.getByRole("option", { name: /dana\.ortiz@ballad\.example/ });
    await option.getByText("Add").waitFor();
    await option.click();
    await expect.poll(() => chosen(page)).toEqual([...before, "Dana Ortiz"]);
    await save(page);
    await page.reload();
    await expect.poll(async () => (await chosen(page)).toSorted()).toEqual([...before, "Dana Ortiz"].toSorted());
    await page.getByRole("button", { name: "Remove Dana Ortiz" }).click();
    await save(page);
    await page.reload();
    await expect.poll(() => chosen(page)).toEqual(before);
  });

  test("INFO-04 is offered neither to deactivate nor to delete the account", async () => {
    for (const name of ["Deactivate", "Delete"]) expect(await page.getByRole("button", { name, exact: true }).count(), name).toBe(0);
  });
});
