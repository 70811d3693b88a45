/** Unify Phone: its set-up by an API key and with a new tenant, its configuration, the licenses of the PBX, and its removal. */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { DEMO_UNIFY_PHONE } from "#lib/simulators/kit/demo.ts";
import { until, useBrowser } from "./browser.ts";
import { findingsEverywhere } from "./findings.ts";
import { panelOn } from "./integrations-panel.ts";
import { ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url, ports } = inject("portal");
const service = `http://127.0.0.1:${ports.unifyPhone}`;
let page: Page;
let on: ReturnType<typeof panelOn>;
const row = () => on.row("Unify Phone");
const field = (label: string) => page.getByLabel(label, { exact: true });
const done = () => page.getByRole("button", { name: "Done", exact: true }).click();
const heading = (name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

async function askService<T>(method: string, path: string, body?: object): Promise<T> {
  const authorization = `Basic ${Buffer.from(`${DEMO_UNIFY_PHONE.username}:${DEMO_UNIFY_PHONE.password}`).toString("base64")}`;
  const response = await fetch(service + path, { method, headers: { authorization, "content-type": "application/json" }, body: body && JSON.stringify(body) });
  if (!response.ok) throw new Error(`Unify Phone ${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json() as Promise<T>;
}

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

test("UNIFY-04 UNIFY-05 UNIFY-06 UNIFY-07 UNIFY-08 UNIFY-13 UNIFY-14 UNIFY-18 UNIFY-22 a tenant that is there is linked by its API key, looked at, removed and linked again", async () => {
  const account = await on.newAccount("Unified Industries");
  const name = `Existing ${randomUUID()}`;
  const { id } = await askService<{ id: string }>("POST", "/_tenants", { name, contact: { firstName: "Katrin", lastName: "Vogel", email: "katrin@unified.example", countryCode: "49", phoneNumber: "40 5550" } });
  await on.openPage(account, "information");
  await on.add("Mitel", "Unify Phone");
  await row().getByText("Incomplete: no Unify Phone tenant is linked to the account yet").waitFor();
  await row().getByRole("button", { name: "Delete Unify Phone" }).waitFor();
  await row().getByText("Complete Setup", { exact: true }).click();
  await heading("Unify Phone Configuration");
  await page.getByText("Please enter the information below to establish SIP connectivity between your solution and Unify Phone Platform.").waitFor();
  expect(await page.getByRole("main").getByRole("textbox").count()).toBe(6);
  expect(await page.getByRole("main").getByRole("button").allInnerTexts()).toEqual(expect.arrayContaining(["Remove", "Cancel", "Done"]));
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("checkbox", { name: "Are you onboarding a pre-existing tenant?" }).check();
  for (const label of ["Tenant Name", "First Name", "Last Name", "Email", "Country Code", "Phone Number"]) expect(await field(label).isDisabled(), label).toBe(true);
  await done();
  await page.getByText("Please fill in API Key.").first().waitFor();
  await field("API Key").fill("up_made_up");
  await done();
  await page.getByText(/Unify Phone knows no tenant with this API key/).first().waitFor();
  expect(await field("API Key").inputValue()).toBe("up_made_up");
  expect(await findingsEverywhere(page)).toEqual([]);

  const { username, password } = DEMO_UNIFY_PHONE;
  const visitor = await page.context().browser()!.newContext({ httpCredentials: { username, password } });
  const administration = await visitor.newPage();
  await administration.goto(service);
  expect(await findingsEverywhere(administration)).toEqual([]);
  await administration.getByRole("link", { name, exact: true }).click();
  await administration.getByRole("link", { name: "Telephony connector" }).click();
  const apiKey = await administration.getByRole("code").innerText();
  expect(await findingsEverywhere(administration)).toEqual([]);
  await administration.getByRole("link", { name: "Provisioning of the PBX" }).click();
  await administration.getByRole("heading", { name: "Assign a license" }).waitFor();
  expect(await findingsEverywhere(administration)).toEqual([]);
  await visitor.close();

  await field("API Key").fill(apiKey);
  await done();
  await page.getByText("Unify Phone is set up").first().waitFor();
  await row().getByText(`Connected to the tenant ${name}`).waitFor();
  await row().getByRole("button", { name: "Settings of Unify Phone" }).click();
  await heading("Unify Phone Configuration");
  for (const text of [name, "OpenScape Business", "Katrin", "Vogel", "katrin@unified.example", "40 5550"]) await page.getByRole("main").getByText(text, { exact: true }).first().waitFor();
  await page.getByText("Synchronized").waitFor();
  expect(await page.getByRole("main").getByRole("textbox").count(), "view-only").toBe(0);
  expect(await page.content()).not.toContain(apiKey);
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await on.question().getByRole("heading", { name: "Remove Unify Phone Integration" }).waitFor();
  await on.question().getByText("The Unify Phone tenant is not deleted. It can be linked again by its API key.").waitFor();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Unify Phone");
  await until(async () => (await askService<{ tenants: { id: string; link: object | null }[] }>("GET", "/_state")).tenants.some((tenant) => tenant.id === id && tenant.link === null) || undefined, "The tenant without a link");

  await on.add("Mitel", "Unify Phone");
  await row().getByText("Complete Setup", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Are you onboarding a pre-existing tenant?" }).check();
  await field("API Key").fill(apiKey);
  await done();
  await row().getByText(`Connected to the tenant ${name}`).waitFor();
});

test("UNIFY-09 UNIFY-11 UNIFY-15 UNIFY-16 UNIFY-17 UNIFY-18 UNIFY-21 a new tenant whose name must be new; what its PBX gives is in the list, at the user, and gone with the integration", async () => {
  const account = await on.newAccount("Newly Unified");
  const email = `dana.${randomUUID()}@unified.example`;
  await ask(page, "POST", `${account}/users`, { firstName: "Dana", lastName: "Unified", email });
  await on.openPage(account);
  await on.add("Mitel", "Unify Phone");
  await row().getByText("Complete Setup", { exact: true }).click();
  const name = `New ${randomUUID()}`;
  await field("Tenant Name").fill(DEMO_UNIFY_PHONE.tenant.name);
  await field("First Name").fill("Bo");
  await field("Email").fill("nonsense");
  await done();
  await page.getByText(/Please enter an e-mail address/).first().waitFor();
  await field("Email").fill("bo@unified.example");
  await done();
  await page.getByText(/A Unify Phone tenant of this name exists already/).first().waitFor();
  expect([await field("First Name").inputValue(), await field("Email").inputValue()]).toEqual(["Bo", "bo@unified.example"]);
  await field("Tenant Name").fill(name);
  await done();
  await row().getByText(`Connected to the tenant ${name}`).waitFor();

  const { tenants } = await askService<{ tenants: { id: string; name: string }[] }>("GET", "/_state");
  const users = `/api/v1/provisioning/tenants/${tenants.find((tenant) => tenant.name === name)!.id}/users`;
  for (const address of [email, "lobby@elsewhere.example"]) await askService("POST", users, { email: address });
  await page.goto(`${url}${account}/integrations/unify_phone`);
  await page.getByRole("button", { name: "Synchronize now" }).click();
  await page.getByText("lobby@elsewhere.example").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("link", { name: "1 user" }).click();
  await page.waitForURL(/product=unify_phone/);
  await page.getByRole("row", { name: /Dana Unified/ }).waitFor();
  await page.goto(`${url}${account}/users`);
  await page.getByRole("button", { name: "Add Filter" }).click();
  await page.getByRole("button", { name: "Product" }).click();
  await page.getByRole("button", { name: "Unify Phone", exact: true }).click();
  await page.waitForURL(/product=unify_phone/);
  await page.getByRole("row", { name: /Dana Unified/ }).getByText("Unify Phone").waitFor();
  await page.getByRole("link", { name: "Dana Unified" }).click();
  const products = page.locator("section", { has: page.getByRole("heading", { name: "Products and licenses" }) });
  await products.getByText("The provisioning tool of the PBX assigns this license.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);

  await on.openPage(account);
  await row().getByRole("switch", { name: "Unify Phone" }).click();
  await on.question().getByText("The Unify Phone license of every user who has one is revoked.").waitFor();
  expect(await on.question().getByRole("button").allInnerTexts()).toEqual(["Cancel", "Remove integration"]);
  expect(await findingsEverywhere(page)).toEqual([]);
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Unify Phone");
  await until(async () => (await askService<{ items: { licensedAt: string }[] }>("GET", users)).items.every(({ licensedAt }) => licensedAt === "") || undefined, "The end of all licenses");
  expect((await ask<{ items: { licenses: string[] }[] }>(page, "GET", `${account}/users`)).items[0]!.licenses).toEqual([]);
});
