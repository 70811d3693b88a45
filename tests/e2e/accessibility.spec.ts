/** Every page in both themes and both widths: nothing for axe to find, nothing wider than the screen. */
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { findings, findingsEverywhere } from "./findings.ts";
import { addAccount, ask } from "./portal-api.ts";
import { inDatabase } from "./portal-database.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let visitor: Visitor;
let account = "";
/** An account with integrations of every kind. */
let full = "";

beforeAll(async () => {
  visitor = await open();
  const { page } = visitor;
  await signInWithMiAccess(page, "Mara");
  await page.goto(`${url}/accounts`);
  await page.getByRole("link", { name: "Ballad Industries" }).click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
  account = /\/accounts\/[0-9a-f-]{36}/.exec(page.url())![0];
  full = `/accounts/${await addAccount(page, "Accessible Industries")}`;
  const keys = ["mitel_one", "mitel_one_workgroups", "mitel_workflow_studio", "azure_ad_sync", "single_sign_on", "zoom"];
  await ask(page, "POST", `${full}/integrations`, { integrations: keys.map((key) => ({ key })) });
});

const PAGES: [name: string, path: () => string][] = [
  ["partner dashboard", () => "/dashboard"],
  ["accounts", () => "/accounts"],
  ["orders", () => "/orders"],
  ["orders, nothing found", () => "/orders?search=no-order-has-this"],
  ["add account", () => "/accounts/new"],
  ["profile", () => "/profile"],
  ["account dashboard", () => `${account}/dashboard`],
  ["account information", () => `${account}/information`],
  ["users", () => `${account}/users`],
  ["users, nothing found", () => `${account}/users?search=nobody-has-this-name`],
  ["subscriptions", () => `${account}/billing/subscriptions`],
  ["licenses", () => `${account}/billing/licenses`],
  ["new user", () => `${account}/users/new`],
  ["import", () => `${account}/users/import`],
  ["templates", () => `${account}/templates`],
  ["new template", () => `${account}/templates/new`],
  ["user roles", () => `${account}/user-roles`],
  ["roles and permissions", () => `${account}/roles`],
  ["integrations", () => `${account}/integrations`],
  ["integrations, with all kinds of entries", () => `${full}/integrations`],
  ["MiCollab", () => `${account}/integrations/micollab`],
  ["MiCollab, not there yet", () => `${full}/integrations/micollab`],
  ["set-up with fields", () => `${full}/integrations/single_sign_on`],
  ["set-up without fields", () => `${full}/integrations/zoom`],
  ["Twilio", () => `${account}/integrations/twilio`],
  ["chat overlays", () => `${account}/contact-center/chat-overlays`],
  ["customer care", () => `${full}/customer-care`],
  ["numbers of MiVoice Business", () => `${account}/mivoice-business/numbers`],
  ["MiVoice Business", () => `${account}/mivoice-business`],
  ["developer", () => "/developer"],
  ["network elements", () => `${account}/integrations/network-elements`],
  ["runs", () => `${account}/provisioning/runs`],
  ["differences", () => `${account}/provisioning/differences`],
  ["events", () => `${account}/support/events`],
  ["events, filtered", () => `${account}/support/events?assetKind=user&action=Add&from=2020-01-01T00:00:00Z`],
  ["events, nothing found", () => `${account}/support/events?search=no-event-has-this`],
  ["support logs", () => `${account}/support/logs`],
  ["support logs, nothing found", () => `${account}/support/logs?search=no-log-has-this-title`],
  ["not found", () => "/accounts/00000000-0000-7000-8000-000000000000/users"],
];

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(PAGES)("%s", async (_, path) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(url + path());
    await page.getByRole("heading", { level: 1 }).or(page.getByText("This page was not found")).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "wider than the screen").toBeLessThanOrEqual(390);
  });

  test("a support log, and its image enlarged", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${url}${account}/support/logs?search=contacts+of+the+office`);
    await page.getByRole("row", { name: /Contacts of the office/ }).getByRole("link").click();
    await page.getByRole("heading", { name: "Submission Details" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: /^Click To Enlarge/ }).click();
    await page.getByRole("dialog").getByRole("img").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Close" }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "wider than the screen").toBeLessThanOrEqual(390);
  });

  test("the dialogs of Twilio, and SMS numbers for many users", async () => {
    const { page } = visitor;
    const dialog = page.getByRole("dialog");
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${url}${account}/integrations/twilio`);
    await page.getByRole("button", { name: "Change" }).click();
    await dialog.getByLabel("Auth Token", { exact: true }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Select MiCollab" }).check();
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await dialog.getByRole("combobox", { name: "Phone Number" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${url}${account}/users/manage`);
    await page.getByRole("button", { name: "Assign SMS Numbers" }).click();
    await dialog.getByText(/numbers available\.?/).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
  });

  test("the filter dialog of the events, and an event's window with each of its tabs", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${url}${account}/support/events`);
    await page.getByRole("button", { name: "Add Filter" }).click();
    await page.getByRole("dialog", { name: "Create/Edit Filters" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("tr[data-row]").first().getByRole("checkbox").check();
    await page.getByRole("button", { name: "Export (1)" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.locator("tr[data-row]").first().getByRole("link").click();
    const window = page.getByRole("dialog", { name: "Event Details" });
    await window.waitFor();
    for (const tab of await window.getByRole("tab").all()) {
      await tab.click();
      expect(await findings(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await findings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), "wider than the screen").toBeLessThanOrEqual(390);
  });

  test("the catalogue of integrations, the features of one, and the question before it is removed", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(size);
      await page.goto(`${url}${full}/integrations`);
      await page.getByRole("button", { name: "Available features of Mitel One" }).click();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("button", { name: "Settings of MiTeam Meetings" }).click();
      await page.getByRole("dialog").getByRole("switch").check();
      expect(await findings(page)).toEqual([]);
      await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
      await page.getByRole("button", { name: "Add new" }).click();
      await page.getByRole("button", { name: "Add MiCC" }).click();
      expect(await findings(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "wider than the screen").toBeLessThanOrEqual(size.width);
      await page.keyboard.press("Escape");
      await page.getByRole("switch", { name: "Mitel One", exact: true }).click();
      await page.getByRole("alertdialog").waitFor();
      expect(await findings(page)).toEqual([]);
    }
  });

  test("the dialogs of chat overlays, workgroups, applications and number conflicts", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    const dialogs: [path: string, button: string][] = [
      [`${account}/contact-center/chat-overlays`, "Create chat"],
      [`${full}/customer-care`, "Add workgroup"],
      ["/developer", "Register application"],
      [`${full}/integrations`, "Complete setup of Azure AD Sync"],
      [`${full}/users`, "Click here if you have an Azure AD Sync phone number conflict"],
    ];
    for (const [path, button] of dialogs) {
      await page.goto(url + path);
      await page.getByRole("button", { name: button }).first().click();
      // A colour is the one that is meant once the dialog has faded in.
      await page.getByRole("dialog").evaluate((dialog) => Promise.all(dialog.getAnimations({ subtree: true }).map(({ finished }) => finished)));
      expect(await findings(page), path).toEqual([]);
    }
  });

  test("the dialog of the chat settings", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(`${url}${account}/information`);
    await page.getByRole("button", { name: "Chat Service Settings" }).click();
    await page.getByRole("dialog", { name: "Chat Service Settings" }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});

test("the dialogs of an order and of the billing connection", async () => {
  const { page } = visitor;
  await page.goto(`${url}/orders?show=unassigned`);
  await page.getByRole("link", { name: /^ASSIGN order/ }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "See additional tracking details" }).click();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.goto(`${url}/orders`);
  await page.getByRole("button", { name: "More options" }).click();
  await page.getByRole("menuitem", { name: "Billing connection" }).click();
  await page.getByLabel("Address", { exact: true }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});

test("the products of a user, the dialog that adds one, and the page and the dialog of Mitel One", async () => {
  const { page } = visitor;
  await page.goto(`${url}${account}/users?search=dana`);
  await page.getByRole("row").getByRole("link", { name: "Dana Ortiz" }).click();
  await page.getByText("Available features").click();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Add Product" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("link", { name: "Settings of Mitel One" }).click();
  await page.getByRole("heading", { name: "Mitel One Configuration" }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.goto(`${url}${account}/users/manage`);
  await page.getByRole("button", { name: "Mitel One settings" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});

/** A job of a thousand users as it stands after some of them, without having to send a thousand mails. */
async function addBulkJob(accountId: string): Promise<string> {
  const id = randomUUID();
  const users = { done: "Done User", queued: "Waiting User", left_out: "Left User" };
  await inDatabase(
    `insert into bulk_jobs (account_id, id, kind, total, done, user_ids, position, created_by_id, created_by_account_id, created_by_name, created_by_origin)
     values ($1, $2, 'welcome', 1200, 1, array_fill($3::uuid, array[1200]), 3, $3, $1, 'Mara Lindqvist', 'session')`,
    [accountId, id, randomUUID()],
  );
  for (const [outcome, name] of Object.entries(users)) {
    await inDatabase("insert into bulk_job_results (account_id, bulk_job_id, user_id, name, email, outcome, reason) values ($1, $2, $3, $4, $5, $6, $7)", [
      accountId, id, randomUUID(), name, `${outcome}@accessible.example`, outcome, outcome === "left_out" ? "Has registered already." : "",
    ]);
  }
  return id;
}

test("a bulk job at work with what became of its users, the question before it is cancelled, and the job above the list of users", async () => {
  const { page } = visitor;
  const job = await addBulkJob(full.replace("/accounts/", ""));
  await page.goto(`${url}${full}/users/jobs/${job}`);
  for (const name of ["Done User", "Waiting User", "Left User"]) await page.getByRole("row", { name: new RegExp(name) }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("alertdialog").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.goto(`${url}${full}/users`);
  await page.getByText(/^Sending welcome emails: /).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});

test("the search with what it has found", async () => {
  const { page } = visitor;
  await page.goto(`${url}/dashboard`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("bal");
  await page.getByRole("option", { name: /Ballad Industries/ }).first().waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});

test.each(["/login", "/reset-password", "/register/unknown", "/reset-password/unknown"])("%s, in German", async (path) => {
  const { page } = await open({ locale: "de-DE" });
  await page.goto(url + path);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});
