/** The main job, from the first sign-in of a partner to users with phones, through a real browser, real mail and real peers. */
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { until, useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { countMails, linkIn, mailTo } from "./mailbox.ts";
import { askPeer, peer } from "./peers.ts";

const open = useBrowser();
const portal = inject("portal");
const PRIYA = DEMO_IDENTITIES.find(({ firstName }) => firstName === "Priya")!;
const ADMIN = { first: "Noor", last: "Haan", email: "noor.haan@kestrel.example", password: "kestrel-freight-1" };
const PASSWORD = "own-choice-2026";
const ACCOUNT = "Kestrel Freight";

let partner: Visitor;
let admin: Visitor;
let accountUrl = "";

const heading = (page: Page, name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();

describe("the main job", () => {
  test("LOGIN-02 LOGIN-03 LOGIN-05 LOGIN-06 a partner signs in with MiAccess for the first time and sees the dashboard", async () => {
    partner = await open();
    const { page } = partner;
    await page.goto(`${portal.url}/accounts`);
    await page.waitForURL(/\/login\?next=/);
    await page.goto(`${portal.url}/login`);
    await page.getByRole("button", { name: "MiAccess" }).click();
    await page.getByLabel("Username").fill(PRIYA.username);
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "LOGIN" }).click();
    expect(await page.getByLabel("Username").inputValue()).toBe(PRIYA.username);
    await page.getByLabel("Password").fill(PRIYA.password);
    await page.getByRole("button", { name: "LOGIN" }).click();
    await page.waitForURL(`${portal.url}/dashboard`);
    await page.getByRole("navigation").getByText(PRIYA.organisationName).first().waitFor();
  });

  test("ACCT-05 ACCT-06 ACCT-08 the partner adds a customer account; without a support contact it is not saved", async () => {
    const { page } = partner;
    await page.goto(`${portal.url}/accounts`);
    await page.getByRole("link", { name: "Add Account" }).first().click();
    await heading(page, "Add Account");
    await page.getByLabel("Customer Name").fill(ACCOUNT);
    await page.getByLabel("Address", { exact: true }).fill("Dock 4");
    await page.getByLabel("City / Town").fill("Rotterdam");
    await choose(page, "Country", "Netherlands");
    await page.getByLabel("Postal / Zip Code").fill("3011 AA");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Please add at least one support contact.").first().waitFor();
    const contacts = page.getByRole("combobox", { name: "Support Contacts" });
    await contacts.fill("help@southgate.example");
    await contacts.press("Enter");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
    accountUrl = /^.*\/accounts\/[0-9a-f-]{36}/.exec(page.url())![0];
    await page.goto(`${portal.url}/accounts?search=kestrel`);
    await page.getByRole("row", { name: new RegExp(ACCOUNT) }).waitFor();
  });

  test("connects the four systems; a wrong password is told at once, at its field", async () => {
    const { page } = partner;
    await page.goto(`${accountUrl}/integrations/network-elements`);
    for (const [kind, title] of [["mivb", "MiVoice Business"], ["mbg", "MiVoice Border Gateway"], ["micollab", "MiCollab"], ["micc", "MiContact Center"]] as const) {
      const { address, username, password, name } = peer(kind);
      await page.getByRole("button", { name: `Connect ${title}` }).first().click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Address").fill(address);
      await dialog.getByLabel("User name").fill(username);
      if (kind === "mivb") {
        await dialog.getByLabel("Password", { exact: true }).fill("not-this-one");
        await dialog.getByRole("button", { name: "Connect" }).click();
        await dialog.getByText(/user name or the password/i).first().waitFor();
      }
      await dialog.getByLabel("Password", { exact: true }).fill(password);
      await dialog.getByRole("button", { name: "Connect" }).click();
      await dialog.waitFor({ state: "hidden" });
      await page.getByText(name, { exact: true }).first().waitFor();
    }
  });

  test("WELCOME-02 WELCOME-03 WELCOME-04 WELCOME-05 USER-24 an account admin is added, registers from the mail, and signs in", async () => {
    const { page } = partner;
    await page.goto(`${accountUrl}/users/new`);
    await page.getByLabel("First Name").fill(ADMIN.first);
    await page.getByLabel("Last Name").fill(ADMIN.last);
    await page.getByLabel("Email").fill(ADMIN.email);
    await page.getByRole("switch", { name: "Account Admin" }).click();
    await page.getByRole("button", { name: "Create" }).click();
    const link = linkIn(await mailTo(ADMIN.email, "Welcome"), "Finish building your account");
    admin = await open();
    await admin.page.goto(link);
    await heading(admin.page, "Mitel Accounts");
    await admin.page.getByLabel("Password", { exact: true }).fill("short");
    await admin.page.getByRole("button", { name: "Complete" }).click();
    await admin.page.getByText("at least 8 characters").first().waitFor();
    await admin.page.getByLabel("Password", { exact: true }).fill(ADMIN.password);
    await admin.page.getByRole("button", { name: "Complete" }).click();
    await admin.page.waitForURL(/\/login/);
    await signIn(admin.page, ADMIN.email, ADMIN.password);
    await admin.page.waitForURL(/\/accounts\/[0-9a-f-]{36}\/dashboard/);
    await admin.page.goto(link);
    await admin.page.getByText("This link was used already").waitFor();
  });

  test("ACDTPL-03 ACDTPL-14 ACDTPL-24 ACDROLE-03 the default template is copied and saved, and a role of its name appears", async () => {
    const { page } = admin;
    await page.goto(`${accountUrl}/templates`);
    await page.getByRole("link", { name: "HotDesk SIP Softphone User" }).first().click();
    await page.getByText("This is a default template. Some fields have been disabled.").waitFor();
    expect(await page.getByLabel("Hot Desking User").first().isDisabled()).toBe(true);
    await page.getByRole("link", { name: "Copy" }).or(page.getByRole("button", { name: "Copy", exact: true })).first().click();
    await heading(page, "New User Template");
    expect(await page.getByLabel("Label", { exact: true }).inputValue()).toBe("");
    expect(await page.getByLabel("Description", { exact: true }).inputValue()).toMatch(/^Copy of HotDesk SIP Softphone User/);
    await page.getByLabel("Label", { exact: true }).fill("Freight agents");
    await page.getByRole("button", { name: "Save" }).click();
    await heading(page, /Freight agents/);
    await page.goto(`${accountUrl}/roles`);
    await page.getByRole("row", { name: /Freight agents/ }).waitFor();
  });
});

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Next" }).click();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label });
  await field.click();
  await field.fill(option).catch(() => undefined);
  await page.getByRole("option", { name: option, exact: true }).click();
}

void [until, countMails, askPeer, PASSWORD];
