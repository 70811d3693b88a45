/** Orders and subscriptions, as partners and admins see them. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { assignNew, billingOf } from "./billing-system.ts";
import { useBrowser } from "./browser.ts";
import { addAccount } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const navigation = (page: Page) => page.getByRole("navigation", { name: "Main navigation" });
const dialog = (page: Page) => page.getByRole("dialog");

describe("a partner", () => {
  let page: Page;
  let buy: Awaited<ReturnType<typeof billingOf>>;
  beforeAll(async () => {
    ({ page } = await open());
    await signInWithMiAccess(page, "Mara");
    buy = await billingOf(page);
  });
  const row = (number: string) => page.getByRole("row").filter({ hasText: number });
  const showing = (view: string) => page.getByRole("button", { name: new RegExp(`${view} \\(\\d+\\)`) });

  test("ORDER-01 DASH-08 DASH-09 NAV-04 Orders is reached by Billing in the navigation, and from the dashboard", async () => {
    await page.goto(`${url}/dashboard`);
    const billing = page.getByRole("region", { name: "Billing" });
    await billing.getByText("Orders to assign").waitFor();
    await billing.getByText("Expiring subscriptions").waitFor();
    await billing.getByRole("link", { name: "Orders", exact: true }).click();
    await page.waitForURL(`${url}/orders`);
    await page.goto(`${url}/dashboard`);
    await navigation(page).getByRole("button", { name: "Billing" }).click();
    await navigation(page).getByRole("link", { name: "Orders" }).click();
    await page.waitForURL(`${url}/orders`);
  });

  test("ORDER-04 ORDER-05 ORDER-06 ORDER-07 ORDER-08 ORDER-09 ORDER-10 ORDER-11 the columns, what stands for missing values, and one status an order", async () => {
    await page.goto(`${url}/orders`);
    const headers = await page.getByRole("columnheader").allTextContents();
    expect(headers.map((header) => header.trim().toUpperCase()).slice(0, 6)).toEqual(["SAP ORDER NUMBER", "ORDER NUMBER", "RESELLER PO NUMBER", "CUSTOMER PO NUMBER", "ASSIGNED ACCOUNT", "SUBSCRIPTION EXPIRY"]);
    const cells = async (number: string) => (await row(number).getByRole("cell").allTextContents()).map((text) => text.trim());
    expect(await cells("A-S00371665")).toEqual(["A-S00371665", "Unavailable", "Unavailable", "Unassigned", expect.stringMatching(/^\d{4}-\d\d-\d\d$/), "ASSIGN"]);
    expect(await row("A-S00371665").getByRole("rowheader").innerText()).toContain("Unavailable");
    const statuses = { "A-500015371": "EXPIRING SOON", "A-500015372": "ASSIGN", "A-S00018940": "EXPIRED", "A-500006225": "EXPIRED", "A-500052240": "PENDING ACTIVATION", "A-500007601": "PERPETUAL", "A-S00369050": "", "A-S00364597": "EXPIRING SOON" };
    for (const [number, status] of Object.entries(statuses)) expect((await cells(number)).at(-1), number).toBe(status);
    expect((await cells("A-500007601")).at(-2), "a perpetual one has no expiry").toBe("");
    expect((await cells("A-500007601")).at(-3)).toBe("Ballad Industries");
  });

  test("ORDER-02 ORDER-12 ORDER-13 a new order is in the list at once; the drop-down narrows it and counts", async () => {
    await page.goto(`${url}/orders`);
    const before = Number(/\((\d+)\)/.exec(await showing("All").innerText())![1]);
    await buy("A-E2E-NEW", { sapOrderNumber: "0009990001" });
    await page.reload();
    await page.getByRole("button", { name: `All (${before + 1})` }).waitFor();
    await row("A-E2E-NEW").waitFor();
    await showing("All").click();
    await page.getByRole("menuitemradio").first().waitFor();
    expect((await page.getByRole("menuitemradio").allTextContents()).map((text) => text.replace(/ \(\d+\)/, ""))).toEqual(["All", "Unassigned", "Expiring"]);
    await page.getByRole("menuitemradio", { name: /^Unassigned/ }).click();
    await page.waitForURL(/show=unassigned/);
    await row("A-E2E-NEW").waitFor();
    await expect.poll(() => page.getByRole("row").filter({ hasText: "Ballad Industries" }).count()).toBe(0);
    await showing("Unassigned").click();
    await page.getByRole("menuitemradio", { name: /^Expiring/ }).click();
    await page.waitForURL(/show=expiring/);
    await expect.poll(() => row("A-E2E-NEW").count()).toBe(0);
    await row("A-S00364597").waitFor();
  });

  test("ORDER-14 results narrow while typing", async () => {
    await page.goto(`${url}/orders`);
    await page.getByLabel("Search orders").fill("subsc mivo");
    await expect.poll(() => row("A-S00371665").count()).toBe(0);
    await row("A-500015371").waitFor();
    await page.getByLabel("Search orders").fill("ballad");
    await row("A-S00369050").waitFor();
    await expect.poll(() => row("A-500015371").count()).toBe(0);
  });

  test("an order that is opened right after typing stays open", async () => {
    await page.goto(`${url}/orders`);
    // The search of what was typed would be the next to be asked for.
    await page.clock.install();
    await page.getByLabel("Search orders").fill("A-");
    await row("A-500015371").getByRole("link").first().click();
    await page.waitForURL(/order=/);
    await dialog(page).getByText("Subscription details").first().waitFor();
    await page.clock.runFor(2_000);
    await expect.poll(() => page.url()).toContain("order=");
    expect(await dialog(page).count()).toBe(1);
    await page.clock.resume();
  });

  test("ORDER-15 ORDER-16 ORDER-17 ORDER-18 ORDER-19 ORDER-20 MEET-03 MEET-04 an order is assigned to a company that is searched for, and its account has the licenses", async () => {
    const id = await addAccount(page, "Osprey Billing");
    await buy("A-E2E-ASSIGN");
    await page.goto(`${url}/orders?show=unassigned`);
    await page.getByRole("link", { name: "ASSIGN order A-E2E-ASSIGN" }).click();
    await dialog(page).getByText("Zoom Hybrid - hMitel Indirect: 5401484").waitFor();
    await dialog(page).getByRole("button", { name: /^Plan details: hMitel Indirect/ }).hover();
    await page.getByText(/Zoom Workplace with the Mitel phone system/).first().waitFor();
    await dialog(page).getByRole("button", { name: "Assign" }).click();
    await dialog(page).getByText("Please choose a company.").waitFor();
    await dialog(page).getByRole("combobox", { name: "Company" }).fill("osprey bil");
    await page.getByRole("option", { name: "Osprey Billing" }).click();
    await dialog(page).getByRole("button", { name: "Assign" }).click();
    await dialog(page).getByText("Order A-E2E-ASSIGN has been assigned to Osprey Billing.").waitFor();
    await dialog(page).getByRole("link", { name: "Go to account integrations" }).click();
    await page.waitForURL(new RegExp(`/accounts/${id}/`));
    await page.goto(`${url}/orders?search=A-E2E-ASSIGN`);
    await row("A-E2E-ASSIGN").filter({ hasText: "Osprey Billing" }).waitFor();
    await page.goto(`${url}/accounts/${id}/billing/subscriptions`);
    await page.getByText("Zoom Hybrid - hMitel Indirect - 0 assigned of 2 license(s)").waitFor();
  });

  test("ORDER-21 ORDER-22 the details of an order, its tracking details, and Close", async () => {
    await page.goto(`${url}/orders?search=A-S00369050`);
    await row("A-S00369050").getByRole("link").click();
    for (const term of ["Subscription number", "Start date", "Assigned account", "Term"]) await dialog(page).getByText(term, { exact: true }).waitFor();
    await dialog(page).getByRole("columnheader", { name: "Subscription details" }).waitFor();
    await dialog(page).getByRole("columnheader", { name: "Number of licenses" }).waitFor();
    expect(await dialog(page).getByText("SAP order number", { exact: true }).isVisible()).toBe(false);
    await dialog(page).getByRole("button", { name: "See additional tracking details" }).click();
    await dialog(page).getByText("0003418830").waitFor();
    for (const term of ["Order (tracking) number", "Reseller PO", "Customer PO", "Purchase date", "Expiration date"]) expect(await dialog(page).getByText(term, { exact: true }).isVisible(), term).toBe(true);
    expect(await dialog(page).getByRole("button", { name: "Assign" }).count()).toBe(0);
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(page.url()).not.toContain("order=");
  });

  test("SUBS-01 SUBS-02 SUBS-03 SUBS-04 SUBS-05 SUBS-07 SUBS-08 SUBS-09 INFO-09 INFO-19 the panel, on its page and at the end of the account's", async () => {
    await page.goto(`${url}/accounts`);
    await page.getByRole("link", { name: "Ballad Industries" }).click();
    await page.waitForURL(/\/information/);
    await page.getByText("0007713020").waitFor();
    await page.getByRole("heading", { name: "Subscriptions" }).waitFor();
    await navigation(page).getByRole("button", { name: "Billing" }).click();
    await navigation(page).getByRole("link", { name: "Subscriptions" }).click();
    await page.waitForURL(/\/billing\/subscriptions/);
    const zoom = page.locator("details").filter({ hasText: "Zoom Hybrid - hMitel Indirect - 2 assigned of 5 license(s)" });
    await zoom.getByText("3 remaining").waitFor();
    await zoom.locator("summary").click();
    expect((await zoom.getByRole("columnheader").allTextContents()).map((text) => text.toUpperCase())).toEqual(["SUBSCRIPTION NUMBER", "DETAILS", "LICENSES", "START DATE"]);
    await zoom.getByRole("row").filter({ hasText: "A-S00372462" }).filter({ hasText: "Zoom Hybrid - hMitel Indirect: 5401484" }).filter({ hasText: /\d{4}-\d\d-\d\d/ }).waitFor();
    await zoom.getByRole("button", { name: /^Plan details/ }).hover();
    await page.getByText(/Zoom Workplace with the Mitel phone system/).first().waitFor();
    const workflows = page.locator("details").filter({ hasText: "Workflow Studio - 2 license(s)" }).first();
    await workflows.locator("summary").first().click();
    for (const plan of ["WorkflowStudio_Premier_Free - 1 license(s)", "WorkflowStudio_Essential_Free - 1 license(s)"]) await workflows.getByText(plan).waitFor();
  });

  test("SUBS-12 SUBS-13 SUBS-14 SUBS-15 SUBS-16 SUBS-17 Add Order assigns to the account it came from and goes back there; to another account it stays on the Orders page", async () => {
    const id = await addAccount(page, "Kestrel Foods");
    await addAccount(page, "Heron Travel");
    await buy("A-E2E-BACK");
    await buy("A-E2E-OTHER");
    await page.goto(`${url}/accounts/${id}/billing/subscriptions`);
    await page.getByRole("link", { name: "Add Order" }).click();
    await page.waitForURL(/\/orders\?show=unassigned/);
    await showing("Unassigned").waitFor();
    await page.getByRole("link", { name: "ASSIGN order A-E2E-OTHER" }).click();
    await expect.poll(() => dialog(page).getByRole("combobox", { name: "Company" }).inputValue()).toBe("Kestrel Foods");
    await dialog(page).getByRole("combobox", { name: "Company" }).fill("heron");
    await page.getByRole("option", { name: "Heron Travel" }).click();
    await dialog(page).getByRole("button", { name: "Assign" }).click();
    await dialog(page).getByText("Order A-E2E-OTHER has been assigned to Heron Travel.").waitFor();
    await dialog(page).getByRole("button", { name: "Close" }).last().click();
    expect(page.url()).toContain("/orders");
    await page.getByRole("link", { name: "ASSIGN order A-E2E-BACK" }).click();
    await expect.poll(() => dialog(page).getByRole("combobox", { name: "Company" }).inputValue()).toBe("Kestrel Foods");
    await dialog(page).getByRole("button", { name: "Assign" }).click();
    await page.waitForURL(`${url}/accounts/${id}/billing/subscriptions`);
    await page.getByText("Zoom Hybrid - hMitel Indirect - 0 assigned of 2 license(s)").waitFor();
  });

  test("INFO-20 INFO-21 INFO-22 a banner above the information names the subscription and the integration it lacks; closed, it is back with the next visit", async () => {
    const id = await addAccount(page, "Grebe Press");
    await assignNew(page, buy, id, "A-E2E-BANNER", [{ sku: "5401484", quantity: 1 }]);
    await page.goto(`${url}/accounts/${id}/information`);
    const text = "There is a Zoom Hybrid subscription assigned to this account but the integration is not enabled. Add the 'Zoom' integration to ensure functionality.";
    const banner = page.getByText(text);
    await banner.waitFor();
    const above = (await banner.boundingBox())!.y < (await page.getByRole("heading", { name: "Customer Information" }).boundingBox())!.y;
    expect(above).toBe(true);
    await page.getByRole("button", { name: "Dismiss" }).first().click();
    await expect.poll(() => banner.count()).toBe(0);
    await page.reload();
    await banner.waitFor();
  });

  test("the billing connection shows its address, a new secret once, and ends the old one", async () => {
    await page.goto(`${url}/orders`);
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("menuitem", { name: "Billing connection" }).click();
    await expect.poll(() => dialog(page).getByLabel("Address", { exact: true }).inputValue()).toMatch(/\/api\/v1\/partners\/[0-9a-f-]{36}\/orders$/);
    await dialog(page).getByRole("button", { name: "Make a new secret" }).click();
    // The question stays when what it was asked from has gone.
    await expect.poll(() => dialog(page).count()).toBe(0);
    await page.getByRole("alertdialog").getByRole("button", { name: "Make a new secret" }).click();
    await page.getByRole("alertdialog", { name: "The new secret" }).waitFor();
    expect((await page.getByLabel("Secret", { exact: true }).inputValue()).length).toBeGreaterThan(40);
    await page.getByRole("button", { name: "Done" }).click();
    await page.getByRole("button", { name: "More options" }).click();
    await page.getByRole("menuitem", { name: "Billing connection" }).click();
    await dialog(page).getByText("The secret before it is taken as well until").waitFor();
    await dialog(page).getByRole("button", { name: "End the old secret" }).click();
    await expect.poll(() => dialog(page).count()).toBe(0);
    await page.getByRole("alertdialog").getByRole("button", { name: "End the old secret" }).click();
    await dialog(page).getByLabel("Address", { exact: true }).waitFor();
    expect(await dialog(page).getByText("The secret before it").count()).toBe(0);
  });
});

test("ORDER-01 SUBS-12 an account admin sees subscriptions without Add Order, and no orders", async () => {
  const { page } = await open();
  const account = await signInAsDemoAdmin(page);
  await navigation(page).getByRole("button", { name: "Billing" }).click();
  await navigation(page).getByRole("link", { name: "Subscriptions" }).click();
  await page.waitForURL(`${url}${account}/billing/subscriptions`);
  await page.getByText("Workflow Studio - 2 license(s)").waitFor();
  expect(await page.getByRole("link", { name: "Add Order" }).count()).toBe(0);
  expect(await navigation(page).getByRole("link", { name: "Orders" }).count()).toBe(0);
  await page.goto(`${url}/orders`);
  await page.getByText("This page was not found").waitFor();
});
