/** Lists taken away as files. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { exported } from "./exported.ts";
import { addAccount, ask } from "./portal-api.ts";
import { addIntegration } from "./portal-database.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let account = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  const accountId = await addAccount(page, "Turnstone Rigging");
  await addIntegration(accountId);
  account = `/accounts/${accountId}`;
  for (const firstName of ["Ada", "Edsger", "Grace"]) await ask(page, "POST", `${account}/users`, { firstName, lastName: "Turnstone", email: `${firstName.toLowerCase()}@turnstone.example` });
});

/** The header and the rows on the screen, as far as they are text. */
async function onScreen(): Promise<{ header: string[]; rows: string[][] }> {
  await page.getByRole("row").nth(1).waitFor();
  const texts = async (row: number, cells: string) => (await page.getByRole("row").nth(row).locator(cells).allInnerTexts()).map((text) => text.trim().replaceAll(/\s+/g, " "));
  const count = await page.getByRole("row").count();
  const rows = [];
  for (let row = 1; row < count; row++) rows.push(await texts(row, "th, td"));
  return { header: await texts(0, "th"), rows };
}

test("pains 47: the filtered event history as csv is what the screen shows", async () => {
  await page.goto(`${url}${account}/support/events?assetKind=user&search=turnstone&sort=at&columns=actor,asset,action`);
  const { header, rows } = await onScreen();
  expect(rows.map((row) => row.filter(Boolean))).toEqual(["Ada", "Edsger", "Grace"].map((name) => ["Mara Lindqvist (Partner, assumed account)", `User: ${name} Turnstone`, "Create"]));
  const file = await exported(page, "CSV");
  expect(file.fileName).toMatch(/^Event History of Turnstone Rigging \d{4}-\d\d-\d\d\.csv$/);
  // The boxes that tick have no words.
  expect(file).toMatchObject({ header: header.filter(Boolean), rows: rows.map((row) => row.filter(Boolean)) });
});

test("pains 47: the accounts as xlsx are what the screen shows, the active and the deactivated ones", async () => {
  for (const name of ["Turnstone Sails", "Turnstone Ropes"]) await addAccount(page, name);
  const closed = await addAccount(page, "Turnstone Tar");
  await ask(page, "POST", `/accounts/${closed}/deactivate`, { word: "deactivate" });
  for (const [address, names] of [["search=turnstone&sort=-name", ["Turnstone Sails", "Turnstone Ropes", "Turnstone Rigging"]], ["status=deactivated&search=turnstone", ["Turnstone Tar"]]] as const) {
    await page.goto(`${url}/accounts?${address}&columns=country,city,users`);
    const { header, rows } = await onScreen();
    expect(rows.map(([name]) => name)).toEqual(names);
    const file = await exported(page, "Excel (XLSX)");
    expect(file.fileName).toMatch(/^Accounts of .+ \d{4}-\d\d-\d\d\.xlsx$/);
    expect(file).toMatchObject({ header, rows });
  }
});

test.each(["templates", "user-roles", "support/events", "users"])("the file of %s has the headers and as many rows as the screen", async (path) => {
  await page.goto(`${url}${account}/${path}`);
  const { header, rows } = await onScreen();
  const file = await exported(page, "CSV");
  // The box that ticks every row has no words.
  expect(file.header).toEqual(header.filter(Boolean));
  expect(file.rows.length).toBe(rows.length);
});

test.each(["provisioning/runs", "provisioning/differences"])("also %s, where nothing is listed yet, can be taken away", async (path) => {
  await page.goto(`${url}${account}/${path}`);
  expect((await exported(page, "Excel (XLSX)")).rows).toEqual([]);
});
