/** The event history, as partners and administrators look things up in it. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { until, useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { addIntegration, inDatabase } from "./portal-database.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let accountId = "";

/** More than two pages of events about phones, one a minute, the newest first: "Phone 1". */
const PHONES = 120;

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

async function addEvents(): Promise<void> {
  await inDatabase(
    `insert into events (account_id, id, at, operation, action, asset_kind, asset_id, asset_name, actor_name, actor_role, origin, changes, details, log_tags, correlation_id)
     select $1, uuidv7(), timestamptz '2026-03-10 12:00:00Z' - n * interval '1 minute', 'phones.update', case when n % 40 = 0 then 'Delete' else 'Edit' end, 'phone', n::text, 'Phone ' || n, 'System', 'system', 'system',
            case when n % 2 = 0 then '[{"property":"macAddress","before":"08000F000001","after":"08000F000002"}]'::jsonb else '[]' end, '{"zone":1}', 'phones mivb system', uuidv7()
       from generate_series(1, $2::int) n`,
    [accountId, PHONES],
  );
}

/** Chooses in a list of the filter dialog. */
async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function optionsOf(label: string): Promise<string[]> {
  await dialog().getByRole("combobox", { name: label }).click();
  await page.getByRole("option").first().waitFor();
  const options = (await page.getByRole("option").allInnerTexts()).map((text) => text.trim());
  await page.keyboard.press("Escape");
  await page.getByRole("option").first().waitFor({ state: "detached" });
  return options;
}

async function csvOf(press: () => Promise<void>): Promise<{ header: string[]; rows: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const content = await readSpreadsheet(await readFile(await download.path()), download.suggestedFilename());
  if ("refused" in content) throw new Error(content.message);
  return { header: content.header, rows: content.rows.map(({ cells }) => cells) };
}

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
  await addEvents();
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
    await page.reload();
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
    await rows().last().scrollIntoViewIfNeeded();
    await until(async () => ((await rows().count()) > 50 ? true : undefined), "the second page");
    await page.locator("[data-list]").evaluate((box) => (box.scrollTop = 0));
    const before = await rows().count();
    const user = await ask<{ id: string }>(page, "POST", `/accounts/${accountId}/users`, { firstName: "Wren", lastName: "Heron", email: "wren@heron.example" });
    await rows().first().getByText("User: Wren Heron").waitFor();
    expect(await rows().count()).toBe(before + 1);
    await page.getByText("1 new event has arrived.").waitFor({ state: "attached" });
    expect(await rows().first().innerText()).toContain("(Partner, assumed account)");
    // The way from the object to its own history, and back to all.
    await page.goto(`${url}/accounts/${accountId}/users/${user.id}`);
    await page.getByRole("link", { name: "History of Wren Heron" }).click();
    await page.getByText("Only the history of User: Wren Heron.").waitFor();
    expect(await rows().count()).toBe(1);
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
    expect(await headers()).toEqual(COLUMNS.map((column) => column.toUpperCase()));
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

describe("the filter", () => {
  test("EVENT-29 EVENT-50 Add Filter opens Create/Edit Filters with its section, hint, fields and buttons; Clear empties, Cancel leaves all as it was", async () => {
    await page.goto(list());
    await page.getByRole("button", { name: "Add Filter" }).click();
    await page.getByRole("dialog", { name: "Create/Edit Filters" }).waitFor();
    await dialog().getByRole("heading", { name: "Active Filter" }).waitFor();
    await dialog().getByText("Select and apply filters to help find specific events.").waitFor();
    for (const label of ["Asset", "Action", "Event Type"]) expect((await dialog().getByRole("combobox", { name: label }).innerText()).trim()).toBe("Select...");
    expect(await dialog().getByLabel("Actor ID").inputValue()).toBe("");
    await dialog().getByRole("group", { name: "Event Date" }).waitFor();
    await choose("Asset", "Phone");
    await dialog().getByLabel("Actor ID").fill("somebody");
    await dialog().getByRole("button", { name: "Clear" }).click();
    expect((await dialog().getByRole("combobox", { name: "Asset" }).innerText()).trim()).toBe("Select...");
    expect(await dialog().getByLabel("Actor ID").inputValue()).toBe("");
    await choose("Asset", "Phone");
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await dialog().waitFor({ state: "detached" });
    expect(page.url()).toBe(list());
    expect(await page.getByRole("region", { name: "Active Filter Details" }).count()).toBe(0);
  });

  test("EVENT-31 EVENT-48 each choice leaves the others what fits it, of what the account's integrations offer", async () => {
    await page.getByRole("button", { name: "Add Filter" }).click();
    expect(await optionsOf("Event Type")).toEqual(["Admin", "MiVB"]);
    const assets = await optionsOf("Asset");
    expect(assets).toEqual(expect.arrayContaining(["Account", "DID", "DN Range", "Group", "Group Membership", "PBX User Profile", "Phone", "Templated Services"]));
    expect(assets).not.toContain("User License");
    await choose("Asset", "Phone");
    expect(await optionsOf("Event Type")).toEqual(["MiVB"]);
    expect(await optionsOf("Action")).toEqual(["Create", "Edit", "Delete"]);
    await dialog().getByRole("button", { name: "Cancel" }).click();
  });

  test("EVENT-46 EVENT-47 EVENT-50 EVENT-52 OK applies all of them together, and Active Filter Details says what is applied", async () => {
    await page.getByRole("button", { name: "Add Filter" }).click();
    await choose("Asset", "Phone");
    await choose("Action", "Delete");
    await choose("Event Type", "MiVB");
    await dialog().getByLabel("Actor ID").fill("system");
    await dialog().getByLabel("Start date").fill("2026-03-10");
    await dialog().getByLabel("Start time").fill("10:30:00");
    await dialog().getByLabel("End date").fill("2026-03-09");
    await dialog().getByRole("button", { name: "OK" }).click();
    await dialog().getByText("The end is before the start.").waitFor();
    await dialog().getByLabel("End date").fill("2026-03-10");
    await dialog().getByLabel("End time").fill("11:00:00");
    await dialog().getByRole("button", { name: "OK" }).click();
    const active = page.getByRole("region", { name: "Active Filter Details" });
    await active.waitFor();
    for (const part of ["Asset: Phone", "Action: Delete", "Event Type: MiVB", "Actor ID: system", "Event Date: 2026-03-10, 10:30:00 to 2026-03-10, 11:00:00"]) await active.getByText(part).waitFor();
    await rows().first().getByText("Phone: Phone 80").waitFor();
    expect(await rows().count()).toBe(1);
  });

  test("EVENT-51 EVENT-53 the edit icon opens the dialog with the values in use; a change applies by OK, and if nothing matches a banner says so", async () => {
    await page.getByRole("button", { name: "Edit the filter" }).click();
    await page.getByRole("dialog", { name: "Create/Edit Filters" }).waitFor();
    expect((await dialog().getByRole("combobox", { name: "Action" }).innerText()).trim()).toBe("Delete");
    expect(await dialog().getByLabel("Start time").inputValue()).toMatch(/^10:30/);
    await dialog().getByLabel("Start date").fill("");
    await dialog().getByLabel("Start time").fill("");
    await dialog().getByRole("button", { name: "OK" }).click();
    await page.getByText("Event Date: to 2026-03-10, 11:00:00").waitFor();
    await until(async () => ((await rows().count()) === 2 ? true : undefined), "the wider range");
    await page.getByRole("button", { name: "Edit the filter" }).click();
    await dialog().getByLabel("Actor ID").fill("nobody");
    await dialog().getByRole("button", { name: "OK" }).click();
    await page.getByText("No events found.").waitFor();
    expect(await rows().count()).toBe(0);
  });

  test("EVENT-54 the delete icon removes the filter and all events are there again", async () => {
    await page.getByRole("button", { name: "Delete the filter" }).click();
    await page.waitForURL(list());
    await until(async () => ((await rows().count()) === 50 ? true : undefined), "all events");
    await page.getByRole("button", { name: "Add Filter" }).waitFor();
  });
});

describe("single events", () => {
  test("EVENT-24 EVENT-25 ticking makes Export appear with the number, and it saves those events as csv", async () => {
    await page.goto(list("?assetKind=phone&sort=at"));
    expect(await page.getByRole("button", { name: /^Export \(/ }).count()).toBe(0);
    await rows().nth(0).getByRole("checkbox").check();
    await page.getByRole("button", { name: "Export (1)" }).waitFor();
    await rows().nth(2).getByRole("checkbox").check();
    const file = await csvOf(() => page.getByRole("button", { name: "Export (2)" }).click());
    const asset = file.header.indexOf("ASSET");
    expect(file.rows.map((cells) => cells[asset])).toEqual(["Phone: Phone 118", "Phone: Phone 120"]);
    await page.getByText("2 events were exported.").first().waitFor();
  });

  test("EVENT-26 EVENT-27 a click on an event opens Event Details, and Copy gives what its tab shows", async () => {
    await page.goto(list("?assetKind=phone&action=Delete"));
    await rows().first().getByText("2026-03-10").click();
    await page.getByRole("dialog", { name: "Event Details" }).waitFor();
    expect(await dialog().getByRole("tab").allInnerTexts()).toEqual(["Event", "Core details", "Properties changed", "Extra details"]);
    const copied = async () => {
      await dialog().getByRole("button", { name: "Copy", exact: true }).click();
      await dialog().getByRole("button", { name: "Copied" }).waitFor();
      return JSON.parse(await page.evaluate(() => navigator.clipboard.readText())) as unknown;
    };
    expect(await copied()).toMatchObject({ actorName: "System", action: "Delete", type: "MiVB" });
    for (const [tab, shown, data] of [
      ["Core details", '"zone": 1', { zone: 1, name: "Phone 40", id: "40" }],
      ["Properties changed", "08000F000002", [{ property: "macAddress", before: "08000F000001", after: "08000F000002" }]],
      ["Extra details", '"operation": "phones.update"', expect.objectContaining({ operation: "phones.update", origin: "system" })],
    ] as const) {
      await dialog().getByRole("tab", { name: tab }).click();
      await dialog().getByRole("tabpanel").getByText(shown).waitFor();
      expect(await copied()).toEqual(data);
    }
  });

  test("EVENT-28 Export in the window saves all that its tabs show; the address opens the window again", async () => {
    const file = await csvOf(() => dialog().getByRole("button", { name: "Export" }).click());
    expect(file.rows).toHaveLength(1);
    for (const part of ["System", "Delete", "Phone: Phone 40", "08000F000001", "phones.update", "phones, mivb, system"]) expect(file.rows[0]!.join("|")).toContain(part);
    expect(page.url()).toMatch(/event=[0-9a-f-]{36}/);
    await page.reload();
    await page.getByRole("dialog", { name: "Event Details" }).waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    expect(page.url()).not.toContain("event=");
  });

  test("everything that a filter lists is saved as JSON lines too", async () => {
    await page.goto(list("?assetKind=phone"));
    await page.getByRole("button", { name: "Export", exact: true }).click();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "JSON lines" }).click()]);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\n");
    expect(lines).toHaveLength(PHONES);
    expect(JSON.parse(lines[0]!)).toMatchObject({ assetName: "Phone 1", type: "MiVB" });
  });
});
