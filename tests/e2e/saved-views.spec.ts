/** Saved views of a list. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
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
