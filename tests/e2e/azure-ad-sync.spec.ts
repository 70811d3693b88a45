/** Azure AD Sync as an administrator sets it up: the keys, the directory's own console beside the portal, and what comes of it. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { DEMO_ENTRA } from "#lib/simulators/entra/demo.ts";
import type { Person } from "#lib/simulators/entra/schemas.ts";
import { until, useBrowser } from "./browser.ts";
import { panelOn } from "./integrations-panel.ts";
import { addAccount, ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const portal = inject("portal");
const entraUrl = `http://127.0.0.1:${portal.ports.entra}`;
let page: Page;
let account = "";
let on: ReturnType<typeof panelOn>;

beforeAll(async () => {
  const visitor = await open();
  ({ page } = visitor);
  await visitor.context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: portal.url });
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
  account = await on.newAccount("Directory Industries");
});

const dialog = () => page.locator('[role="dialog"], [role="alertdialog"]').filter({ has: page.getByRole("heading", { name: "Azure AD Sync" }) });
const row = () => on.row("Azure AD Sync");

async function askEntra<T>(method: string, path: string, body?: unknown): Promise<T> {
  const authorization = `Basic ${Buffer.from(`${DEMO_ENTRA.username}:${DEMO_ENTRA.password}`).toString("base64")}`;
  const response = await fetch(entraUrl + path, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return (await response.json()) as T;
}

test("SCIM-01 SCIM-03 SCIM-04 SCIM-05 SCIM-13 the integration is added, and its set-up says what is needed", async () => {
  await on.openPage(account);
  await on.add("3rd party", "Azure AD Sync");
  await row().getByRole("button", { name: "Delete Azure AD Sync" }).waitFor();
  await row().getByRole("button", { name: "Complete setup" }).click();
  for (const text of [
    "Before starting ensure you have an Azure AD subscription/ account, and have added an application object. For more information see online help.",
    "It might be easier to have this portal and the Azure AD portal side-by-side as you will be copying and pasting information from this portal to the Azure AD portal.",
    "Press the Generate keys button to create keys to copy to Azure AD SCIM provisioning. Only generate keys as needed.",
    "For MiVoice Office 400, Mitel recommends to integrate the directory through Mitel Open Interfaces Platform (OIP) instead.",
  ]) await dialog().getByText(text, { exact: true }).waitFor();
  expect(await dialog().getByRole("button").allInnerTexts()).toEqual(expect.arrayContaining(["Generate keys", "Remove", "Done"]));
  expect(await dialog().getByLabel("Secret Token", { exact: true }).count()).toBe(0);
  expect(await dialog().getByLabel("Tenant URL", { exact: true }).count()).toBe(0);
});

test("SCIM-06 SCIM-07 SCIM-09 SCIM-10 keys are made, copied, shown once, and made anew", async () => {
  await dialog().getByRole("button", { name: "Generate keys" }).click();
  await dialog().getByText("Copy and paste these values where needed in Azure AD SCIM provisioning").waitFor();
  const tenantUrl = await dialog().getByLabel("Tenant URL", { exact: true }).inputValue();
  expect(tenantUrl).toBe(`${portal.url}/api/scim/2017-09-01${account}`);
  const token = await dialog().getByLabel("Secret Token", { exact: true }).inputValue();
  for (const [label, value] of [["Copy Tenant URL", tenantUrl], ["Copy Secret Token", token]]) {
    await dialog().getByRole("button", { name: label! }).click();
    await until(async () => ((await page.evaluate(() => navigator.clipboard.readText())) === value ? true : undefined), label!);
  }
  const works = async (secret: string) => (await fetch(`${tenantUrl}/Users`, { headers: { authorization: `Bearer ${secret}` } })).status;
  expect(await works(token)).toBe(200);
  await dialog().getByRole("button", { name: "Done" }).click();
  await row().getByRole("switch", { name: "Azure AD Sync" }).waitFor();
  await row().getByText("Azure AD can provision users").waitFor();
  await row().getByRole("button", { name: "Settings of Azure AD Sync" }).click();
  await dialog().getByLabel("Secret Token", { exact: true }).waitFor();
  expect(await dialog().getByLabel("Tenant URL", { exact: true }).inputValue()).toBe(tenantUrl);
  expect(await page.content()).not.toContain(token);
  expect(await dialog().getByLabel("Secret Token", { exact: true }).inputValue()).toMatch(/^•+$/);
  await dialog().getByRole("button", { name: "Generate keys" }).click();
  await dialog().getByRole("button", { name: "Copy Secret Token" }).waitFor();
  expect(await works(token)).toBe(401);
  expect(await works(await dialog().getByLabel("Secret Token", { exact: true }).inputValue())).toBe(200);
});

test("AADC-01 AADC-04 AADC-06 AADC-11 AADC-12 SCIMAPI-28 the directory is set up in its own console and brings its people to the Users page at once", async () => {
  const secret = await dialog().getByLabel("Secret Token", { exact: true }).inputValue();
  const tenantUrl = await dialog().getByLabel("Tenant URL", { exact: true }).inputValue();
  await dialog().getByRole("button", { name: "Done" }).click();
  await on.openPage(account, "users");
  const { page: entra, context } = await open();
  await context.setHTTPCredentials({ username: DEMO_ENTRA.username, password: DEMO_ENTRA.password });
  await entra.goto(`${entraUrl}/provisioning`);
  await entra.getByLabel("Provisioning Mode").selectOption("Automatic");
  await entra.getByRole("button", { name: "Choose" }).click();
  await entra.getByLabel("Tenant URL").fill(tenantUrl);
  await entra.getByLabel("Secret Token").fill("wrong");
  await entra.getByRole("button", { name: "Test Connection" }).click();
  await entra.getByRole("alert").getByText("invalid credentials").waitFor();
  await entra.getByLabel("Secret Token").fill(secret);
  await entra.getByRole("button", { name: "Test Connection" }).click();
  await entra.getByRole("status").getByText("authorized").waitFor();
  await entra.getByRole("button", { name: "Save", exact: true }).click();
  await entra.goto(`${entraUrl}/mappings`);
  for (const [source, target] of [["mail", 'emails[type eq "work"].value'], ["mobile", 'phoneNumbers[type eq "mobile"].value']]) {
    await entra.getByLabel("Azure Active Directory Attribute").fill(source!);
    await entra.getByLabel("customappsso Attribute").fill(target!);
    await entra.getByRole("button", { name: "Add New Mapping" }).click();
  }
  await entra.getByRole("button", { name: "Save", exact: true }).click();
  await entra.getByLabel("Enabled").selectOption("No");
  await entra.getByRole("button", { name: "Save groups" }).click();
  await entra.goto(entraUrl);
  await entra.getByRole("button", { name: "Start provisioning" }).click();
  await entra.getByText("initial cycle completed").waitFor();
  await entra.getByText("Users provisioned: 3").waitFor();
  for (const name of ["Anneliese Kraft", "Bruno Taveira", "Carla Winther"]) await page.getByRole("link", { name }).waitFor();
  await entra.getByLabel("User").selectOption("Dmitri Vasko");
  for (const name of ["Stop provisioning", "Restart provisioning", "Provision on demand"]) await entra.getByRole("button", { name }).waitFor();
  await entra.getByRole("link", { name: "Edit provisioning" }).waitFor();
  await context.close();
});

test("USER-44 USER-46 the page of such a user shows what the directory has sent, and its fields can only be read", async () => {
  await page.getByRole("link", { name: "Anneliese Kraft" }).click();
  await page.getByRole("heading", { name: "Advanced" }).waitFor();
  await page.getByText("Show the SCIM data").click();
  await page.getByText('emails[type eq "work"].value', { exact: true }).waitFor();
  await page.getByRole("definition").filter({ hasText: "+491555019900" }).waitFor();
  await page.getByText("This user comes from the directory (SCIM).").waitFor();
  expect(await page.getByLabel("First Name").isEditable()).toBe(false);
});

test("CONFLICT-08 a number in use keeps somebody out until its holder is deleted in the portal", async () => {
  const people = await askEntra<{ items: Person[] }>("GET", "/api/users");
  const elin = people.items.find(({ displayName }) => displayName === "Elin Sandberg")!;
  await askEntra("PATCH", `/api/users/${elin.objectId}`, { assigned: true, mobile: "+491555019900" });
  expect(await askEntra("POST", "/api/provisioning/cycle")).toMatchObject({ failed: 1 });
  await on.openPage(account, "users");
  await page.getByRole("button", { name: "Click here if you have an Azure AD Sync phone number conflict" }).click();
  const search = page.getByRole("dialog", { name: "Phone Number Conflict Search" });
  await search.getByRole("searchbox").fill("+491555019900");
  await search.getByRole("button", { name: "Search" }).click();
  await search.getByRole("button", { name: "Delete Anneliese Kraft" }).click();
  await on.question().getByRole("button", { name: "Delete user" }).click();
  await search.getByText("No user found with this number.").waitFor();
  await page.keyboard.press("Escape");
  expect(await askEntra("POST", "/api/provisioning/cycle")).toMatchObject({ failed: 0, provisioned: 1 });
  await page.getByRole("link", { name: "Elin Sandberg" }).waitFor();
});

test("CONFLICT-10 who may not delete users finds the holder, and no way to delete", async () => {
  const accountId = await addAccount(page, "Looking Industries");
  await ask(page, "POST", `/accounts/${accountId}/integrations`, { integrations: [{ key: "azure_ad_sync" }] });
  const role = await ask<{ id: string }>(page, "POST", "/roles", { name: "Looks at users", base: "account_admin", grants: ["users.view", "users.edit"] });
  await ask(page, "POST", `/roles/${role.id}/assign`, { accounts: { mode: "some", ids: [accountId] } });
  const user = await registerUser(page, accountId, { firstName: "Nils", lastName: "Boye", email: "nils.boye@looking.example" });
  const { version } = await ask<{ version: number }>(page, "GET", `/accounts/${accountId}/users/${user.id}`);
  await ask(page, "PATCH", `/accounts/${accountId}/users/${user.id}`, { version, role: role.id, mobileNumber: "+491715550177" });
  const { page: admin } = await open();
  await admin.goto(`${portal.url}/login`);
  await signIn(admin, user.email, user.password);
  await admin.waitForURL(/\/dashboard/);
  await admin.goto(`${portal.url}/accounts/${accountId}/users`);
  await admin.getByRole("button", { name: "Click here if you have an Azure AD Sync phone number conflict" }).click();
  const search = admin.getByRole("dialog", { name: "Phone Number Conflict Search" });
  await search.getByRole("searchbox").fill("+491715550177");
  await search.getByRole("button", { name: "Search" }).click();
  await search.getByRole("heading", { name: "Nils Boye" }).waitFor();
  expect(await search.getByRole("button", { name: /^Delete/ }).count()).toBe(0);
});

test("SCIM-11 Remove in the dialog ends the integration; the users stay", async () => {
  await on.openPage(account);
  await row().getByRole("button", { name: "Settings of Azure AD Sync" }).click();
  await dialog().getByRole("button", { name: "Remove" }).click();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("Azure AD Sync");
  expect(await askEntra("POST", "/api/provisioning/restart")).toMatchObject({ provisioned: 0 });
  await on.openPage(account, "users");
  await page.getByRole("link", { name: "Bruno Taveira" }).waitFor();
});
