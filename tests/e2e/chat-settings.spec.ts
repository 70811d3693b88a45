/** The chat settings of an account, as a partner and an account admin change them. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Visitor;
let admin: Visitor;
let account = "";

beforeAll(async () => {
  admin = await open();
  account = await signInAsDemoAdmin(admin.page);
  partner = await open();
  await signInWithMiAccess(partner.page, "Mara");
});

const box = (page: Page) => page.getByRole("checkbox", { name: "Allow editing and deleting of messages" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Chat Service Settings" });

/** Opens the dialog by the icon beside "Chat" in the panel "Integrations". */
async function openDialog(page: Page): Promise<void> {
  const panel = page.locator("section", { has: page.getByRole("heading", { name: "Integrations", exact: true }) });
  await panel.getByRole("heading", { name: "Chat", exact: true }).waitFor();
  await panel.getByRole("button", { name: "Chat Service Settings" }).click();
  await dialog(page).waitFor();
}

async function press(page: Page, button: "Cancel" | "Save"): Promise<void> {
  await dialog(page).getByRole("button", { name: button, exact: true }).click();
  await dialog(page).waitFor({ state: "detached" });
}

const stored = () => ask<{ allowEditingAndDeleting: boolean }>(admin.page, "GET", `${account}/chat-settings`).then((settings) => settings.allowEditingAndDeleting);

test("CHAT-02 CHAT-03 CHAT-04 CHAT-05 a partner opens the dialog on Account Information; it says what the service is, and the box is ticked", async () => {
  const { page } = partner;
  await page.goto(`${url}/accounts`);
  await page.getByRole("link", { name: "Ballad Industries" }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Account", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  await openDialog(page);
  await dialog(page)
    .getByText("Chat service is an integration used by the other services from Mitel (e.g. MiCC, MiTeam Meetings, MiCollab, Cloudlink Gateway, MOMA). It controls sending and receiving messages.", { exact: true })
    .waitFor();
  expect(await box(page).isChecked()).toBe(true);
  expect((await dialog(page).getByRole("button").allInnerTexts()).filter((text) => text.trim() !== "")).toEqual(["Cancel", "Save"]);
});

test("CHAT-07 Cancel leaves the setting as it is stored, and the dialog shows that when it is opened again", async () => {
  const { page } = partner;
  await box(page).uncheck();
  await press(page, "Cancel");
  expect(await stored()).toBe(true);
  await openDialog(page);
  expect(await box(page).isChecked()).toBe(true);
});

test("CHAT-01 CHAT-06 cleared by a partner and saved, the service is told that users can not edit or delete; ticked again by the account admin, that they can", async () => {
  await box(partner.page).uncheck();
  await press(partner.page, "Save");
  expect(await stored()).toBe(false);
  await partner.page.getByText("Users can not edit or delete their messages.").waitFor();
  await openDialog(partner.page);
  expect(await box(partner.page).isChecked()).toBe(false);
  const { page } = admin;
  await page.goto(`${url}${account}/information`);
  await openDialog(page);
  expect(await box(page).isChecked()).toBe(false);
  await box(page).check();
  await press(page, "Save");
  expect(await stored()).toBe(true);
  await openDialog(page);
  expect(await box(page).isChecked()).toBe(true);
});
