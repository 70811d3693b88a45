/** Support logs, as a user reports them, a partner deals with them, and an account admin reads them. */
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { Download, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import yauzl from "yauzl";
import { DEMO_ADMIN } from "#lib/processes/demo-people.ts";
import { ANDROID_REPORT, PNG, REPORT } from "#tests/builders/support-logs.ts";
import { useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { ask } from "./portal-api.ts";
import { mailTo } from "./mailbox.ts";
import { signIn, signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Visitor;
let admin: Visitor;
let account = "";

const PASSWORD = "a quiet harbour at dawn";
const TITLES = { image: "Support log 22 - feedback", android: "Support log 333 - feedback", ios: "Support log 4444 - feedback" };

beforeAll(async () => {
  admin = await open();
  account = await signInAsDemoAdmin(admin.page);
  partner = await open();
  await signInWithMiAccess(partner.page, "Mara");
  const report = (body: object) => ask(admin.page, "POST", `${account}/support-logs`, body);
  await report({ ...REPORT, title: TITLES.image, errorInformation: "TypeError: stream is null", attachments: [{ fileName: "what-I-see-in-the-morning.png", content: PNG.toString("base64") }] });
  await report({ ...ANDROID_REPORT, title: TITLES.android });
  const { signalStrength: _, sipLog: __, ...ios } = ANDROID_REPORT;
  await report({ ...ios, title: TITLES.ios, platform: "ios", logLevel: "info", topic: "Calls" });
});

const list = () => `${url}${account}/support/logs`;
const row = (page: Page, title: string) => page.getByRole("row").filter({ hasText: title });

async function openLog(page: Page, title: string): Promise<void> {
  await page.goto(`${list()}?search=${encodeURIComponent(title)}`);
  await row(page, title).getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
}

/** The titles that the list shows, once it shows so many. */
async function titles(page: Page, count: number): Promise<string[]> {
  const cells = page.getByRole("table").locator("tbody tr td:nth-of-type(3)");
  await expect.poll(() => cells.count()).toBe(count);
  return (await cells.allTextContents()).map((text) => text.trim());
}

/** The value that stands under a name of a panel. */
function fact(page: Page, name: string) {
  return page.locator("dt", { hasText: new RegExp(`^${name}$`) }).locator("xpath=following-sibling::dd");
}

async function unzip(download: Download): Promise<Map<string, string>> {
  const zip = await yauzl.fromBufferPromise(await readFile(await download.path()), { lazyEntries: true, autoClose: false });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry()) files.set(entry.fileName, entry.fileName.endsWith("/") ? "" : (await buffer(await zip.openReadStreamPromise(entry))).toString("utf8"));
  return files;
}

describe("the list", () => {
  test("LOGS-02 a partner goes by Accounts, the account and Support, an account admin by Support, to Support Logs", async () => {
    const { page } = partner;
    await page.goto(`${url}/accounts`);
    await page.getByRole("link", { name: "Ballad Industries" }).click();
    await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\//);
    await admin.page.goto(`${url}${account}/dashboard`);
    for (const visited of [page, admin.page]) {
      const navigation = visited.getByRole("navigation", { name: "Main navigation" });
      await navigation.getByRole("button", { name: "Support" }).click();
      await navigation.getByRole("link", { name: "Support Logs" }).click();
      await visited.waitForURL(list());
      await visited.getByRole("heading", { level: 1, name: "Support Logs" }).waitFor();
    }
  });

  test("LOGS-04 LOGS-05 product, date and time, reporter, title and state of every log", async () => {
    const { page } = partner;
    await page.goto(`${list()}?search=22`);
    const headers = page.getByRole("columnheader");
    await headers.first().waitFor();
    expect((await headers.allInnerTexts()).map((text) => text.trim().toUpperCase())).toEqual(["PRODUCT NAME", "DATE & TIME", "REPORTER", "LOG TITLE", "STATE"]);
    const cells = (await row(page, TITLES.image).locator("th, td").allInnerTexts()).map((text) => text.trim().replaceAll("\u202f", " "));
    expect(cells).toEqual(["Mitel One Web", expect.stringMatching(/^[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d [AP]M$/), DEMO_ADMIN.email, TITLES.image, "Open"]);
  });

  test("LOGS-06 LOGS-07 the search lists the logs of a title, and none for a product or a reporter", async () => {
    const { page } = partner;
    await page.goto(list());
    const search = page.getByRole("textbox", { name: "Search by log title" });
    await search.fill("log 4444");
    expect(await titles(page, 1)).toEqual([TITLES.ios]);
    for (const other of ["Mitel One", DEMO_ADMIN.email]) {
      await search.fill(other);
      await page.waitForURL((address) => address.searchParams.get("search") === other);
      await page.getByText("Nothing matches").waitFor();
    }
  });

  test("LOGS-08 LOGS-09 LOGS-10 all logs at first; Add Filter offers Product with the applications that had issues, and State with its three", async () => {
    const { page } = partner;
    await page.goto(`${list()}?search=feedback`);
    expect((await titles(page, 3)).toSorted()).toEqual([TITLES.image, TITLES.android, TITLES.ios]);
    const choices = async (kind: string) => {
      await page.getByRole("button", { name: "Add Filter" }).click();
      const popup = page.getByRole("dialog");
      await popup.getByRole("listitem").first().waitFor();
      const kinds = (await popup.getByRole("listitem").allInnerTexts()).map((text) => text.trim());
      await popup.getByRole("button", { name: kind }).click();
      await popup.getByRole("button", { name: "All filters" }).waitFor();
      return { popup, kinds, values: (await popup.getByRole("listitem").allInnerTexts()).map((text) => text.trim()) };
    };
    const product = await choices("Product");
    expect(product).toMatchObject({ kinds: ["Product", "State"], values: ["Mitel One Mobile", "Mitel One Web"] });
    await product.popup.getByRole("button", { name: "Mitel One Mobile" }).click();
    expect((await titles(page, 2)).toSorted()).toEqual([TITLES.android, TITLES.ios]);
    const state = await choices("State");
    expect(state.values).toEqual(["Open", "Reported", "Resolved"]);
    await state.popup.getByRole("button", { name: "Resolved" }).click();
    await page.getByText("Nothing matches").waitFor();
    expect(new URL(page.url()).searchParams.get("state")).toBe("resolved");
  });

  test("LOGS-01 a basic user has no such page", async () => {
    const visitor = await open();
    const email = "lena.vogt@ballad.example";
    await ask(partner.page, "POST", `${account}/users`, { firstName: "Lena", lastName: "Vogt", email });
    const token = /\/register\/([\w-]+)/.exec((await mailTo(email, "Welcome")).text)![1]!;
    await visitor.page.goto(`${url}/register/${token}`);
    await visitor.page.getByLabel("Password", { exact: true }).fill(PASSWORD);
    await visitor.page.getByRole("button", { name: "Complete" }).click();
    await visitor.page.waitForURL(/\/login/);
    await signIn(visitor.page, email, PASSWORD);
    await visitor.page.waitForURL(/\/dashboard/);
    expect(await visitor.page.getByRole("link", { name: "Support Logs" }).count()).toBe(0);
    await visitor.page.goto(list());
    await visitor.page.getByText("was not found").first().waitFor();
    expect(await visitor.page.getByRole("table").count()).toBe(0);
    await visitor.context.close();
  });
});

describe("one log", () => {
  test("LOGS-11 LOGS-12 LOGS-13 its page has the way back, the title with date and time, and who reported what", async () => {
    const { page } = partner;
    await page.goto(list());
    await row(page, TITLES.image).getByText(TITLES.image).click();
    await page.getByRole("heading", { level: 1, name: TITLES.image }).waitFor();
    expect((await page.locator("main time").first().innerText()).replaceAll("\u202f", " ")).toMatch(/^[A-Z][a-z]+ \d{1,2}, \d{4} \d{1,2}:\d\d [AP]M$/);
    await page.getByRole("button", { name: "Export Logs" }).waitFor();
    await page.getByRole("heading", { name: "Submission Details" }).waitFor();
    expect(await fact(page, "Product").innerText()).toBe("Mitel One Web");
    expect(await fact(page, "Reporter Email").innerText()).toBe(DEMO_ADMIN.email);
    expect(await fact(page, "Partner ID").innerText()).toBe("100214");
    expect(await fact(page, "Account ID").innerText()).toBe(account.split("/").at(-1));
    expect(await fact(page, "User ID").innerText()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    await page.getByRole("heading", { name: "Attachments" }).waitFor();
    await page.getByText(`${account.split("/").at(-1)!.slice(0, 20)}...txt`).waitFor();
    expect(await fact(page, "Topic").innerText()).toBe("Messages");
    await page.getByText("feed back for two.").waitFor();
    await page.getByRole("link", { name: "Return to List" }).click();
    await page.waitForURL(list());
  });

  test("LOGS-17 LOGS-18 a Mitel One Web log has three tabs, and a click shows what belongs to each", async () => {
    const { page } = partner;
    await openLog(page, TITLES.image);
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Report Details", "User Details", "Error Information"]);
    await page.getByRole("tab", { name: "Error Information" }).click();
    await page.getByRole("tabpanel").getByText("TypeError: stream is null").waitFor();
    expect(await page.getByText("feed back for two.").isVisible()).toBe(false);
  });

  test("LOGS-15 LOGS-16 a Mitel One Mobile log has five tabs, of an iPhone without the signal strength", async () => {
    const { page } = partner;
    await openLog(page, TITLES.android);
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Report Details", "User Details", "Device and Apps", "Filtered Signal Strength Logs", "Error Information"]);
    for (const [tab, text] of [["Device and Apps", "Pixel 10"], ["Filtered Signal Strength Logs", "rsrp=-98"], ["User Details", "Ada Brandt"]] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await page.getByRole("tabpanel").getByText(text).waitFor();
    }
    await openLog(page, TITLES.ios);
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Report Details", "User Details", "Device and Apps", "Error Information"]);
  });

  test("LOGS-19 an attached image is shown, says Click To Enlarge under the pointer, and is enlarged until its X is pressed", async () => {
    const { page } = partner;
    await openLog(page, TITLES.image);
    const small = page.getByRole("button", { name: /^Click To Enlarge/ });
    await small.hover();
    await expect.poll(() => small.getByText("Click To Enlarge").evaluate((element) => getComputedStyle(element).opacity)).toBe("1");
    await small.click();
    const window = page.getByRole("dialog");
    const image = window.getByRole("img", { name: "what-I-see-in-the-morning.png" });
    await image.waitFor();
    expect(await image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth)).toBe(1);
    await window.getByRole("button", { name: "Close" }).click();
    await window.waitFor({ state: "detached" });
  });

  test("LOGS-20 Download saves the attachment", async () => {
    const { page } = partner;
    await openLog(page, TITLES.image);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download what-I-see-in-the-morning.png" }).click()]);
    expect(download.suggestedFilename()).toBe("what-I-see-in-the-morning.png");
    expect(await readFile(await download.path())).toEqual(PNG);
  });

  test("LOGS-21 Export Logs saves a zip with the log as a text file", async () => {
    const { page } = partner;
    await openLog(page, TITLES.image);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Export Logs" }).click()]);
    expect(download.suggestedFilename()).toMatch(/^mitel-one-web-logs-[0-9a-f]{5}\.zip$/);
    const files = await unzip(download);
    expect([...files.keys()]).toEqual([download.suggestedFilename().replace("zip", "txt"), "what-I-see-in-the-morning.png"]);
    expect([...files.values()][0]).toContain("feed back for two.");
  });

  test("LOGS-22 LOGS-23 of a Mitel One Mobile log two zips are saved by one click, with SIP logs at the log level debug", async () => {
    const { page } = partner;
    await openLog(page, TITLES.android);
    const downloads: Download[] = [];
    const both = new Promise<void>((done) => page.on("download", (download) => downloads.push(download) === 2 && done()));
    await page.getByRole("button", { name: "Export Logs" }).click();
    await both;
    const [logs, report] = downloads.toSorted((a, b) => a.suggestedFilename().localeCompare(b.suggestedFilename()));
    expect(logs!.suggestedFilename()).toMatch(/logs-[0-9a-f]{5}\.zip$/);
    expect([...(await unzip(logs!)).keys()]).toEqual([expect.stringMatching(/\.txt$/)]);
    expect(report!.suggestedFilename()).toBe("report.zip");
    expect([...(await unzip(report!)).keys()]).toEqual(["report.html", "SIP logs/", "SIP logs/sip.log", "log.txt"]);
  });
});

describe("Partner Support", () => {
  test("LOGS-14 LOGS-27 LOGS-28 LOGS-30 a partner chooses among three statuses, writes notes and saves; both are kept and the list shows the state", async () => {
    const { page } = partner;
    await openLog(page, TITLES.image);
    await page.getByRole("heading", { name: "Partner Support" }).waitFor();
    const status = page.getByRole("combobox", { name: "Status" });
    for (const [state, notes] of [["Resolved", "Solved"], ["Reported", "Ticket: #1920\nOpen Issue"], ["Resolved", "Ticket: #1920\nSolved by Mitel"]] as const) {
      await status.click();
      await page.getByRole("option").first().waitFor();
      expect((await page.getByRole("option").allInnerTexts()).map((text) => text.trim())).toEqual(["Open", "Reported", "Resolved"]);
      await page.getByRole("option", { name: state }).click();
      await page.getByLabel("Notes").fill(notes);
      await page.getByRole("button", { name: "Save Notes and Status" }).click();
      await page.getByText("Notes and status saved").first().waitFor();
      await page.reload();
      await expect.poll(() => page.getByLabel("Notes").inputValue()).toBe(notes);
      expect(await status.innerText()).toContain(state);
      await page.getByRole("link", { name: "Return to List" }).click();
      // To the list as it was left.
      await page.waitForURL(/\?search=/);
      await row(page, TITLES.image).getByText(state).waitFor();
      await openLog(page, TITLES.image);
    }
  });

  test("LOGS-29 an account admin reads status and notes and finds nothing to change them with", async () => {
    const { page } = admin;
    await openLog(page, TITLES.image);
    expect(await fact(page, "Status").innerText()).toBe("Resolved");
    expect(await fact(page, "Notes").innerText()).toBe("Ticket: #1920\nSolved by Mitel");
    expect(await page.getByRole("button", { name: "Save Notes and Status" }).count()).toBe(0);
    expect(await page.getByRole("combobox", { name: "Status" }).count()).toBe(0);
  });

  test("what a partner saves is on the admin's open page, and of two partners who save at once none loses what was typed", async () => {
    const { page } = partner;
    await openLog(page, TITLES.ios);
    await openLog(admin.page, TITLES.ios);
    const id = new URL(page.url()).pathname.split("/").at(-1)!;
    await page.getByLabel("Notes").fill("typed here");
    await ask(partner.page, "PATCH", `${account}/support-logs/${id}`, { version: 1, state: "reported", notes: "saved elsewhere" });
    await admin.page.getByText("saved elsewhere").waitFor();
    await page.getByRole("button", { name: "Save Notes and Status" }).click();
    await page.getByText("Mara Lindqvist changed this support log meanwhile").waitFor();
    expect(await page.getByLabel("Notes").inputValue()).toBe("typed here");
    expect(await page.getByRole("combobox", { name: "Status" }).innerText()).toContain("Reported");
    await page.getByRole("button", { name: "Save Notes and Status" }).click();
    await admin.page.getByText("typed here").waitFor();
  });

  test("SUPCON-03 the support contacts get a mail that leads to the log", async () => {
    const mail = await mailTo("mara.lindqvist@northwind.example", "reported an issue with Mitel One Web");
    expect(mail.text).toContain(`${account}/support/logs/`);
  });
});
