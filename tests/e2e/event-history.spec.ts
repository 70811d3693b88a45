/** The event history, as partners and administrators look things up in it. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { until, useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { addPhoneEvents, PHONES } from "./phone-events.ts";
import { addIntegration, inDatabase } from "./portal-database.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let accountId = "";

beforeAll(async () => {
  const visitor = await open();
  page = visitor.page;
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInWithMiAccess(page, "Mara");
  accountId = await addAccount(page, "Heron Optics");
});

const list = (query = "") => `${url}/accounts/${accountId}/support/events${query}`;
const rows = () => page.locator("tr[data-row]");
const headers = async () => (await page.getByRole("columnheader").allInnerTexts()).map((text) => text.trim()).filter(Boolean);
const dialog = () => page.getByRole("dialog");

test("NAV-05 EVENT-02 EVENT-03 without an integration whose events there are, Support has no Event History and its page is not found; with one it has", async () => {
  const entry = page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Event History" });
  await page.goto(`${url}/accounts/${accountId}/support/logs`);
  await page.getByRole("link", { name: "Support Logs" }).first().waitFor();
  expect(await entry.count()).toBe(0);
  await page.goto(list());
  await page.getByText("This page was not found").waitFor();
  await page.goto(`${url}/accounts/${accountId}/information`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await page.getByRole("link", { name: /^History of/ }).count()).toBe(0);
  await addIntegration(accountId);
  await addPhoneEvents(accountId);
  await page.goto(`${url}/accounts/${accountId}/support/logs`);
  await entry.click();
  await page.waitForURL(list());
  await page.getByRole("heading", { name: "Event History" }).waitFor();
});

describe("the list", () => {
  test("EVENT-09 EVENT-10 its columns are the stated ones in their order, sorted by the event date alone, newest first", async () => {
    await page.goto(list());
    expect(await headers()).toEqual(["ACTOR NAME", "ACTION", "ASSET", "EVENT DATE", "PROPERTIES CHANGED", "CORE DETAILS"]);
    expect(await rows().first().getByRole("checkbox").count()).toBe(1);
    expect(await page.getByRole("columnheader").getByRole("button").allInnerTexts()).toEqual(["EVENT DATE"]);
    const dates = async () => (await rows().locator("time").allInnerTexts()).map((text) => text.trim());
    expect((await dates())[0]).toMatch(/^\d{4}-\d\d-\d\d, \d\d:\d\d:\d\d$/);
    expect(await dates()).toEqual((await dates()).toSorted().toReversed());
    await page.getByRole("button", { name: "Event date" }).click();
    await page.waitForURL(/sort=at/);
    await rows().first().getByText("Phone: Phone 120").waitFor();
    expect(await dates()).toEqual((await dates()).toSorted());
  });

  test("the notice is true of this history, and the zone of the times is named", async () => {
    await page.goto(list());
    await page.getByText("New events appear here at once").waitFor();
    await page.getByText("All times are in UTC (GMT+0).").waitFor();
  });

  test("EVENT-04 EVENT-07 EVENT-08 scrolling retrieves more, with a spinner, until all are there and a banner says so", async () => {
    await page.goto(list());
    expect(await rows().count()).toBe(50);
    expect(await page.getByText("All available events are displayed.").count()).toBe(0);
    let answer = () => {};
    const held = new Promise<void>((go) => (answer = go));
    await page.route(/\/events\?.*after=/, async (route) => {
      await held;
      await route.continue();
    });
    await rows().last().scrollIntoViewIfNeeded();
    await page.getByText("Retrieving events…").waitFor();
    expect(await page.locator(".animate-spin").count()).toBeGreaterThan(0);
    answer();
    await until(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      return (await page.getByText("All available events are displayed.").isVisible()) || undefined;
    }, "the end of the list");
    await page.unroute(/\/events\?.*after=/);
    const names = await rows().allInnerTexts();
    expect(names).toHaveLength(PHONES + 1);
    expect(new Set(await rows().evaluateAll((all) => all.map((row) => row.getAttribute("data-row")))).size).toBe(PHONES + 1);
  });

  test("the address keeps the place, and leads back to the newest events", async () => {
    await page.waitForURL(/after=/);
    const inSight = () => page.locator("[data-list]").evaluate((box) => [...box.querySelectorAll<HTMLElement>("tr[data-row]")].find((row) => row.getBoundingClientRect().bottom > box.getBoundingClientRect().top + 40)!.innerText);
    const opened = async () => {
      await page.reload();
      await page.getByRole("button", { name: "Show the newest events" }).waitFor();
      return inSight();
    };
    // The address follows the scrolling a moment later, so the place is the one that it leads to.
    expect(await opened()).toBe(await opened());
    expect(await rows().count()).toBeLessThan(PHONES);
    await page.getByRole("button", { name: "Show the newest events" }).click();
    await page.waitForURL(list());
    await rows().first().getByText("Account: Heron Optics").waitFor();
  });

  test("EVENT-06 what can not be retrieved is told by a banner, and refreshing the page tries again", async () => {
    const TEXT = "An error occurred while retrieving data. Refresh the page to try again.";
    await page.goto(list());
    await page.route(/\/events\?.*after=/, (route) => route.abort());
    await rows().last().scrollIntoViewIfNeeded();
    await page.getByText(TEXT).waitFor();
    await page.unroute(/\/events\?.*after=/);
    await inDatabase("alter table events rename to events_elsewhere");
    try {
      await page.goto(list());
      await page.getByText(TEXT).waitFor();
      expect(await rows().count()).toBe(0);
    } finally {
      await inDatabase("alter table events_elsewhere rename to events");
    }
    await page.reload();
    await rows().first().waitFor();
    expect(await page.getByText(TEXT).count()).toBe(0);
  });

  test("what happens is on the open page by itself, in front, without losing what was loaded", async () => {
    await page.goto(list());
    // All of them, so that nothing is on its way when they are counted.
    await until(async () => {
      await rows().last().scrollIntoViewIfNeeded();
      return (await page.getByText("All available events are displayed.").isVisible()) || undefined;
    }, "all pages");
    await page.locator("[data-list]").evaluate((box) => (box.scrollTop = 0));
    const before = await rows().count();
    const user = await ask<{ id: string }>(page, "POST", `/accounts/${accountId}/users`, { firstName: "Wren", lastName: "Heron", email: "wren@heron.example" });
    await rows().first().getByText("User: Wren Heron").waitFor();
    await expect.poll(() => rows().count()).toBe(before + 1);
    await page.getByText("1 new event has arrived.").waitFor({ state: "attached" });
    expect(await rows().first().innerText()).toContain("(Partner, assumed account)");
    // The way from the object to its own history, and back to all.
    await page.goto(`${url}/accounts/${accountId}/users/${user.id}`);
    await page.getByRole("link", { name: "History of Wren Heron" }).click();
    await page.getByText("Only the history of User: Wren Heron.").waitFor();
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByRole("button", { name: "Show all events" }).click();
    await page.waitForURL(list());
    await until(async () => ((await rows().count()) === 50 ? true : undefined), "all events");
  });

  test("a text finds events by actor, asset, operation and log tag", async () => {
    for (const [text, found] of [["phone 77", "Phone: Phone 77"], ["phones.update phones mivb", "Phone: Phone 1"], ["wren", "User: Wren Heron"]] as const) {
      await page.goto(list(`?search=${encodeURIComponent(text)}`));
      await rows().first().getByText(found).waitFor();
    }
  });
});

describe("columns", () => {
  const COLUMNS = ["Actor name", "Action", "Asset", "Event date", "Properties changed", "Core details", "Event type", "Acted as", "Event ID", "Actor ID", "Extra details", "Log tags"];

  test("EVENT-11 EVENT-13 EVENT-14 EVENT-16 EVENT-17 EVENT-18 EVENT-19 EVENT-20 EVENT-21 EVENT-22 EVENT-23 the pop-up has a box for each column, and shows what is ticked", async () => {
    await page.goto(list("?assetKind=phone&action=Delete"));
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("dialog", { name: "Show/hide columns" }).waitFor();
    expect((await dialog().getByRole("listitem").allInnerTexts()).map((text) => text.trim())).toEqual(COLUMNS);
    for (const column of COLUMNS.slice(6)) await dialog().getByRole("checkbox", { name: column }).check();
    await page.keyboard.press("Escape");
    await expect.poll(headers).toEqual(COLUMNS.map((column) => column.toUpperCase()));
    const cells = (await rows().first().locator("th, td").allInnerTexts()).map((text) => text.trim()).slice(1);
    expect(cells).toEqual([
      "System", "Delete", "Phone: Phone 40", "2026-03-10, 11:20:00", '["macAddress"]', '{"zone":1,"name":"Phone 40","id":"40"}', "MiVB", "System",
      expect.stringMatching(/^[0-9a-f-]{36}$/), "system", expect.stringContaining('"operation":"phones.update"'), "phones, mivb, system",
    ]);
    await page.getByRole("button", { name: "Columns" }).click();
    for (const column of ["Actor name", ...COLUMNS.slice(6)]) await dialog().getByRole("checkbox", { name: column }).uncheck();
    await page.keyboard.press("Escape");
    expect(await headers()).toEqual(COLUMNS.slice(1, 6).map((column) => column.toUpperCase()));
  });

  test("EVENT-12 a column is moved by dragging its icon, and by keyboard; the choice is kept", async () => {
    await page.goto(list());
    await page.getByRole("button", { name: "Columns" }).click();
    await dialog().getByRole("button", { name: "Reset to default" }).click();
    const place = async (name: string) => (await dialog().getByTitle(`Drag ${name} to its place`).boundingBox())!;
    const [from, to] = [await place("Event date"), await place("Actor name")];
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    await page.mouse.move(to.x + 10, to.y + 12, { steps: 8 });
    await page.mouse.up();
    await until(async () => ((await headers())[0] === "EVENT DATE" ? true : undefined), "the dragged column");
    const down = dialog().getByRole("button", { name: "Move Action down" });
    await down.focus();
    await page.keyboard.press("Enter");
    await until(async () => ((await headers()).join() === "EVENT DATE,ACTOR NAME,ASSET,ACTION,PROPERTIES CHANGED,CORE DETAILS" ? true : undefined), "the moved column");
    await page.waitForResponse(/preferences/);
    await page.goto(list());
    expect(await headers()).toEqual(["EVENT DATE", "ACTOR NAME", "ASSET", "ACTION", "PROPERTIES CHANGED", "CORE DETAILS"]);
    await page.getByRole("button", { name: "Columns" }).click();
    await dialog().getByRole("button", { name: "Reset to default" }).click();
    await page.waitForResponse(/preferences/);
  });
});
