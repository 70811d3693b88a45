/** Integrations of an account in panel and catalogue, as a partner and an account admin see and add them. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { headings, panelOn } from "./integrations-panel.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let on: ReturnType<typeof panelOn>;

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

const MITEL = ["CloudLink Gateway", "MiCC", "MiCollab", "Mitel CX", "Mitel One", "Mitel One Workgroups", "Mitel Voice Assist", "Mitel Workflow Studio", "MiTeam Meetings", "MiVoice Business", "Unify Phone"];
const THIRD_PARTY = ["Zoom", "Single Sign-On", "Microsoft Office 365", "Twilio", "CM.com", "Azure AD Sync", "Microsoft Teams"];

test("INTEG-01 INTEG-03 INTEG-05 INTEG-08 INT-01 INT-02 a partner finds the same panel on Account Information and under Integrations & Apps", async () => {
  const account = await on.newAccount("Panel Industries");
  await page.goto(`${url}/accounts`);
  await page.getByRole("link", { name: "Panel Industries" }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
  await on.inNavigation("Account").click();
  await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  await on.panel().getByRole("heading", { name: "Chat" }).waitFor();
  await on.inNavigation("Integrations & Apps").click();
  await page.getByRole("heading", { level: 1, name: "Integrations and Applications" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${account}/integrations`);
  expect(await headings(on.panel())).toEqual(["Chat"]);
  const sections = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(sections).toEqual(["Integrations", "Privileges"]);
  expect(await on.panel().getByRole("button").first().innerText()).toBe("Add new");
});

test("INFO-14 INFO-15 INTEG-14 INTEG-15 INTEG-16 INTEG-17 INTEG-19 INTEG-20 INT-03 INT-05 the catalogue has a search, two tabs with all integrations, and Done", async () => {
  await on.openPage(await on.newAccount("Catalogue Industries"));
  await on.openCatalogue();
  expect(await on.catalogue().getByPlaceholder("Search integrations").count()).toBe(1);
  expect(await on.catalogue().getByRole("tab").allInnerTexts()).toEqual(["Mitel", "3rd party"]);
  expect(await on.catalogue().getByRole("tab", { name: "Mitel" }).getAttribute("aria-selected")).toBe("true");
  expect(await headings(on.catalogue())).toEqual(MITEL);
  expect(await on.card("MiCC").getByRole("button").innerText()).toBe("Add");
  await on.catalogue().getByText("Transform Customer Journey into omnichannel experiences.", { exact: true }).waitFor();
  await on.catalogue().getByPlaceholder("Search integrations").fill("micol");
  expect(await headings(on.catalogue())).toEqual(["MiCollab"]);
  await on.catalogue().getByPlaceholder("Search integrations").fill("nothing like it");
  await on.catalogue().getByText("No integration matches “nothing like it”.").waitFor();
  await on.catalogue().getByPlaceholder("Search integrations").fill("");
  await on.catalogue().getByRole("tab", { name: "3rd party" }).click();
  expect(await headings(on.catalogue())).toEqual(THIRD_PARTY);
});

test("INTEG-21 INTEG-22 INTEG-23 INT-06 what is picked is added with Done, and not at all when the catalogue is left", async () => {
  const account = await on.newAccount("Picking Industries");
  await on.openPage(account);
  await on.openCatalogue();
  await on.card("MiCC").getByRole("button", { name: "Add MiCC" }).click();
  await on.card("MiCC").getByText("Added", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await on.catalogue().waitFor({ state: "detached" });
  await page.reload();
  expect(await headings(on.panel())).toEqual(["Chat"]);
  await on.add("Mitel", "MiCC", "Mitel CX");
  await on.openCatalogue();
  await on.card("MiCC").getByRole("button", { name: "Added: MiCC" }).hover();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await on.card("MiCC").getByRole("button", { name: "Add MiCC" }).waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  expect(await headings(on.panel())).toEqual(["Chat", "MiCC", "Mitel CX"]);
});

test("INTEG-02 INTEG-04 CX-01 an account admin opens the same panel by Account, and each sees what the other did, also after a reload", async () => {
  const admin = await open();
  const account = await signInAsDemoAdmin(admin.page);
  const shown = (name: string) => admin.page.getByRole("listitem", { name, exact: true });
  await admin.page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Account", exact: true }).click();
  await admin.page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  await shown("MiCollab").waitFor();
  await on.openPage(account);
  await on.add("Mitel", "Mitel CX");
  await shown("Mitel CX").waitFor();
  await admin.page.reload();
  await shown("Mitel CX").getByRole("switch", { name: "Mitel CX" }).click();
  await admin.page.getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Mitel CX");
  await admin.context.close();
});
