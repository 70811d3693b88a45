/** What the preview of an import offers besides the main job, as the demo account's own admin uses it. */
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

async function upload(name: string, ...rows: string[]): Promise<void> {
  await page.goto(`${users}/import`);
  const buffer = Buffer.from(["FIRST NAME,LAST NAME,NAME,EMAIL,ROLE", ...rows].join("\n"));
  await page.setInputFiles("input[type=file]", { name, mimeType: "text/csv", buffer });
  await page.getByText("No errors found").waitFor();
}

async function isListed(name: string): Promise<boolean> {
  await page.goto(`${users}?search=${encodeURIComponent(name)}`);
  await page.getByRole("row", { name }).or(page.getByText("Nothing matches")).first().waitFor();
  return (await page.getByRole("row", { name }).count()) > 0;
}

test("IMPORT-17 the role of a row is changed with a drop-down, and is kept", async () => {
  await upload("roles.csv", "Wanda,Moor,,wanda.moor@ballad.example,User");
  const role = page.getByRole("combobox", { name: "ROLE of row 2" });
  expect(await role.locator("option").allTextContents()).toEqual(["User", "Account Admin"]);
  const saved = page.waitForResponse((answer) => answer.request().method() === "PATCH");
  await role.selectOption("Account Admin");
  expect((await saved).status()).toBe(200);
  await page.reload();
  await expect.poll(() => role.inputValue()).toBe("Account Admin");
});

test("IMPORT-19 a row that was added is empty, can be filled in by keyboard alone, and goes in with the others", async () => {
  await upload("added.csv", "Xander,Pohl,,xander.pohl@ballad.example,User");
  await page.getByRole("button", { name: "Add Row" }).click();
  const cell = (column: string) => page.getByRole("textbox", { name: `${column} of row 3` });
  await cell("FIRST NAME").waitFor();
  expect(await cell("FIRST NAME").inputValue()).toBe("");
  await page.keyboard.type("Yara");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Quist");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("yara.quist@ballad.example");
  await page.keyboard.press("Enter");
  await page.getByText("No errors found").waitFor();
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByText("2 users were added").first().waitFor();
  expect(await isListed("Yara Quist")).toBe(true);
});

test("IMPORT-23 Cancel ends the import after a question, and adds nothing that was not uploaded", async () => {
  await upload("cancelled.csv", "Zeno,Ruhl,,zeno.ruhl@ballad.example,User");
  await page.getByRole("button", { name: "Cancel", exact: true }).click();
  const question = page.getByRole("alertdialog").or(page.getByRole("dialog"));
  await question.getByText("1 row that has not been uploaded is discarded").waitFor();
  await question.getByRole("button", { name: "Cancel the import" }).click();
  await page.getByText("This import was cancelled").waitFor();
  expect(await isListed("Zeno Ruhl")).toBe(false);
});

test("IMPORT-26 the menu of the Users page lists what can be done to the ticked users", async () => {
  await page.goto(users);
  await page.getByRole("row", { name: /Xander Pohl/ }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "More options" }).click();
  const entries = page.getByRole("menuitem");
  await entries.first().waitFor();
  const names = (await entries.allTextContents()).map((text) => text.trim());
  expect(names).toEqual(["Import Users", "Reset CloudLink passwords", "Send CloudLink welcome emails", "Send CloudLink welcome emails to all", "Delete users", "Show/hide columns"]);
});
