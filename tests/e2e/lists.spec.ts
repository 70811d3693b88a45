/** Lists: their saved views, their addresses, and the way to a row and back. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { ask } from "./portal-api.ts";
import { signInAsDemoAdmin } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let users = "";

beforeAll(async () => {
  ({ page } = await open());
  users = `${url}${await signInAsDemoAdmin(page)}/users`;
});

const menu = () => page.getByRole("dialog", { name: "Saved views" });
const openMenu = () => page.getByRole("button", { name: "Views" }).click();

test("pains 11: an address that means nothing, or no longer does, leads to the list and not to a failure", async () => {
  const key = Buffer.from(JSON.stringify(["Ada", "00000000-0000-7000-8000-000000000000"])).toString("base64url");
  for (const query of ["after=nonsense", `after=${key}&sort=modified`, "search=%00", "property=nobody"]) {
    await page.goto(`${users}?${query}`);
    await page.waitForURL(users);
    await page.getByRole("heading", { level: 1, name: "Users" }).waitFor();
  }
  await page.goto(`${users.replace(/users$/, "support/logs")}?after=nonsense`);
  await page.getByRole("heading", { level: 1, name: "Support Logs" }).waitFor();
  await page.goto(url);
  await page.waitForURL(/\/dashboard$/);
});

test("pains 11: Return to list leads to the list as it was left, and so does deleting the user who was looked at", async () => {
  const dialog = page.getByRole("dialog").or(page.getByRole("alertdialog"));
  for (const firstName of ["Vida", "Xaver"]) await ask(page, "POST", new URL(users).pathname, { firstName, lastName: "Larkin", email: `${firstName}.larkin@ballad.example` });
  const list = `${users}?search=larkin&sort=-name`;
  await page.goto(list);
  await page.getByRole("link", { name: "Vida Larkin" }).click();
  await page.getByRole("link", { name: "Return to list" }).click();
  await page.waitForURL(list);
  await page.getByRole("link", { name: "Xaver Larkin" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await dialog.getByRole("textbox").fill("delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.waitForURL(list);
  await page.getByRole("link", { name: "Xaver Larkin" }).waitFor({ state: "detached" });
});

test("a view that was saved in another tab outlives what is saved and chosen in this one", async () => {
  const other = await page.context().newPage();
  for (const tab of [page, other]) await tab.goto(users);
  const save = async (tab: Page, name: string) => {
    await tab.getByRole("button", { name: "Views" }).click();
    await tab.getByLabel("Save this view as").fill(name);
    await tab.getByRole("button", { name: "Save", exact: true }).click();
    await tab.getByRole("button", { name, exact: true, pressed: true }).waitFor();
    await tab.keyboard.press("Escape");
  };
  await save(other, "Of the other tab");
  await save(page, "Of this tab");
  await menu().waitFor({ state: "detached" });
  const kept = page.waitForResponse((response) => response.request().method() === "PUT" && response.url().includes("/me/preferences/"));
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("radio", { name: "Compact" }).check();
  await kept;
  await other.close();
  await page.goto(users);
  await openMenu();
  for (const name of ["Of the other tab", "Of this tab"]) await menu().getByRole("button", { name, exact: true }).waitFor();
  await ask(page, "PUT", "/me/preferences/list.users", { value: {} });
});

test("a view is kept under a name, brought back later, replaced under the same name, and deleted", async () => {
  await page.goto(`${users}?property=admins&sort=-email`);
  await openMenu();
  await menu().getByText("No view has been saved yet.").waitFor();
  await menu().getByRole("button", { name: "Save" }).click();
  await menu().getByText("Give the view a name.").waitFor();
  await menu().getByLabel("Save this view as").fill("Admins by mail");
  await menu().getByRole("button", { name: "Save" }).click();
  await menu().getByRole("button", { name: "Admins by mail", exact: true, pressed: true }).waitFor();

  await page.goto(users);
  await openMenu();
  await menu().getByRole("button", { name: "Admins by mail", exact: true }).click();
  await page.waitForURL((address) => address.searchParams.get("property") === "admins" && address.searchParams.get("sort") === "-email");
  await page.getByText("Property: Admins").waitFor();

  await page.goto(`${users}?search=ada`);
  await openMenu();
  await menu().getByLabel("Save this view as").fill("admins by mail");
  await menu().getByRole("button", { name: "Replace" }).click();
  await menu().getByRole("button", { name: "admins by mail", exact: true, pressed: true }).waitFor();
  expect(await menu().getByRole("listitem").count()).toBe(1);
  await menu().getByRole("button", { name: "Delete the view admins by mail" }).click();
  await menu().getByText("No view has been saved yet.").waitFor();
  await page.reload();
  await openMenu();
  await menu().getByText("No view has been saved yet.").waitFor();
});

test("USER-01 a user pressed right after typing opens, though the search for what was typed is still to begin", async () => {
  await ask(page, "POST", new URL(users).pathname, { firstName: "Wanda", lastName: "Larkin", email: "wanda.larkin@ballad.example" });
  await page.goto(`${users}?search=larkin`);
  const link = page.getByRole("link", { name: "Wanda Larkin" });
  const answer = Promise.withResolvers<void>();
  await page.route(`${url}${await link.getAttribute("href")}*`, async (route) => (await answer.promise, await route.continue()));
  await page.clock.install();
  await page.getByRole("textbox", { name: "Search Users" }).fill("Wanda");
  await link.click();
  await page.clock.runFor(1_000);
  answer.resolve();
  await page.getByRole("heading", { level: 1, name: "Wanda Larkin" }).waitFor();
  await page.unrouteAll({ behavior: "wait" });
});

test("a page whose script can not be fetched, as after an update of the portal, says so and is loaded anew", async () => {
  const { page: other } = await open({ expected: /ChunkLoadError/ });
  await signInAsDemoAdmin(other);
  await other.goto(users);
  const scripts = /\/_next\/static\/chunks\//;
  await other.route(scripts, (route) => route.abort());
  await other.getByRole("link", { name: "User Templates" }).click();
  await other.getByText("The browser could not put this page together").waitFor();
  await other.unroute(scripts);
  await other.getByRole("button", { name: "Try again" }).click();
  await other.getByRole("heading", { level: 1, name: "User Templates" }).waitFor();
});
