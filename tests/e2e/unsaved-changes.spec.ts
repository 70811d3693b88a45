/** What was typed and not saved is not lost by a wrong click (pains 53). */
import type { Page } from "playwright-core";
import { beforeEach, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;

const typed = () => page.getByLabel("Customer Name");
const question = () => page.getByRole("alertdialog", { name: "Leave without saving?" });

beforeEach(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  await page.goto(`${url}/accounts`);
  await page.getByRole("link", { name: "Add Account" }).first().click();
  await typed().fill("Half typed");
});

test("a link asks first; who stays has everything, who leaves goes where the link leads", async () => {
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Dashboard" }).click();
  await question().waitFor();
  await page.keyboard.press("Escape");
  await question().waitFor({ state: "hidden" });
  expect(page.url()).toBe(`${url}/accounts/new`);
  expect(await typed().inputValue()).toBe("Half typed");
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Dashboard" }).click();
  await question().getByRole("button", { name: "Leave without saving" }).click();
  await page.waitForURL(`${url}/dashboard`);
});

test("the browser's Back asks too", async () => {
  await page.goBack();
  await question().waitFor();
  await question().getByRole("button").first().click();
  expect(await typed().inputValue()).toBe("Half typed");
  await page.goBack();
  await question().getByRole("button", { name: "Leave without saving" }).click();
  await page.waitForURL(`${url}/accounts`);
});

test("a key that goes to another page asks too", async () => {
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await question().waitFor();
  expect(page.url()).toBe(`${url}/accounts/new`);
});

test("closing or reloading the page asks in the browser's own words", async () => {
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => void setTimeout(() => location.reload()));
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  expect(await typed().inputValue()).toBe("Half typed");
});
