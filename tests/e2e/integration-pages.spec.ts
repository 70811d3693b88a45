/** The pages that integrations bring. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { panelOn } from "./integrations-panel.ts";
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

test("MIVB-02 MIVB-03 MIVB-04 INTEG-12 MiVoice Business needs the gateway, and its feature opens it in the navigation", async () => {
  const account = await on.newAccount("Telephony Industries");
  await on.openPage(account);
  await on.openCatalogue();
  await on.card("MiVoice Business").getByText("Needs CloudLink Gateway on the account. Add that first.").waitFor();
  await on.card("CloudLink Gateway").getByRole("button", { name: "Add CloudLink Gateway" }).click();
  await on.card("MiVoice Business").getByRole("button", { name: "Add MiVoice Business" }).click();
  await on.done();
  await on.row("MiVoice Business").getByText("Open additional features to see details").waitFor();
  expect(await on.inNavigation("MiVoice Business").count()).toBe(0);
  await on.row("MiVoice Business").getByRole("button", { name: "Available features of MiVoice Business" }).click();
  await on.row("MiVoice Business").getByRole("switch", { name: "Customer Admin Portal" }).check();
  await on.inNavigation("MiVoice Business").click();
  await page.getByRole("heading", { level: 1, name: "MiVoice Business" }).waitFor();
  await page.getByText("No MiVoice Business is connected").waitFor();
});

test("MIVB-03 MIVB-10 the feature is enabled on the card while adding; after removal the page can not be opened by its address", async () => {
  const account = await on.newAccount("Cards Industries");
  await on.openPage(account);
  await on.add("Mitel", "CloudLink Gateway");
  await on.openCatalogue();
  await on.card("MiVoice Business").getByRole("button", { name: "Add MiVoice Business" }).click();
  await on.card("MiVoice Business").getByRole("button", { name: "Available features of MiVoice Business" }).click();
  await on.card("MiVoice Business").getByRole("switch", { name: "Customer Admin Portal" }).check();
  await on.done();
  await on.inNavigation("MiVoice Business").waitFor();
  await on.row("MiVoice Business").getByRole("switch", { name: "MiVoice Business" }).click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("MiVoice Business");
  await on.inNavigation("MiVoice Business").waitFor({ state: "detached" });
  await page.goto(`${url}${account}/mivoice-business`);
  await page.getByText("This page was not found").waitFor();
});

test("MICC-02 MICC-03 MICC-04 the icon of the contact center is there with MiCC and leads to Chat Overlays, where chats are created, changed and deleted", async () => {
  const account = await on.newAccount("Overlay Industries");
  await on.openPage(account, "information");
  expect(await page.getByRole("button", { name: "Contact Center Admin" }).count()).toBe(0);
  await on.add("Mitel", "MiCC");
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
  await on.question().getByText("https://shop.ballad.example no longer shows it.").waitFor();
  await on.question().getByRole("button", { name: "Delete chat" }).click();
  await page.getByText("No chats yet").waitFor();
});

test("WG-01 WG-02 Customer Care comes with Mitel One Workgroups, and holds the workgroups", async () => {
  const account = await on.newAccount("Care Industries");
  await ask(page, "POST", `${account}/users`, { firstName: "Dana", lastName: "Ortiz", email: "dana.ortiz@care.example", accountAdmin: false });
  await on.openPage(account);
  expect(await on.inNavigation("Customer Care").count()).toBe(0);
  await on.add("Mitel", "Mitel One Workgroups");
  await on.inNavigation("Customer Care").click();
  await page.getByRole("heading", { level: 1, name: "Customer Care" }).waitFor();
  await page.getByRole("button", { name: "Add workgroup" }).click();
  await page.getByLabel("Name").fill("Front desk");
  await page.getByRole("combobox", { name: "Members" }).fill("dana");
  await page.getByRole("option", { name: /Dana Ortiz/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("heading", { name: "Front desk" }).waitFor();
  await page.getByText("1 member").waitFor();
});

test("USER-05 CONFLICT-01 CONFLICT-02 CONFLICT-03 CONFLICT-04 CONFLICT-07 CONFLICT-09 the search for a phone number conflict is there with Azure AD Sync", async () => {
  const account = await on.newAccount("Conflict Industries");
  await ask(page, "POST", `${account}/users`, { firstName: "Dana", lastName: "Ortiz", email: "dana.ortiz@conflict.example", mobileNumber: "+491715550123", accountAdmin: false });
  const link = page.getByRole("button", { name: "Click here if you have an Azure AD Sync phone number conflict" });
  await on.openPage(account, "users");
  expect(await link.count()).toBe(0);
  await on.openPage(account);
  await on.add("3rd party", "Azure AD Sync");
  await on.openPage(account, "users");
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
  await on.question().getByRole("button", { name: "Delete user" }).click();
  await dialog.getByText("No user found with this number.").waitFor();
});
