/** Integrations of an account, as a partner and an account admin add, set up and remove them. */
import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Visitor;
let page: Page;

beforeAll(async () => {
  partner = await open();
  page = partner.page;
  await signInWithMiAccess(page, "Mara");
});

const MITEL = ["CloudLink Gateway", "MiCC", "MiCollab", "Mitel CX", "Mitel One", "Mitel One Workgroups", "Mitel Voice Assist", "Mitel Workflow Studio", "MiTeam Meetings", "MiVoice Business", "Unify Phone"];
const THIRD_PARTY = ["Zoom", "Single Sign-On", "Microsoft Office 365", "Twilio", "CM.com", "Azure AD Sync", "Microsoft Teams"];

const panel = () => page.locator("section", { has: page.getByRole("heading", { name: "Integrations", exact: true, level: 2 }) });
const row = (name: string) => panel().getByRole("listitem", { name, exact: true });
const catalogue = () => page.getByRole("dialog", { name: "Integrations" });
const card = (name: string) => catalogue().getByRole("listitem", { name, exact: true });
const question = () => page.getByRole("alertdialog");
const inNavigation = (name: string) => page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name, exact: true });
const headings = (list: Locator) => list.getByRole("heading", { level: 3 }).allInnerTexts();

async function newAccount(name: string): Promise<string> {
  return `/accounts/${await addAccount(page, name)}`;
}

async function openPage(account: string, path = "integrations"): Promise<void> {
  await page.goto(`${url}${account}/${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

async function openCatalogue(tab: "Mitel" | "3rd party" = "Mitel"): Promise<void> {
  await page.getByRole("button", { name: "Add new" }).click();
  await catalogue().waitFor();
  if (tab === "3rd party") await catalogue().getByRole("tab", { name: tab }).click();
}

async function done(): Promise<void> {
  await catalogue().getByRole("button", { name: "Done" }).click();
  await catalogue().waitFor({ state: "detached" });
}

/** Adds integrations as people do it; `tab` is where they are. */
async function add(tab: "Mitel" | "3rd party", ...names: string[]): Promise<void> {
  await openCatalogue(tab);
  for (const name of names) await card(name).getByRole("button", { name: `Add ${name}`, exact: true }).click();
  await done();
  for (const name of names) await row(name).waitFor();
}

/** Waits until an integration is removed; what is behind a question is hidden while it is asked. */
async function gone(name: string): Promise<void> {
  await question().waitFor({ state: "detached" });
  await row(name).waitFor({ state: "detached" });
}

test("INTEG-01 INTEG-03 INTEG-05 INTEG-08 INT-01 INT-02 a partner finds the same panel on Account Information and under Integrations & Apps", async () => {
  const account = await newAccount("Panel Industries");
  await page.goto(`${url}/accounts`);
  await page.getByRole("link", { name: "Panel Industries" }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
  await inNavigation("Account").click();
  await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  await panel().getByRole("heading", { name: "Chat" }).waitFor();
  await inNavigation("Integrations & Apps").click();
  await page.getByRole("heading", { level: 1, name: "Integrations and Applications" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${account}/integrations`);
  expect(await headings(panel())).toEqual(["Chat"]);
  const sections = await page.getByRole("heading", { level: 2 }).allInnerTexts();
  expect(sections).toEqual(["Integrations", "Privileges"]);
  expect(await panel().getByRole("button").first().innerText()).toBe("Add new");
});

test("INTEG-14 INTEG-15 INTEG-16 INTEG-17 INTEG-19 INTEG-20 INT-03 INT-05 the catalogue has a search, two tabs with all integrations, and Done", async () => {
  await openPage(await newAccount("Catalogue Industries"));
  await openCatalogue();
  expect(await catalogue().getByPlaceholder("Search integrations").count()).toBe(1);
  expect(await catalogue().getByRole("tab").allInnerTexts()).toEqual(["Mitel", "3rd party"]);
  expect(await catalogue().getByRole("tab", { name: "Mitel" }).getAttribute("aria-selected")).toBe("true");
  expect(await headings(catalogue())).toEqual(MITEL);
  expect(await card("MiCC").getByRole("button").innerText()).toBe("Add");
  await catalogue().getByText("Transform Customer Journey into omnichannel experiences.", { exact: true }).waitFor();
  await catalogue().getByPlaceholder("Search integrations").fill("micol");
  expect(await headings(catalogue())).toEqual(["MiCollab"]);
  await catalogue().getByPlaceholder("Search integrations").fill("nothing like it");
  await catalogue().getByText("No integration matches “nothing like it”.").waitFor();
  await catalogue().getByPlaceholder("Search integrations").fill("");
  await catalogue().getByRole("tab", { name: "3rd party" }).click();
  expect(await headings(catalogue())).toEqual(THIRD_PARTY);
});

test("INTEG-21 INTEG-22 INTEG-23 INT-06 what is picked is added with Done, and not at all when the catalogue is left", async () => {
  const account = await newAccount("Picking Industries");
  await openPage(account);
  await openCatalogue();
  await card("MiCC").getByRole("button", { name: "Add MiCC" }).click();
  await card("MiCC").getByText("Added", { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await catalogue().waitFor({ state: "detached" });
  await page.reload();
  expect(await headings(panel())).toEqual(["Chat"]);
  await add("Mitel", "MiCC", "Mitel CX");
  await openCatalogue();
  await card("MiCC").getByRole("button", { name: "Added: MiCC" }).hover();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  await card("MiCC").getByRole("button", { name: "Add MiCC" }).waitFor();
  await page.keyboard.press("Escape");
  await page.reload();
  expect(await headings(panel())).toEqual(["Chat", "MiCC", "Mitel CX"]);
});

test("INTEG-02 INTEG-04 an account admin opens the same panel by Account, and each sees what the other did, also after a reload", async () => {
  const admin = await open();
  const account = await signInAsDemoAdmin(admin.page);
  const shown = (name: string) => admin.page.getByRole("listitem", { name, exact: true });
  await admin.page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Account", exact: true }).click();
  await admin.page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
  await shown("MiCollab").waitFor();
  await openPage(account);
  await add("Mitel", "Mitel CX");
  await shown("Mitel CX").waitFor();
  await admin.page.reload();
  await shown("Mitel CX").getByRole("switch", { name: "Mitel CX" }).click();
  await admin.page.getByRole("button", { name: "Remove integration" }).click();
  await gone("Mitel CX");
  await admin.context.close();
});

test("INTEG-24 INTEG-25 INTEG-26 INT-12 INT-13 the toggle asks, Cancel keeps, and Remove integration removes and tells by a notification", async () => {
  await openPage(await newAccount("Removing Industries"));
  await add("Mitel", "MiCollab");
  const toggle = row("MiCollab").getByRole("switch", { name: "MiCollab" });
  await toggle.click();
  await question().getByRole("heading", { name: "Remove MiCollab Integration" }).waitFor();
  expect(await question().getByRole("button").allInnerTexts()).toEqual(["Cancel", "Remove integration"]);
  await question().getByText("CloudLink Chat ends in the MiCollab of all users of the account.").waitFor();
  await question().getByText("Delegated Authentication is switched off, as nothing else on the account brings it.").waitFor();
  await question().getByRole("button", { name: "Cancel" }).click();
  await question().waitFor({ state: "detached" });
  expect(await toggle.isChecked()).toBe(true);
  expect(await page.getByRole("switch", { name: "Delegated Authentication" }).isChecked()).toBe(true);
  await toggle.click();
  await question().getByRole("button", { name: "Remove integration" }).click();
  await gone("MiCollab");
  await page.getByRole("button", { name: /^Notifications/ }).click();
  await page.getByText("MiCollab removed").first().waitFor();
  await page.keyboard.press("Escape");
  expect(await page.getByRole("switch", { name: "Delegated Authentication" }).isChecked()).toBe(false);
});

test("VASSIST-11 VASSIST-12 WFS-16 WFS-17 MIVB-09 UNIFY-18 UNIFY-19 UNIFY-20 every way of removing asks with the same two buttons", async () => {
  await openPage(await newAccount("Ways Industries"));
  await add("Mitel", "CloudLink Gateway", "Mitel Workflow Studio", "Unify Phone");
  await add("Mitel", "MiVoice Business", "Mitel Voice Assist");
  const asks = async (name: string) => {
    await question().getByRole("heading", { name: `Remove ${name} Integration` }).waitFor();
    expect(await question().getByRole("button").allInnerTexts()).toEqual(["Cancel", "Remove integration"]);
  };
  await row("MiVoice Business").getByRole("switch", { name: "MiVoice Business" }).click();
  await asks("MiVoice Business");
  await question().getByRole("button", { name: "Remove integration" }).click();
  await gone("MiVoice Business");
  await row("Unify Phone").getByRole("button", { name: "Delete Unify Phone" }).click();
  await asks("Unify Phone");
  await question().getByRole("button", { name: "Cancel" }).click();
  await row("Unify Phone").getByRole("link", { name: "Complete setup of Unify Phone" }).click();
  await page.getByRole("heading", { level: 1, name: "Unify Phone Configuration" }).waitFor();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await asks("Unify Phone");
  await question().getByRole("button", { name: "Remove integration" }).click();
  await page.getByRole("heading", { level: 1, name: "Integrations and Applications" }).waitFor();
  await gone("Unify Phone");
  await openCatalogue();
  for (const name of ["Mitel Workflow Studio", "Mitel Voice Assist"]) {
    await card(name).getByRole("button", { name: `Added: ${name}` }).hover();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await card(name).getByRole("button", { name: `Add ${name}`, exact: true }).waitFor();
  }
  await done();
  for (const answer of ["Remove integration", "Cancel"]) {
    const title = await question().getByRole("heading").innerText();
    expect(["Remove Mitel Workflow Studio Integration", "Remove Mitel Voice Assist Integration"]).toContain(title);
    await question().getByRole("button", { name: answer }).click();
    await question().getByRole("heading", { name: title }).waitFor({ state: "detached" });
  }
  const asked = ["Mitel Workflow Studio", "Mitel Voice Assist"];
  await question().waitFor({ state: "detached" });
  await expect.poll(async () => (await headings(panel())).filter((name) => asked.includes(name)).length).toBe(1);
});

test("INTEG-06 INTEG-07 INT-07 VASSIST-02 VASSIST-03 VASSIST-07 INT-08 Complete setup and a trash icon become toggle and gear", async () => {
  const account = await newAccount("Assist Industries");
  await openPage(account);
  await add("Mitel", "CloudLink Gateway");
  await add("Mitel", "Mitel Voice Assist");
  expect(await row("Mitel Voice Assist").getByRole("switch").count()).toBe(0);
  await row("Mitel Voice Assist").getByRole("button", { name: "Delete Mitel Voice Assist" }).waitFor();
  await row("Mitel Voice Assist").getByText("Complete setup", { exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Voice Assist Settings" }).waitFor();
  await page.getByText("Configure your Mitel Voice Assist flow using the following settings:").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Please fill in Choose recipe:.").first().waitFor();
  await page.getByLabel("Enter number:").fill("2200");
  await page.getByRole("combobox", { name: "Choose timezone:" }).fill("Berlin");
  await page.getByRole("option", { name: "Europe/Berlin" }).click();
  await page.getByRole("combobox", { name: "Choose recipe:" }).click();
  await page.getByRole("option", { name: "Attendant with directory" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(`${url}${account}/integrations`);
  expect(await row("Mitel Voice Assist").getByRole("switch", { name: "Mitel Voice Assist" }).isChecked()).toBe(true);
  await row("Mitel Voice Assist").getByText("Set-up complete").waitFor();
  await row("Mitel Voice Assist").getByRole("button", { name: "Settings of Mitel Voice Assist" }).click();
  await page.getByRole("heading", { level: 1, name: "Voice Assist Settings" }).waitFor();
  expect(await page.getByLabel("Enter number:").inputValue()).toBe("2200");
});

test("ZOOM-04 SSO-02 O365-01 TWILIO-01 CMCOM-01 SCIM-01 SCIM-02 third-party integrations are added, say what completes them, and keep what is typed as a draft", async () => {
  const account = await newAccount("Third Industries");
  await openPage(account, "information");
  await add("3rd party", "Zoom", "Single Sign-On", "Microsoft Office 365", "Twilio", "CM.com", "Azure AD Sync");
  for (const name of ["Zoom", "Single Sign-On", "Twilio", "CM.com", "Azure AD Sync"]) await row(name).getByText("Complete setup", { exact: true }).waitFor();
  await row("Microsoft Office 365").getByText("Setup", { exact: true }).waitFor();
  await row("Zoom").getByText("Complete setup").click();
  await page.getByText("The set-up can not be completed yet").waitFor();
  await page.getByText("There is nothing to enter here until then.").waitFor();
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByLabel("Name").fill("SMS of the shop");
  await page.getByLabel("Auth Token", { exact: true }).fill("a-very-secret-token");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("What you entered is kept. The set-up of Twilio is not complete yet.").first().waitFor();
  await page.reload();
  expect(await page.getByLabel("Name").inputValue()).toBe("SMS of the shop");
  expect(await page.getByLabel("Auth Token", { exact: true }).inputValue()).toBe("");
  await page.getByText("One is stored and never shown. Leave this empty to keep it.").waitFor();
  await openPage(account);
  await row("Twilio").getByText("Not connected to Twilio yet").waitFor();
});

test("MIVB-02 MIVB-03 MIVB-04 INTEG-12 MiVoice Business needs the gateway, and its feature opens it in the navigation", async () => {
  const account = await newAccount("Telephony Industries");
  await openPage(account);
  await openCatalogue();
  await card("MiVoice Business").getByText("Needs CloudLink Gateway on the account. Add that first.").waitFor();
  await card("CloudLink Gateway").getByRole("button", { name: "Add CloudLink Gateway" }).click();
  await card("MiVoice Business").getByRole("button", { name: "Add MiVoice Business" }).click();
  await done();
  await row("MiVoice Business").getByText("Open additional features to see details").waitFor();
  expect(await inNavigation("MiVoice Business").count()).toBe(0);
  await row("MiVoice Business").getByRole("button", { name: "Available features of MiVoice Business" }).click();
  await row("MiVoice Business").getByRole("switch", { name: "Customer Admin Portal" }).check();
  await inNavigation("MiVoice Business").click();
  await page.getByRole("heading", { level: 1, name: "MiVoice Business" }).waitFor();
  await page.getByText("No MiVoice Business is connected").waitFor();
});

test("MIVB-03 MIVB-10 the feature is enabled on the card while adding; after removal the page can not be opened by its address", async () => {
  const account = await newAccount("Cards Industries");
  await openPage(account);
  await add("Mitel", "CloudLink Gateway");
  await openCatalogue();
  await card("MiVoice Business").getByRole("button", { name: "Add MiVoice Business" }).click();
  await card("MiVoice Business").getByRole("button", { name: "Available features of MiVoice Business" }).click();
  await card("MiVoice Business").getByRole("switch", { name: "Customer Admin Portal" }).check();
  await done();
  await inNavigation("MiVoice Business").waitFor();
  await row("MiVoice Business").getByRole("switch", { name: "MiVoice Business" }).click();
  await question().getByRole("button", { name: "Remove integration" }).click();
  await gone("MiVoice Business");
  await inNavigation("MiVoice Business").waitFor({ state: "detached" });
  await page.goto(`${url}${account}/mivoice-business`);
  await page.getByText("This page was not found").waitFor();
});

test("MICC-02 MICC-03 MICC-04 the icon of the contact center is there with MiCC and leads to Chat Overlays, where chats are created, changed and deleted", async () => {
  const account = await newAccount("Overlay Industries");
  await openPage(account, "information");
  expect(await page.getByRole("button", { name: "Contact Center Admin" }).count()).toBe(0);
  await add("Mitel", "MiCC");
  await page.getByRole("button", { name: "Contact Center Admin" }).click();
  await page.getByRole("menuitem", { name: "Contact Center Admin" }).click();
  await page.getByRole("heading", { level: 1, name: "Chat Overlays" }).waitFor();
  await page.getByRole("button", { name: "Create chat" }).click();
  await page.getByLabel("Name").fill("Shop");
  await page.getByRole("textbox", { name: "Website" }).fill("https://shop.ballad.example");
  await page.getByLabel("Heading").fill("Ballad Shop");
  await page.getByRole("figure").getByText("Ballad Shop").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Shop", exact: true }).waitFor();
  await page.getByRole("button", { name: "Edit Shop" }).click();
  await page.getByLabel("Show the chat on the website").uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Taken off").waitFor();
  await page.getByRole("button", { name: "Delete Shop" }).click();
  await question().getByText("https://shop.ballad.example no longer shows it.").waitFor();
  await question().getByRole("button", { name: "Delete chat" }).click();
  await page.getByText("No chats yet").waitFor();
});

test("WG-01 WG-02 Customer Care comes with Mitel One Workgroups, and holds the workgroups", async () => {
  const account = await newAccount("Care Industries");
  await ask(page, "POST", `${account}/users`, { firstName: "Dana", lastName: "Ortiz", email: "dana.ortiz@care.example", accountAdmin: false });
  await openPage(account);
  expect(await inNavigation("Customer Care").count()).toBe(0);
  await add("Mitel", "Mitel One Workgroups");
  await inNavigation("Customer Care").click();
  await page.getByRole("heading", { level: 1, name: "Customer Care" }).waitFor();
  await page.getByRole("button", { name: "Add workgroup" }).click();
  await page.getByLabel("Name").fill("Front desk");
  await page.getByRole("combobox", { name: "Members" }).fill("dana");
  await page.getByRole("option", { name: /Dana Ortiz/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Front desk" }).waitFor();
  await page.getByText("1 member").waitFor();
});

test("ONE-01 ONE-02 ONE-03 ONE-04 ONE-05 ONE-06 ONE-07 ONE-08 ONE-09 ONE-10 ONE-11 Mitel One has its settings, and Chat and MiTeam Meetings beneath it", async () => {
  const account = await newAccount("One Industries");
  await openPage(account);
  await add("Mitel", "MiTeam Meetings");
  await add("Mitel", "Mitel One");
  await row("MiTeam Meetings").waitFor({ state: "detached" });
  expect(await headings(panel())).toEqual(["Mitel One"]);
  await row("Mitel One").getByRole("button", { name: "Available features of Mitel One" }).click();
  const features = row("Mitel One").getByRole("list").getByRole("switch");
  expect(await features.count()).toBe(3);
  for (const name of ["Chat", "MiTeam Meetings", "Telephony"]) {
    const toggle = row("Mitel One").getByRole("switch", { name, exact: true });
    expect(await toggle.isChecked()).toBe(true);
    await toggle.uncheck();
    await page.getByText(`${name} is off in Mitel One`).first().waitFor();
  }
  await page.reload();
  await row("Mitel One").getByRole("button", { name: "Available features of Mitel One" }).click();
  for (const feature of await features.all()) expect(await feature.isChecked()).toBe(false);
  await row("Mitel One").getByRole("button", { name: "Chat Service Settings" }).click();
  await page.getByRole("dialog", { name: "Chat Service Settings" }).getByRole("button", { name: "Cancel" }).click();
  await row("Mitel One").getByRole("button", { name: "Settings of MiTeam Meetings" }).click();
  await page.getByRole("dialog", { name: "MiTeam Meetings" }).getByLabel("Optional Waiting Room").waitFor();
  await page.keyboard.press("Escape");
  const dialog = page.getByRole("dialog", { name: "Mitel One Settings" });
  const box = dialog.getByRole("checkbox", { name: "Allow users to change their avatar" });
  const openSettings = () => row("Mitel One").getByRole("button", { name: "Settings of Mitel One", exact: true }).click();
  await openSettings();
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

test("ONE-12 ONE-13 Mitel One is removed by its settings or its toggle, and Chat and MiTeam Meetings stand by themselves again", async () => {
  await openPage(await newAccount("Former Industries"));
  await add("Mitel", "MiTeam Meetings", "MiCollab");
  for (const way of ["settings", "toggle"] as const) {
    await add("Mitel", "Mitel One");
    if (way === "toggle") await row("Mitel One").getByRole("switch", { name: "Mitel One" }).click();
    else {
      await row("Mitel One").getByRole("button", { name: "Settings of Mitel One", exact: true }).click();
      await page.getByRole("dialog", { name: "Mitel One Settings" }).getByRole("button", { name: "Remove" }).click();
    }
    await question().getByRole("heading", { name: "Remove Mitel One Integration" }).waitFor();
    await question().getByRole("button", { name: "Remove integration" }).click();
    await gone("Mitel One");
    expect((await headings(panel())).toSorted()).toEqual(["Chat", "MiCollab", "MiTeam Meetings"]);
  }
});

test("MEET-01 MEET-07 MEET-09 MEET-10 the waiting room is changed with the word only, and Remove in its panel removes MiTeam Meetings", async () => {
  await openPage(await newAccount("Meeting Industries"));
  await add("Mitel", "MiTeam Meetings");
  const dialog = page.getByRole("dialog", { name: "MiTeam Meetings" });
  const toggle = dialog.getByRole("switch", { name: "Optional Waiting Room" });
  const word = dialog.getByLabel("Type confirm in the box below to continue.");
  const openSettings = async () => {
    await row("MiTeam Meetings").getByRole("button", { name: "Settings of MiTeam Meetings" }).click();
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
  await question().getByRole("button", { name: "Remove integration" }).click();
  await gone("MiTeam Meetings");
});

test("WFS-12 WFS-13 Workflow Studio is added switched off and slid to ON", async () => {
  await openPage(await newAccount("Flow Industries"));
  await add("Mitel", "Mitel Workflow Studio");
  const toggle = row("Mitel Workflow Studio").getByRole("switch", { name: "Mitel Workflow Studio" });
  expect(await toggle.isChecked()).toBe(false);
  await toggle.click();
  await row("Mitel Workflow Studio").getByText("Added", { exact: true }).waitFor();
  expect(await toggle.isChecked()).toBe(true);
});

test("CONFLICT-01 CONFLICT-02 CONFLICT-03 CONFLICT-04 CONFLICT-07 CONFLICT-09 the search for a phone number conflict is there with Azure AD Sync", async () => {
  const account = await newAccount("Conflict Industries");
  await ask(page, "POST", `${account}/users`, { firstName: "Dana", lastName: "Ortiz", email: "dana.ortiz@conflict.example", mobileNumber: "+491715550123", accountAdmin: false });
  const link = page.getByRole("button", { name: "Click here if you have an Azure AD Sync phone number conflict" });
  await openPage(account, "users");
  expect(await link.count()).toBe(0);
  await openPage(account);
  await add("3rd party", "Azure AD Sync");
  await openPage(account, "users");
  await link.click();
  const dialog = page.getByRole("dialog", { name: "Phone Number Conflict Search" });
  const search = async (number: string) => {
    await dialog.getByRole("searchbox").fill(number);
    await dialog.getByRole("button", { name: "Search" }).click();
  };
  await search("2000");
  await dialog.getByText("No user found with this number.").waitFor();
  await search("+49 171 5550123");
  await dialog.getByRole("heading", { name: "Dana Ortiz" }).waitFor();
  for (const text of ["Status: ACTIVE", "Username: dana.ortiz@conflict.example", "Phone: +491715550123"]) await dialog.getByText(text).waitFor();
  await dialog.getByRole("button", { name: "Delete Dana Ortiz" }).click();
  await question().getByRole("button", { name: "Delete user" }).click();
  await dialog.getByText("No user found with this number.").waitFor();
});
