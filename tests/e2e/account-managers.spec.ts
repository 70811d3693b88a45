/** Account managers: who sees which accounts, as a partner arranges it and as the manager then sees it. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { findings, findingsEverywhere } from "./findings.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const NAMES = { one: "Lena Fischer", two: "Yusuf Demir" };
const ACCOUNTS = ["Managed Alpha", "Managed Beta", "Managed Gamma"];
let mara: Page;
let lena: Page;
let yusuf: Page;
const ids: string[] = [];

beforeAll(async () => {
  [mara, lena, yusuf] = [(await open()).page, (await open()).page, (await open()).page];
  await signInWithMiAccess(mara, "Mara");
  await signInWithMiAccess(lena, "Lena");
  await signInWithMiAccess(yusuf, "Yusuf");
  for (const name of ACCOUNTS) ids.push(await addAccount(mara, name));
});

const row = (name: string, on = mara) => on.getByRole("row", { name: new RegExp(name) });
const tab = (name: RegExp, on = mara) => on.getByRole("navigation", { name: /ccount/ }).getByRole("link", { name });
const heading = (name: string | RegExp, on = mara) => on.getByRole("heading", { level: 1, name });
const dialog = (on = mara) => on.getByRole("alertdialog");
const tick = (name: string) => mara.getByRole("checkbox", { name: `Select ${name}` }).check();
const managed = async (name: string) => (await row(name).getByRole("cell").last().innerText()).trim();

async function openManagers(): Promise<void> {
  await mara.goto(`${url}/account-managers`);
  await heading("Account Managers").waitFor();
}

/** Confirms the open dialog and leaves its progress bar with "Close". */
async function confirm(button: string, progress: string): Promise<void> {
  await dialog().getByRole("button", { name: button, exact: true }).click();
  await dialog().getByRole("progressbar", { name: progress }).waitFor();
  await dialog().getByText("Finished").waitFor();
  await dialog().getByRole("button", { name: "Close" }).click();
  await dialog().waitFor({ state: "hidden" });
}

test("AMGR-01 AMGR-03 AMGR-05 AMGR-07 the page has two tabs with their counts, the columns, the search and Manage Selected (0)", async () => {
  await mara.goto(`${url}/dashboard`);
  const navigation = mara.getByRole("navigation", { name: "Main navigation" });
  await navigation.getByRole("button", { name: "User Management" }).click();
  await navigation.getByRole("link", { name: "Account Managers" }).click();
  await heading("Account Managers").waitFor();
  await tab(/^Account Managers \(\d+\)$/).waitFor();
  await tab(/^Administrators \(\d+\)$/).click();
  await row(NAMES.one).waitFor();
  for (const column of ["Name", "Email address", "Modified on (by)"]) await mara.getByRole("columnheader", { name: column }).waitFor();
  await mara.getByRole("textbox", { name: "Search Users" }).waitFor();
  await tab(/^Account Managers/).click();
  expect(await mara.getByRole("button", { name: "Manage Selected (0)" }).isDisabled()).toBe(true);
});

test("AMGR-10 the own entry can not be ticked", async () => {
  await mara.goto(`${url}/account-managers?kind=administrators`);
  expect(await mara.getByRole("checkbox", { name: "Select Mara Lindqvist" }).isDisabled()).toBe(true);
  expect(await mara.getByRole("checkbox", { name: `Select ${NAMES.one}` }).isEnabled()).toBe(true);
});

test("AMGR-11 AMGR-12 AMGR-13 Convert Selected names the people; Cancel changes nothing, OK converts them", async () => {
  await mara.goto(`${url}/account-managers?kind=administrators`);
  await tick(NAMES.one);
  await tick(NAMES.two);
  await mara.getByRole("button", { name: "Convert Selected" }).click();
  await dialog().getByText(NAMES.one).waitFor();
  await dialog().getByText(NAMES.two).waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await row(NAMES.one).waitFor();
  await mara.getByRole("button", { name: "Convert Selected" }).click();
  await confirm("OK", "Convert to Account Managers");
  await row(NAMES.one).waitFor({ state: "detached" });
  await tab(/^Account Managers \(2\)$/).click();
  await row(NAMES.one).waitFor();
  expect(await managed(NAMES.one)).toBe("0");
});

test("AMGR-02 AMGR-08 who was converted sees no account and no page for account managers from the next click on", async () => {
  await lena.goto(`${url}/accounts`);
  await lena.getByText("No account is assigned to you").waitFor();
  await lena.getByRole("button", { name: "User Management" }).click();
  expect(await lena.getByRole("navigation", { name: "Main navigation" }).getByText("Account Managers").count()).toBe(0);
  expect((await lena.goto(`${url}/account-managers`))?.status()).toBe(404);
  expect((await lena.goto(`${url}/accounts/${ids[0]}/information`))?.status()).toBe(404);
});

test("AMGR-14 AMGR-15 AMGR-16 AMGR-17 AMGR-19 the name leads to the accounts of one manager, where others are assigned", async () => {
  await openManagers();
  await row(NAMES.one).getByRole("link", { name: NAMES.one }).click();
  await heading(NAMES.one).waitFor();
  await tab(/^Accounts assigned \(0\)$/).waitFor();
  await tab(/^Accounts not assigned/).click();
  for (const column of ["Name", "Account ID", "Modified", "Total account managers"]) await mara.getByRole("columnheader", { name: column, exact: true }).waitFor();
  await mara.getByRole("textbox", { name: "Search accounts" }).fill("managed");
  await row("Ballad Industries").waitFor({ state: "detached" });
  await tick("Managed Alpha");
  await tick("Managed Beta");
  await mara.getByRole("button", { name: "Assign", exact: true }).click();
  await dialog().getByText("Managed Alpha").waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await row("Managed Alpha").waitFor();
  await mara.getByRole("button", { name: "Assign", exact: true }).click();
  await confirm("Assign", "Assign Account(s)");
  await tab(/^Accounts assigned \(2\)$/).click();
  await row("Managed Alpha").waitFor();
  await row("Managed Beta").waitFor();
});

test("AMGR-08 LOGIN-12 the manager now sees the assigned accounts in the list, in the search and by their address, and no others", async () => {
  await lena.goto(`${url}/accounts`);
  await row("Managed Alpha", lena).waitFor();
  expect(await row("Managed Gamma", lena).count()).toBe(0);
  expect((await lena.goto(`${url}/accounts/${ids[0]}/information`))?.status()).toBe(200);
  expect((await lena.goto(`${url}/accounts/${ids[2]}/information`))?.status()).toBe(404);
  const { accounts } = await ask<{ accounts: { items: { name: string }[] } }>(lena, "GET", "/search?text=managed");
  expect(accounts.items.map(({ name }) => name)).toEqual(["Managed Alpha", "Managed Beta"]);
});

test("AMGR-18 AMGR-20 AMGR-22 AMGR-23 AMGR-24 several managers have tabs for all, some and none, and assigning moves accounts between them", async () => {
  await openManagers();
  await tick(NAMES.one);
  await tick(NAMES.two);
  await mara.getByRole("button", { name: "Manage Selected (2)" }).click();
  await heading("Account Managers > Manage (2 Selected)").waitFor();
  await tab(/^Accounts assigned to all \(0\)$/).waitFor();
  await tab(/^Accounts assigned to some \(2\)$/).click();
  const count = row("Managed Alpha").getByRole("button", { name: "1" });
  await count.hover();
  await mara.getByText(NAMES.one, { exact: true }).waitFor();
  await tick("Managed Alpha");
  await mara.getByRole("button", { name: "Assign", exact: true }).click();
  await confirm("Assign", "Assign Account(s)");
  await tab(/^Accounts assigned to all \(1\)$/).click();
  await row("Managed Alpha").waitFor();
  await openManagers();
  expect(await managed(NAMES.one)).toBe("2");
  expect(await managed(NAMES.two)).toBe("1");
});

test("AMGR-21 AMGR-25 AMGR-26 Unassign takes accounts from all selected managers who had them, and from one", async () => {
  const { items } = await ask<{ items: { id: string; name: string }[] }>(mara, "GET", "/account-managers");
  const idOf = (name: string) => items.find((person) => person.name === name)!.id;
  await mara.goto(`${url}/account-managers/accounts?managers=${idOf(NAMES.one)},${idOf(NAMES.two)}`);
  await tick("Managed Alpha");
  await mara.getByRole("button", { name: "Unassign", exact: true }).click();
  await confirm("Unassign", "Unassign Account(s)");
  await tab(/^Accounts assigned to all \(0\)$/).waitFor();
  await mara.goto(`${url}/account-managers/accounts?managers=${idOf(NAMES.one)}`);
  await tick("Managed Beta");
  await mara.getByRole("button", { name: "Unassign", exact: true }).click();
  await confirm("Unassign", "Unassign Account(s)");
  await tab(/^Accounts assigned \(0\)$/).waitFor();
});

test.each(["light", "dark"] as const)("axe finds nothing on the pages of account managers and in their dialogs, %s", async (colorScheme) => {
  await mara.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  const { items } = await ask<{ items: { id: string }[] }>(mara, "GET", "/account-managers");
  for (const path of ["/account-managers", "/account-managers?kind=administrators", ...(["all", "some", "none"] as const).map((share) => `/account-managers/accounts?managers=${items.map(({ id }) => id).join(",")}&share=${share}`)]) {
    await mara.goto(url + path);
    await mara.getByRole("heading", { level: 1 }).waitFor();
    expect(await findingsEverywhere(mara), path).toEqual([]);
  }
  await tick("Managed Gamma");
  await mara.getByRole("button", { name: "Assign", exact: true }).click();
  await dialog().waitFor();
  expect(await findings(mara)).toEqual([]);
  await dialog().getByRole("button", { name: "Cancel" }).click();
});

test("AMGR-27 AMGR-28 AMGR-29 Upgrade Selected asks, and makes administrators who see every account", async () => {
  await openManagers();
  await tick(NAMES.one);
  await tick(NAMES.two);
  await mara.getByRole("button", { name: "More", exact: true }).first().click();
  await mara.getByRole("menuitem", { name: "Upgrade Selected" }).click();
  await dialog().getByText("Confirm Upgrade To Administrator(s)?").waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
  await row(NAMES.one).waitFor();
  await mara.getByRole("button", { name: "Upgrade Selected" }).click();
  await confirm("Confirm", "Upgrade to Administrators");
  await tab(/^Account Managers \(0\)$/).waitFor();
  await yusuf.goto(`${url}/accounts`);
  await row("Ballad Industries", yusuf).waitFor();
});
