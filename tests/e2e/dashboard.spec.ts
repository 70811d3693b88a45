/** The dashboards, the navigation around every page, and the bell. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { addAccount } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const navigation = (page: Page) => page.getByRole("navigation", { name: "Main navigation" });
const actions = (page: Page) => page.getByRole("main").getByRole("link");
const offers = async (page: Page, name: string) => (await page.getByRole("main").getByRole("link", { name, exact: true }).count()) > 0;

describe("a partner", () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open());
    await signInWithMiAccess(page, "Mara");
  });

  test("DASH-01 DASH-02 DASH-07 DASH-13 NOTIF-01 sees the own name, avatar and partner, the way to the accounts, the bell, and no password to change", async () => {
    await page.goto(`${url}/dashboard`);
    await page.getByRole("heading", { level: 1, name: /Mara Lindqvist/ }).waitFor();
    await page.getByRole("button", { name: "Menu of Mara Lindqvist" }).waitFor();
    await page.getByText("Northwind Telecom").first().waitFor();
    await page.getByRole("button", { name: /^Notifications/ }).waitFor();
    expect(await offers(page, "Change your password")).toBe(false);
    for (const name of ["View account", "View users", "Add a user"]) expect(await offers(page, name), name).toBe(false);
    await actions(page).filter({ hasText: "View Accounts" }).first().click();
    await page.waitForURL(`${url}/accounts`);
  });

  test("NAV-08 NAV-09 NAV-10 the end of the navigation has Support, Legal, the language and the copyright line", async () => {
    const footer = page.getByRole("contentinfo").or(page.locator("footer")).first();
    await footer.getByText("© 2025 Mitel Networks").waitFor();
    for (const name of ["Support", "Legal"]) {
      const link = footer.getByRole("link", { name });
      expect(await link.getAttribute("href"), name).toMatch(/^https:\/\/www\.mitel\.com\//);
      expect(await link.getAttribute("target"), name).toBe("_blank");
    }
    await footer.getByRole("button", { name: /Supported Languages|EN/ }).waitFor();
  });

  test("DASH-06 DASH-10 DASH-11 DASH-12 DASH-14 searches for another account, acts in it as its admin, and comes back to Partner level", async () => {
    const id = await addAccount(page, "Osprey Logistics");
    await page.goto(`${url}/dashboard`);
    await page.getByRole("button", { name: /Switch account/ }).click();
    await page.getByPlaceholder("Search accounts").or(page.getByRole("combobox", { name: "Search accounts" })).first().fill("osprey");
    await page.getByRole("option", { name: /Osprey Logistics/ }).click();
    await page.waitForURL(`${url}/accounts/${id}/dashboard`);
    await page.getByText("Osprey Logistics is open, with Mara Lindqvist acting as its Account Admin.").waitFor();
    for (const name of ["User Management", "Billing", "Support"]) await navigation(page).getByRole("button", { name }).waitFor();
    await navigation(page).getByRole("link", { name: "Integrations & Apps" }).waitFor();
    expect(await navigation(page).getByRole("link", { name: "Accounts", exact: true }).count()).toBe(0);
    for (const [name, path] of [["View account", "information"], ["View users", "users"], ["Add a user", "users/new"]] as const) {
      await page.goto(`${url}/accounts/${id}/dashboard`);
      await actions(page).filter({ hasText: name }).first().click();
      await page.waitForURL(`${url}/accounts/${id}/${path}`);
    }
    await page.getByRole("link", { name: "Back to Partner level" }).click();
    await page.waitForURL(`${url}/dashboard`);
    await navigation(page).getByRole("link", { name: "Accounts", exact: true }).waitFor();
  });

  test("DASH-04 Logout in the menu of the avatar ends the session", async () => {
    const { page: other } = await open();
    await signInWithMiAccess(other, "Mara");
    await other.getByRole("button", { name: "Menu of Mara Lindqvist" }).click();
    await other.getByRole("menuitem", { name: "Logout" }).click();
    await other.waitForURL(/\/login/);
    await other.goto(`${url}/accounts`);
    await other.waitForURL(/\/login\?next=/);
  });
});

describe("an account admin", () => {
  let page: Page;
  let account = "";
  beforeAll(async () => {
    ({ page } = await open());
    account = `${url}${await signInAsDemoAdmin(page)}`;
  });

  async function importUsers(...rows: string[]): Promise<void> {
    await page.goto(`${account}/users/import`);
    const buffer = Buffer.from(["FIRST NAME,LAST NAME,NAME,EMAIL,ROLE", ...rows].join("\n"));
    await page.setInputFiles("input[type=file]", { name: `${rows.length}.csv`, mimeType: "text/csv", buffer });
    await page.getByText("No errors found").waitFor();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText(/users? (was|were) added/).first().waitFor();
  }

  test("LOGIN-13 DASH-05 DASH-13 sees the account by its name, and the way to account, users, a new user and the password; no accounts of others", async () => {
    await page.getByRole("heading", { level: 1, name: /Ada Brandt/ }).waitFor();
    await page.getByText("Ballad Industries").first().waitFor();
    for (const name of ["View account", "View users", "Add a user", "Change your password"]) expect(await offers(page, name), name).toBe(true);
    expect(await offers(page, "View Accounts")).toBe(false);
    expect(await page.getByRole("button", { name: /Switch account/ }).count()).toBe(0);
    await page.getByRole("link", { name: "Change your password" }).click();
    await page.getByLabel("Current password", { exact: true }).waitFor();
  });

  test("DASH-03 a name that is changed on the Users page shows on the dashboard", async () => {
    await page.goto(`${account}/users?search=ada.brandt`);
    await page.getByRole("link", { name: "Ada Brandt" }).first().click();
    await page.getByLabel("Name", { exact: true }).fill("Ada M. Brandt");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Changes saved").first().waitFor();
    await page.goto(`${account}/dashboard`);
    await page.getByRole("heading", { level: 1, name: /Ada M\. Brandt/ }).waitFor();
  });

  test("NOTIF-04 NOTIF-06 NOTIF-07 NOTIF-08 the bell lists the latest with their status; Dismiss All empties the view, deleting is for good", async () => {
    await importUsers("Ruth,Adler,,ruth.adler@ballad.example,User");
    await importUsers("Siri,Berg,,siri.berg@ballad.example,User", "Tom,Cole,,tom.cole@ballad.example,User");
    const bell = page.getByRole("button", { name: /^Notifications/ });
    const panel = page.getByRole("dialog", { name: "Notifications" });
    const entries = panel.getByRole("listitem");
    await bell.click();
    await entries.first().getByText("Completed").waitFor();
    const before = await entries.count();
    expect(before).toBeGreaterThanOrEqual(2);
    await panel.getByRole("button", { name: "Dismiss All" }).click();
    await panel.getByText("They come back with a refresh or a new notification.").waitFor();
    expect(await entries.count()).toBe(0);
    await page.reload();
    await bell.click();
    await expect.poll(() => entries.count()).toBe(before);
    await entries.first().getByRole("button", { name: /^Delete notification/ }).click();
    await expect.poll(() => entries.count()).toBe(before - 1);
    await page.reload();
    await bell.click();
    await expect.poll(() => entries.count()).toBe(before - 1);
  });
});
