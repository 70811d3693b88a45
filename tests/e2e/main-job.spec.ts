/** The main job, from the first sign-in of a partner to users with phones, through a real browser, real mail and real peers. */
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { until, useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { choose } from "./choose.ts";
import { countMails, linkIn, mailTo } from "./mailbox.ts";
import { askPeer, peer } from "./peers.ts";
import { signIn } from "./sign-in.ts";

const open = useBrowser();
const portal = inject("portal");
const PRIYA = DEMO_IDENTITIES.find(({ firstName }) => firstName === "Priya")!;
const ADMIN = { first: "Noor", last: "Haan", email: "noor.haan@kestrel.example", password: "kestrel-freight-1" };
const PASSWORD = "own-choice-2026";
const FILE = ["FIRST NAME,LAST NAME,NAME,EMAIL,ROLE", "Iris,Vos,,iris.vos@kestrel.example,User", "Bram,Smit,,bram.smit@kestrel.example,", ",,,nobody@kestrel.example,User", "Tess,Kok,,not-an-address,User"].join("\n");
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

  test("LOGIN-16 before there is an account, the dashboard welcomes and leads to the first one", async () => {
    await partner.page.getByText("Welcome to Mitel Administration").waitFor();
    await partner.page.getByRole("main").getByRole("link", { name: "Add Account" }).waitFor();
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
        await dialog.getByText(/does not accept this user name and password/).first().waitFor();
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
    await admin.page.getByRole("heading", { name: "First steps" }).waitFor();
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
    await page.goto(`${accountUrl}/user-roles`);
    await page.getByRole("row", { name: /Freight agents/ }).waitFor();
  });

  test("IMPORT-02 IMPORT-03 IMPORT-04 the import panel offers the template spreadsheet", async () => {
    const { page } = admin;
    await page.goto(`${accountUrl}/users`);
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("menuitem", { name: "Import Users" }).click();
    await heading(page, "Import Users");
    for (const step of ["Fill the spreadsheet in according the template", "Upload the spreadsheet below", "You will be able to review or edit your upload in the next step."]) await page.getByText(step).waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "spreadsheet template" }).click();
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);
  });

  test("IMPORT-06 IMPORT-12 IMPORT-13 IMPORT-14 IMPORT-15 IMPORT-16 IMPORT-18 IMPORT-20 IMPORT-21 a filled file is previewed, corrected in place, and uploaded", async () => {
    const { page } = admin;
    await page.setInputFiles("input[type=file]", { name: "users.csv", mimeType: "text/csv", buffer: Buffer.from(FILE) });
    await page.waitForURL(/\/users\/import\/[0-9a-f-]{36}/);
    await page.getByText("2 rows have errors").waitFor();
    for (const column of ["STATUS", "FIRST NAME", "LAST NAME", "NAME", "EMAIL", "ROLE", "ACTION"]) await page.getByRole("columnheader", { name: column, exact: true }).waitFor();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText("2 users were added to the account").waitFor();
    await page.reload();
    await page.getByText("2 rows have errors").waitFor();
    await page.getByText("not-an-address", { exact: true }).click();
    const cell = page.getByRole("textbox", { name: /^EMAIL of row/ });
    await cell.fill("tess.kok@kestrel.example");
    await cell.press("Enter");
    await page.getByText("1 row has errors").waitFor();
    await page.getByRole("button", { name: /^Delete row/ }).first().click();
    await page.getByText("No errors found").waitFor();
    await page.getByRole("button", { name: "Upload", exact: true }).click();
    await page.getByText("3 users were added").first().waitFor();
  });

  test("IMPORT-22 WELCOME-09 the imported users are in the list, and got no welcome mail", async () => {
    const { page } = admin;
    await page.goto(`${accountUrl}/users`);
    for (const name of ["Iris Vos", "Bram Smit", "Tess Kok"]) await page.getByRole("row", { name: new RegExp(name) }).waitFor();
    expect(await countMails("iris.vos@kestrel.example", "Welcome")).toBe(0);
  });

  test("users get the template: the plan says every step before anything is sent, and is applied", async () => {
    const { page } = admin;
    const phones = async () => (await askPeer<{ phones: unknown[] }>("mivb", "GET", "/_state")).phones.length;
    const before = await phones();
    for (const name of ["Iris Vos", "Bram Smit", "Tess Kok"]) await page.getByRole("checkbox", { name: new RegExp(name) }).check();
    await page.getByRole("button", { name: "Assign template" }).click();
    await heading(page, "Assign template");
    await choose(page, "Role", "Freight agents");
    await page.getByRole("textbox", { name: "First number" }).fill("2500");
    await page.getByRole("button", { name: "Make the plan" }).click();
    await heading(page, "Review the plan");
    await page.getByText("Create user and hot desk phone").first().waitFor();
    expect(await phones()).toBe(before);
    await page.getByRole("button", { name: "Apply to 3 users" }).click();
    await heading(page, "Result of the plan");
    expect(await phones()).toBe(before + 3);
  });

  test("phones, teleworker sets, client accounts and agents exist, and the consoles show them", async () => {
    const { page } = admin;
    for (const [kind, text] of [["mivb", "iris.vos"], ["mbg", "iris.vos-2501"], ["micollab", "iris.vos"], ["micc", "iris.vos"]] as const) {
      const { address, username, password } = peer(kind);
      const visitor = await page.context().browser()!.newContext({ httpCredentials: { username, password } });
      const console = await visitor.newPage();
      await console.goto(address);
      await console.getByText(text).first().waitFor();
      await visitor.close();
    }
    const mail = await mailTo("iris.vos@kestrel.example", "Set up your MiCollab client");
    expect(linkIn(mail, "Set up my client")).toContain("/d/");
    expect(mail.html).toContain("<img");
  });

  test("NAV-07 USER-59 USER-60 IMPORT-24 IMPORT-25 the welcome mail goes to the selected; a user registers, signs in, sees the services and changes the password", async () => {
    const { page } = admin;
    await page.goto(`${accountUrl}/users`);
    await page.getByRole("checkbox", { name: /Iris Vos/ }).check();
    await page.getByRole("button", { name: "Send welcome emails" }).click();
    await page.getByRole("alertdialog").or(page.getByRole("dialog")).getByRole("button", { name: /^Send/ }).click();
    const link = linkIn(await mailTo("iris.vos@kestrel.example", "Welcome"), "Finish building your account");
    expect(await countMails("bram.smit@kestrel.example", "Welcome")).toBe(0);
    const { page: iris } = await open();
    await iris.goto(link);
    await iris.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await iris.getByRole("button", { name: "Complete" }).click();
    await iris.waitForURL(/\/login/);
    await signIn(iris, "iris.vos@kestrel.example", PASSWORD);
    await iris.waitForURL(`${portal.url}/dashboard`);
    await iris.getByText("2501").first().waitFor();
    await iris.goto(`${portal.url}/profile`);
    await iris.getByLabel("Current password", { exact: true }).fill(PASSWORD);
    await iris.getByLabel("New password", { exact: true }).fill(`${PASSWORD}!`);
    await iris.getByRole("button", { name: "Change password" }).click();
    await iris.getByText("Password changed").first().waitFor();
    expect(await iris.getByRole("navigation", { name: "Main navigation" }).getByRole("link").allInnerTexts()).toEqual(["Dashboard"]);
    for (const path of ["users", "information", "templates", "integrations/network-elements", "provisioning/runs", "support/logs", "support/events"]) {
      await iris.goto(`${accountUrl}/${path}`);
      await iris.getByText("This page was not found").waitFor();
    }
    expect(await iris.getByText("Bram Smit").count()).toBe(0);
  });

  test("NOTIF-03 NOTIF-05 a system refuses: the run says which step and why, the bell leads there, retry goes on, roll back removes", async () => {
    const { page } = admin;
    await page.goto(`${accountUrl}/users/new`);
    await page.getByLabel("First Name").fill("Olaf");
    await page.getByLabel("Last Name").fill("Berg");
    await page.getByLabel("Email").fill("olaf.berg@kestrel.example");
    await page.getByRole("button", { name: "Create" }).click();
    await page.waitForURL((address) => !address.pathname.endsWith("/new"));
    await page.goto(`${accountUrl}/users?search=olaf`);
    await page.getByRole("checkbox", { name: /Olaf Berg/ }).check();
    await page.getByRole("button", { name: "Assign template" }).click();
    await choose(page, "Role", "Freight agents");
    await page.getByRole("button", { name: "Make the plan" }).click();
    await heading(page, "Review the plan");
    await askPeer("micollab", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/client-accounts", status: 422 }] });
    await page.getByRole("button", { name: "Apply to 1 user" }).click();
    await heading(page, "Result of the plan");
    await page.getByText(/micollab-1 refused/).first().waitFor();
    const planUrl = page.url();
    await page.goto(`${accountUrl}/dashboard`);
    await page.getByRole("button", { name: /notification/i }).click();
    await page.getByRole("link", { name: "See details" }).first().click();
    await page.waitForURL(planUrl);
    await page.getByRole("button", { name: /^Retry/ }).first().click();
    await until(async () => (await askPeer<{ accounts: { userName: string }[] }>("micollab", "GET", "/_state")).accounts.find(({ userName }) => userName === "olaf.berg"), "The client account");
    // The result that is shown until the retry is known to be at work has the button too.
    await page.getByRole("button", { name: /^Retry/ }).first().waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Roll back/ }).first().click();
    await page.getByRole("dialog").or(page.getByRole("alertdialog")).getByRole("button", { name: /^Roll back/ }).click();
    await heading(page, "Rolled back");
    const pbx = await askPeer<{ users: { loginId: string }[] }>("mivb", "GET", "/_state");
    expect(pbx.users.filter(({ loginId }) => loginId === "olaf.berg")).toEqual([]);
  });
});
