/** Licences of users: one by one, in bulk, and how an account uses them. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { assignNew, billingOf } from "./billing-system.ts";
import { useBrowser } from "./browser.ts";
import { choose } from "./choose.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let account = "";

beforeAll(async () => {
  ({ page } = await open());
  account = await signInAsDemoAdmin(page);
});

const dialog = () => page.getByRole("dialog");
const panel = () => page.locator("section").filter({ has: page.getByRole("heading", { name: "Products and licenses" }) });

async function openUser(name: string): Promise<void> {
  await page.goto(`${url}${account}/users?search=${encodeURIComponent(name)}`);
  await page.getByRole("row").filter({ hasText: name }).getByRole("link", { name }).click();
  await page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
}

async function tick(...names: string[]): Promise<void> {
  await page.goto(`${url}${account}/users`);
  for (const name of names) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await page.getByRole("link", { name: `Manage (${names.length})` }).click();
  await page.waitForURL(/\/users\/manage/);
}

test("ONELIC-04 ONELIC-05 ONELIC-07 ONELIC-09 ONELIC-10 ONELIC-11 ONELIC-12 Mitel One is added to a user, gets a tier and features, and is removed", async () => {
  await openUser("Jamal Reyes");
  await panel().getByRole("button", { name: "Add Product" }).click();
  await dialog().getByText("Real-time video conferencing for businesses across time zones and geography").waitFor();
  await dialog().getByRole("button", { name: "Add Mitel One", exact: true }).click();
  await dialog().getByRole("button", { name: "Done" }).click();
  await panel().getByText("No license yet").waitFor();
  await panel().getByRole("link", { name: "Complete setup" }).click();
  await page.getByRole("heading", { name: "Mitel One Configuration" }).waitFor();
  await page.getByRole("navigation", { name: "Table of Contents" }).getByRole("link", { name: "Features" }).waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Please choose a tier.").waitFor();
  await choose(page, "Tier", "Premier");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Mitel One was saved").first().waitFor();
  await page.getByRole("switch", { name: "Chat" }).uncheck();
  const taken = page.waitForResponse((response) => response.request().method() !== "GET" && response.url().includes("/licenses"));
  await page.getByRole("button", { name: "Save" }).click();
  expect((await taken).ok()).toBe(true);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
  await panel().getByText("Premier", { exact: true }).waitFor();
  await panel().getByText("Available features").click();
  await panel().getByRole("listitem").filter({ hasText: "Chat" }).last().getByText("Off").waitFor();
  await panel().getByRole("listitem").filter({ hasText: "Telephony" }).last().getByText("On", { exact: true }).waitFor();
  await panel().getByRole("link", { name: "Settings of Mitel One" }).click();
  await page.getByRole("button", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await page.waitForURL(/\/users\/[0-9a-f-]{36}$/);
  await expect.poll(() => panel().getByText("Mitel One", { exact: true }).count()).toBe(0);
});

test("USER-08 USER-34 the list shows licenses, and the filter Product has what users are licensed for", async () => {
  await page.goto(`${url}${account}/users`);
  await page.getByRole("row").filter({ hasText: "Dana Ortiz" }).getByText("Mitel One (Premier)").waitFor();
  await page.getByRole("row").filter({ hasText: "Dana Ortiz" }).getByText("+1").waitFor();
  await page.getByRole("button", { name: "Add Filter" }).click();
  await page.getByRole("button", { name: "Product" }).click();
  expect(await page.getByRole("button", { name: "MiTeam Meetings" }).count()).toBe(0);
  await page.getByRole("button", { name: "Zoom Hybrid", exact: true }).click();
  await page.waitForURL(/product=zoom_hybrid/);
  await expect.poll(() => page.getByRole("row").filter({ hasText: "Gustav Holm" }).count()).toBe(0);
  await page.getByRole("row").filter({ hasText: "Emeka Nwosu" }).waitFor();
});

test("ONELIC-13 ONELIC-15 ONELIC-16 ONELIC-17 ONELIC-18 ONELIC-19 ONELIC-21 the dialog Mitel One sets a tier for the users selected", async () => {
  await tick("Katrin Vogel", "Lucia Moretti", "Hana Sato", "Gustav Holm");
  await page.getByRole("heading", { name: "Bulk User Settings" }).waitFor();
  await page.getByRole("button", { name: "Mitel One settings" }).click();
  await dialog().getByText("Mitel One is all-in-one collaboration app that consolidates voice, messaging and video communication into a single interface.").waitFor();
  for (const text of ["Decide which tier do you want to enable for selected users?", "Decide which features you want to enable for selected users.", "4 users are affected"]) await dialog().getByText(text).waitFor();
  expect(await dialog().getByText("Settings will be overwritten for all of them").count()).toBe(2);
  await dialog().getByText("Available licenses: (14): Elite (3), Premier (3), Essential (8)").waitFor();
  await dialog().getByText("Selected licenses: (2): Elite (0), Premier (0), Essential (2)").waitFor();
  const overwrite = dialog().getByRole("combobox", { name: "Overwrite licenses for selected users" });
  await expect.poll(() => overwrite.innerText()).toBe("Leave unchanged");
  for (const feature of ["Chat", "MiTeam Meetings", "Telephony"]) expect(await dialog().getByRole("combobox", { name: feature }).innerText()).toBe("Leave unchanged");
  await overwrite.click();
  await page.getByRole("option").first().waitFor();
  expect(await page.getByRole("option").allTextContents()).toEqual(["Leave unchanged", "Unassign all", "Essential"]);
  await page.getByRole("option", { name: "Essential" }).click();
  await dialog().getByRole("button", { name: "Save" }).click();
  await page.getByText("The licenses of 2 users were changed").first().waitFor();
  await page.goto(`${url}${account}/users?product=mitel_one`);
  await page.getByRole("row").filter({ hasText: "Katrin Vogel" }).getByText("Mitel One (Essential)").waitFor();
});

test("ONELIC-14 Manage without a ticked user is for all users of the account, and says how many", async () => {
  await page.goto(`${url}${account}/users/manage`);
  await page.getByRole("button", { name: "Mitel One settings" }).click();
  const { total } = await ask<{ total: number }>(page, "GET", `${account}/users`);
  await dialog().getByText(`${total} users are affected`).waitFor();
  await dialog().getByRole("button", { name: "Cancel" }).click();
});

test("the licenses of the account: used, free and expiring, a picture with a table behind it, and what a change would do", async () => {
  await page.goto(`${url}${account}/billing/licenses`);
  const premier = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Mitel One (Premier)" }) });
  await premier.getByText("3 of 6 used").waitFor();
  await premier.getByText("3 free").waitFor();
  await page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "MiTeam Meetings" }) }).getByText(/8 expire, the first by \d{4}-\d\d-\d\d/).waitFor();
  await page.getByRole("img", { name: /licenses are assigned on \d{4}-\d\d-\d\d/ }).first().waitFor();
  await page.getByText("Show as a table").click();
  expect(await page.getByRole("region").getByRole("row").count()).toBeGreaterThan(3);
  await choose(page, "Plan", "Mitel One \\(Premier\\)");
  await page.getByLabel("Licenses that go").fill("5");
  await page.getByRole("button", { name: "Show what would change" }).click();
  await page.getByText("The account would have 1 of these licenses instead of 6; 3 are assigned now.").waitFor();
  await page.getByText(/2 users would get Mitel One \(Elite\) instead/).waitFor();
});

test("USER-68 USER-69 USER-70 USER-71 USER-72 USER-74 USER-75 USER-76 MEET-06 MEETMC-03 MEETMC-04 MEETMC-07 MEETMC-08 MEETMC-09 MiTeam Meetings: its toggle at a user, and its section in the panel Manage", async () => {
  const { page: partner } = await open();
  await signInWithMiAccess(partner, "Mara");
  const id = await addAccount(partner, "Wren Media");
  const users: string[] = [];
  for (const firstName of ["Anna", "Bert", "Cleo"]) users.push((await ask<{ id: string }>(partner, "POST", `/accounts/${id}/users`, { firstName, lastName: "Wren", email: `${firstName}@wren.example`.toLowerCase() })).id);
  const products = partner.locator("section").filter({ has: partner.getByRole("heading", { name: "Products and licenses" }) });
  const openUser = async (index: number) => {
    await partner.goto(`${url}/accounts/${id}/users/${users[index]}`);
    await products.getByText("MiTeam Meetings").waitFor();
  };
  const manage = async () => {
    await partner.goto(`${url}/accounts/${id}/users/manage`);
    await partner.getByRole("heading", { name: "Actions" }).waitFor();
  };
  await assignNew(partner, await billingOf(partner), id, "A-E2E-MEET", [{ sku: "54012201", quantity: 2 }]);
  await openUser(0);
  await products.getByText("No Licenses").waitFor();
  await manage();
  expect(await partner.getByRole("heading", { name: "Assign or unassign licenses" }).count()).toBe(0);

  await ask(partner, "POST", `/accounts/${id}/integrations`, { integrations: [{ key: "miteam_meetings" }] });
  await openUser(0);
  await products.getByRole("switch", { name: "MiTeam Meetings" }).check();
  await partner.getByText("MiTeam Meetings was given to the user").first().waitFor();
  await manage();
  await partner.getByRole("heading", { name: "Assign or unassign licenses" }).waitFor();
  for (const text of ["1 available license", "2 users available to assign", "1 user already assigned"]) await partner.getByText(text, { exact: true }).waitFor();
  await partner.getByRole("button", { name: "Assign all", exact: true }).click();
  await partner.getByRole("alertdialog").getByRole("button", { name: "Assign all" }).click();
  await partner.getByText("1 more license(s) are needed to apply to the selected users. Please purchase more or unassign existing licenses and try again").waitFor();
  await partner.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();

  await partner.goto(`${url}/accounts/${id}/users`);
  for (const name of ["Anna Wren", "Bert Wren"]) await partner.getByRole("checkbox", { name: `Select ${name}` }).check();
  await partner.getByRole("link", { name: "Manage (2)" }).click();
  await partner.getByRole("heading", { name: "Manage (2 selected)" }).waitFor();
  await partner.getByRole("button", { name: "Unassign (1)" }).waitFor();
  await partner.getByRole("button", { name: "Assign (1)", exact: true }).click();
  await partner.getByRole("alertdialog").getByRole("button", { name: "Assign (1)" }).click();
  await partner.getByText("0 available licenses").waitFor();
  await partner.getByText("2 users already assigned").waitFor();

  await openUser(2);
  await products.getByText("Licenses not available").waitFor();
  expect(await products.getByRole("switch", { name: "MiTeam Meetings" }).isDisabled()).toBe(true);
  await manage();
  await partner.getByRole("button", { name: "Unassign all" }).click();
  await partner.getByRole("alertdialog").getByRole("button", { name: "Unassign all" }).click();
  await partner.getByText("2 available licenses").waitFor();

  await openUser(0);
  await products.getByRole("switch", { name: "MiTeam Meetings" }).check();
  await partner.getByText("MiTeam Meetings was given to the user").first().waitFor();
  await ask(partner, "POST", `/accounts/${id}/integrations`, { integrations: [{ key: "micollab" }] });
  await openUser(0);
  const toggle = products.getByRole("switch", { name: "MiTeam Meetings" });
  expect([await toggle.isChecked(), await toggle.isDisabled()]).toEqual([true, true]);
  await openUser(1);
  await products.getByText("No Licenses").waitFor();
  await manage();
  expect(await partner.getByRole("heading", { name: "Assign or unassign licenses" }).count()).toBe(0);
});
