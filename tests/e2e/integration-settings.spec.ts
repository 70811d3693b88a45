/** What is set up and set of integrations. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { headings, panelOn } from "./integrations-panel.ts";
import { ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let on: ReturnType<typeof panelOn>;

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

test("INTEG-06 INTEG-07 INT-07 VASSIST-02 VASSIST-03 VASSIST-07 INT-08 Complete setup and a trash icon become toggle and gear", async () => {
  const account = await on.newAccount("Assist Industries");
  await on.openPage(account);
  await on.add("Mitel", "CloudLink Gateway");
  await on.add("Mitel", "Mitel Voice Assist");
  expect(await on.row("Mitel Voice Assist").getByRole("switch").count()).toBe(0);
  await on.row("Mitel Voice Assist").getByRole("button", { name: "Delete Mitel Voice Assist" }).waitFor();
  await on.row("Mitel Voice Assist").getByText("Complete setup", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Voice Assist Settings" }).waitFor();
  await page.getByText("Configure your Mitel Voice Assist flow using the following settings:").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Please fill in Choose recipe.").first().waitFor();
  await page.getByLabel("Enter number:").fill("2200");
  await page.getByRole("combobox", { name: "Choose timezone:" }).fill("Berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await page.getByRole("combobox", { name: "Choose recipe:" }).click();
  await page.getByRole("option", { name: "Attendant with directory" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`${url}${account}/integrations`);
  expect(await on.row("Mitel Voice Assist").getByRole("switch", { name: "Mitel Voice Assist" }).isChecked()).toBe(true);
  await on.row("Mitel Voice Assist").getByText("Set-up complete").waitFor();
  // It has no gear: its pages are where it is looked after.
  await on.row("Mitel Voice Assist").getByRole("link", { name: "Details of Mitel Voice Assist" }).click();
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByRole("heading", { level: 1, name: "Voice Assist Settings" }).waitFor();
  expect(await page.getByLabel("Enter number:").inputValue()).toBe("2200");
});

test("ZOOM-04 SSO-02 O365-01 TWILIO-01 CMCOM-01 SCIM-01 SCIM-02 third-party integrations are added, say what completes them, and keep what is typed as a draft", async () => {
  const account = await on.newAccount("Third Industries");
  await on.openPage(account, "information");
  await on.add("3rd party", "Zoom", "Single Sign-On", "Microsoft Office 365", "Twilio", "CM.com", "Azure AD Sync");
  await on.row("Twilio").getByText("Complete Setup", { exact: true }).waitFor();
  for (const name of ["Zoom", "Single Sign-On", "CM.com", "Azure AD Sync"]) await on.row(name).getByText("Complete setup", { exact: true }).waitFor();
  await on.row("Microsoft Office 365").getByText("Setup", { exact: true }).waitFor();
  await on.row("Zoom").getByText("Complete setup").click();
  await page.getByText("The set-up can not be completed yet").waitFor();
  await page.getByText("There is nothing to enter here until then.").waitFor();
  await page.goto(`${url}${account}/integrations/cm_com`);
  await page.getByLabel("Name", { exact: true }).fill("SMS of the shop");
  await page.getByLabel("Product Token", { exact: true }).fill("a-very-secret-token");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("What you entered is kept. The set-up of CM.com is not complete yet.").first().waitFor();
  await page.reload();
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("SMS of the shop");
  expect(await page.getByLabel("Product Token", { exact: true }).inputValue()).toBe("");
  await page.getByText("One is stored and never shown. Leave this empty to keep it.").waitFor();
  await on.openPage(account);
  await on.row("CM.com").getByText("Not connected to CM.com yet").waitFor();
});

test("settings that somebody else has changed while they stand open are not overwritten", async () => {
  const account = await on.newAccount("Meanwhile Industries");
  await ask(page, "POST", `${account}/integrations`, { integrations: [{ key: "mitel_one" }] });
  await on.openPage(account);
  await on.row("Mitel One").getByRole("button", { name: "Settings of Mitel One", exact: true }).click();
  const dialog = page.getByRole("dialog");
  const readAnew = page.waitForResponse((response) => response.url().includes("/integrations?_rsc="));
  await ask(page, "PATCH", `${account}/integrations/mitel_one/features`, { features: { telephony: false } });
  await readAnew;
  await dialog.getByLabel("Allow users to change their avatar").uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Mara Lindqvist changed Mitel One meanwhile.").waitFor();
});

test("ONE-01 ONE-02 ONE-03 ONE-04 ONE-05 ONE-06 ONE-07 ONE-08 ONE-09 ONE-10 ONE-11 Mitel One has its settings, and Chat and MiTeam Meetings beneath it", async () => {
  const account = await on.newAccount("One Industries");
  await on.openPage(account);
  await on.add("Mitel", "MiTeam Meetings");
  await on.add("Mitel", "Mitel One");
  await on.row("Mitel One").waitFor();
  await on.row("MiTeam Meetings").waitFor({ state: "detached" });
  expect(await headings(on.panel())).toEqual(["Mitel One"]);
  await on.row("Mitel One").getByRole("button", { name: "Available features of Mitel One" }).click();
  const features = on.row("Mitel One").getByRole("list").getByRole("switch");
  expect(await features.count()).toBe(3);
  for (const name of ["Chat", "MiTeam Meetings", "Telephony"]) {
    const toggle = on.row("Mitel One").getByRole("switch", { name, exact: true });
    expect(await toggle.isChecked()).toBe(true);
    await toggle.uncheck();
    await page.getByText(`${name} is off in Mitel One`).first().waitFor();
  }
  await page.reload();
  await on.row("Mitel One").getByRole("button", { name: "Available features of Mitel One" }).click();
  for (const feature of await features.all()) expect(await feature.isChecked()).toBe(false);
  await on.row("Mitel One").getByRole("button", { name: "Chat Service Settings" }).click();
  await page.getByRole("dialog", { name: "Chat Service Settings" }).getByRole("button", { name: "Cancel" }).click();
  await on.row("Mitel One").getByRole("button", { name: "Settings of MiTeam Meetings" }).click();
  await page.getByRole("dialog", { name: "MiTeam Meetings" }).getByLabel("Optional Waiting Room").waitFor();
  await page.keyboard.press("Escape");
  const dialog = page.getByRole("dialog", { name: "Mitel One Settings" });
  const box = dialog.getByRole("checkbox", { name: "Allow users to change their avatar" });
  const openSettings = () => on.row("Mitel One").getByRole("button", { name: "Settings of Mitel One", exact: true }).click();
  await openSettings();
  await dialog.waitFor();
  expect((await dialog.getByRole("button").allInnerTexts()).filter((text) => text !== "")).toEqual(["Remove", "Cancel", "Save"]);
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await openSettings();
  expect(await box.isChecked()).toBe(true);
  await box.uncheck();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  await openSettings();
  expect(await box.isChecked()).toBe(false);
});

test("MEET-01 MEET-07 MEET-09 MEET-10 the waiting room is changed with the word only, and Remove in its panel removes MiTeam Meetings", async () => {
  await on.openPage(await on.newAccount("Meeting Industries"));
  await on.add("Mitel", "MiTeam Meetings");
  const dialog = page.getByRole("dialog", { name: "MiTeam Meetings" });
  const toggle = dialog.getByRole("switch", { name: "Optional Waiting Room" });
  const word = dialog.getByLabel("Type confirm in the box below to continue.");
  const openSettings = async () => {
    await on.row("MiTeam Meetings").getByRole("button", { name: "Settings of MiTeam Meetings" }).click();
    await dialog.waitFor();
  };
  await openSettings();
  await dialog.getByText("By enabling optional waiting room you will provide users with ability to enable/disable waiting room for guest users while they try to enter the meeting room.", { exact: true }).waitFor();
  expect(await word.count()).toBe(0);
  await toggle.check();
  await dialog.getByText("type 'confirm'", { exact: true }).waitFor();
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Type confirm in the box below to continue.").nth(1).waitFor();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await page.reload();
  await openSettings();
  expect(await toggle.isChecked()).toBe(false);
  await toggle.check();
  await word.fill("confirm");
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  await openSettings();
  expect(await toggle.isChecked()).toBe(true);
  await dialog.getByRole("button", { name: "Remove" }).click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("MiTeam Meetings");
});

test("WFS-12 WFS-13 Workflow Studio is added switched off and slid to ON", async () => {
  await on.openPage(await on.newAccount("Flow Industries"));
  await on.add("Mitel", "Mitel Workflow Studio");
  const toggle = on.row("Mitel Workflow Studio").getByRole("switch", { name: "Mitel Workflow Studio" });
  expect(await toggle.isChecked()).toBe(false);
  await toggle.click();
  await on.row("Mitel Workflow Studio").getByText("Added", { exact: true }).waitFor();
  expect(await toggle.isChecked()).toBe(true);
});
