/** Single events and what is filtered, in the event history. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { readSpreadsheet } from "#lib/spreadsheets/read-spreadsheet.ts";
import { until, useBrowser } from "./browser.ts";
import { addAccount } from "./portal-api.ts";
import { addPhoneEvents, PHONES } from "./phone-events.ts";
import { addIntegration } from "./portal-database.ts";
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
  accountId = await addAccount(page, "Heron Lenses");
  await addIntegration(accountId);
  await addPhoneEvents(accountId);
});

const list = (query = "") => `${url}/accounts/${accountId}/support/events${query}`;
const rows = () => page.locator("tr[data-row]");
const dialog = () => page.getByRole("dialog");

/** Chooses in a list of the filter dialog. */
async function choose(label: string, option: string): Promise<void> {
  await dialog().getByRole("combobox", { name: label }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
  await page.getByRole("option").first().waitFor({ state: "detached" });
}

async function optionsOf(label: string): Promise<string[]> {
  await dialog().getByRole("combobox", { name: label }).click();
  await page.getByRole("option").first().waitFor();
  const options = (await page.getByRole("option").allInnerTexts()).map((text) => text.trim());
  await page.getByRole("listbox").press("Escape");
  await page.getByRole("option").first().waitFor({ state: "detached" });
  return options;
}

async function csvOf(press: () => Promise<void>): Promise<{ header: string[]; rows: string[][] }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const content = await readSpreadsheet(await readFile(await download.path()), download.suggestedFilename());
  if ("refused" in content) throw new Error(content.message);
  return { header: content.header, rows: content.rows.map(({ cells }) => cells) };
}

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
    await expect.poll(() => rows().count()).toBe(1);
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
