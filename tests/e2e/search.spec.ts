/** Search over everything: pages, actions, accounts and users, by keyboard, as a partner, an account admin and a user. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { aNewUser } from "./customers.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signIn, signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let lighthouse = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  lighthouse = await addAccount(page, "Lighthouse Trust");
  await ask(page, "POST", `/accounts/${lighthouse}/users`, { firstName: "Vendela", lastName: "Sjöberg", email: "vendela@lighthouse.example", accountAdmin: false });
});

const dialog = (visitor: Page) => visitor.getByRole("dialog", { name: "Search or jump to" });
const options = (visitor: Page, group: string) => dialog(visitor).getByRole("group", { name: group }).getByRole("option");

async function search(visitor: Page, text: string): Promise<void> {
  await visitor.getByRole("button", { name: "Search or jump to" }).waitFor();
  await visitor.keyboard.press("Control+k");
  await dialog(visitor).getByRole("combobox").fill(text);
}

test("a partner finds a user of any account by part of the name or address, and Enter opens the user", async () => {
  await page.goto(`${url}/dashboard`);
  await search(page, "sjöb");
  await options(page, "Users").filter({ hasText: "Vendela Sjöberg" }).waitFor();
  expect(await options(page, "Users").first().textContent()).toContain("Lighthouse Trust");
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/accounts/${lighthouse}/users/[0-9a-f-]{36}$`));
  await page.getByRole("heading", { level: 1, name: "Vendela Sjöberg" }).waitFor();
});

test("an account is found by a part of its name, and an action by its own; arrows choose, Escape closes", async () => {
  await page.goto(`${url}/dashboard`);
  await search(page, "light");
  await options(page, "Accounts").filter({ hasText: "Lighthouse Trust" }).waitFor();
  await page.keyboard.press("Escape");
  await dialog(page).waitFor({ state: "hidden" });
  await search(page, "acc");
  await options(page, "Actions").filter({ hasText: "Add Account" }).waitFor();
  const chosen = () => dialog(page).locator("[data-selected=true]").textContent();
  expect(await chosen()).toBe("Accounts");
  await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe("User Management › Account Managers");
  await page.keyboard.press("ArrowDown");
  expect(await chosen()).toBe("Add Account");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/accounts\/new$/);
});

test("within an account its own actions can be begun", async () => {
  await page.goto(`${url}/accounts/${lighthouse}/dashboard`);
  await search(page, "");
  await expect.poll(() => options(page, "Actions").allTextContents()).toEqual(["Add User", "Import Users", "New Template", "Connect network elements", "Add Account"]);
  await options(page, "Actions").filter({ hasText: "Import Users" }).click();
  await page.waitForURL(/\/users\/import$/);
});

test("what finds nothing says so, what fails says so and can be tried again, and an answer that comes too late is dropped", async () => {
  await page.goto(`${url}/dashboard`);
  await search(page, "nobody-has-this");
  await dialog(page).getByText("Nothing found for “nobody-has-this”.").waitFor();
  await page.route("**/api/v1/search?*", (route) => route.abort());
  await dialog(page).getByRole("combobox").fill("vendela");
  await dialog(page).getByText("The search did not work.").waitFor();
  await page.unroute("**/api/v1/search?*");
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await options(page, "Users").filter({ hasText: "Vendela Sjöberg" }).waitFor();

  // The answer to "orchard" is held back until that to "ballad" is on the page.
  const held = Promise.withResolvers<void>();
  await page.route("**/api/v1/search?text=orchard", async (route) => {
    await held.promise;
    await route.continue().catch(() => {});
  });
  const asked = page.waitForRequest(/search\?text=orchard$/);
  await dialog(page).getByRole("combobox").fill("orchard");
  await asked;
  await dialog(page).getByText("Searching…").waitFor();
  await dialog(page).getByRole("combobox").fill("ballad");
  await options(page, "Accounts").filter({ hasText: "Ballad Industries" }).waitFor();
  held.resolve();
  await page.unrouteAll({ behavior: "wait" });
  await expect.poll(() => options(page, "Accounts").allTextContents()).toEqual(["Ballad Industries"]);
  await page.keyboard.press("Escape");
});

test("an account admin finds the own users and nobody else's", async () => {
  const admin = (await open()).page;
  await signInAsDemoAdmin(admin);
  await search(admin, "sato");
  await options(admin, "Users").filter({ hasText: "Hana Sato" }).waitFor();
  await dialog(admin).getByRole("combobox").fill("sjöberg");
  await dialog(admin).getByText("Nothing found for “sjöberg”.").waitFor();
});

test("a user searches pages and actions, and the server is asked for nobody", async () => {
  const user = (await open()).page;
  await user.goto(await aNewUser(page, lighthouse, { firstName: "Wim", lastName: "Bakker", email: "wim@lighthouse.example" }));
  await user.getByLabel("Password", { exact: true }).fill("a quiet harbour at dawn");
  await user.getByRole("button", { name: "Complete" }).click();
  await user.getByText("Your registration is complete").waitFor();
  await signIn(user, "wim@lighthouse.example", "a quiet harbour at dawn");
  await user.waitForURL(/\/dashboard$/);
  // The keys are heard once React has the page.
  await user.reload();
  const asked: string[] = [];
  user.on("request", (request) => asked.push(request.url()));
  await search(user, "vendela");
  await dialog(user).getByText("Nothing found for “vendela”.").waitFor();
  await dialog(user).getByRole("combobox").fill("password");
  await options(user, "Actions").filter({ hasText: "Change your password" }).waitFor();
  await user.keyboard.press("Enter");
  await user.waitForURL(/\/profile#password$/);
  expect(asked.filter((address) => address.includes("/api/v1/search"))).toEqual([]);
});
