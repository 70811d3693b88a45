/** What a partner and an account admin find when they have signed in, taken together. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { assignNew, billingOf } from "./billing-system.ts";
import { useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url, dataDir, ports } = inject("portal");

type Items = { items: { id: string; name: string; version: number }[] };

/** Takes the credentials of somebody at MiAccess, or gives them back. */
async function enable(username: string, isEnabled: boolean): Promise<void> {
  const { MIACCESS_CLIENT_SECRET: secret } = JSON.parse(await readFile(join(dataDir, "secrets.json"), "utf8")) as { MIACCESS_CLIENT_SECRET: string };
  const authorization = `Basic ${Buffer.from(`mitel-administration:${secret}`).toString("base64")}`;
  const answer = await fetch(`http://127.0.0.1:${ports.miaccess}/_identities/${username}`, { method: "PUT", headers: { authorization, "content-type": "application/json" }, body: JSON.stringify({ isEnabled }) });
  expect(answer.ok).toBe(true);
}

test("LOGIN-10 a partner whose MiAccess credentials are disabled does not sign in, and stays in the portal with nothing there to remove them by", async () => {
  const { username, password, name } = DEMO_IDENTITIES.find(({ firstName }) => firstName === "Yusuf")!;
  await signInWithMiAccess((await open()).page, "Yusuf");
  const { page: mara } = await open();
  await signInWithMiAccess(mara, "Mara");
  const { accountId } = await ask<{ accountId: string }>(mara, "GET", "/me");
  await enable(username, false);
  try {
    const { page } = await open();
    await page.goto(`${url}/login`);
    await page.getByRole("button", { name: "MiAccess" }).click();
    await page.getByLabel("Username").fill(username);
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "LOGIN" }).click();
    await page.getByText("The username or password is incorrect.").waitFor();
    await mara.goto(`${url}/accounts/${accountId}/users`);
    await mara.getByRole("row", { name: new RegExp(name) }).getByRole("link", { name }).click();
    await mara.getByRole("heading", { level: 1, name }).waitFor();
    expect(await mara.getByRole("button", { name: /^Delete/ }).count()).toBe(0);
  } finally {
    await enable(username, true);
  }
});

test("LOGIN-11 a partner works on accounts, their users, rights, support contacts, integrations and orders", async () => {
  const { page } = await open();
  await signInWithMiAccess(page, "Mara");
  const id = await addAccount(page, "Everything Works Ltd");
  const at = `/accounts/${id}`;
  const account = await ask<{ version: number }>(page, "GET", at);
  await ask(page, "PATCH", at, { version: account.version, city: "Delft", supportContacts: [{ email: "second@northwind.example" }] });
  await ask(page, "POST", `${at}/users`, { firstName: "Ines", lastName: "Kos", email: "ines.kos@everything.example" });
  const user = (await ask<Items>(page, "GET", `${at}/users`)).items[0]!;
  const admin = await ask<{ version: number }>(page, "PATCH", `${at}/users/${user.id}`, { version: user.version, role: "account_admin" });
  await ask(page, "PATCH", `${at}/users/${user.id}`, { version: admin.version, role: "account_admin", lastName: "Koss" });
  await ask(page, "POST", `${at}/integrations`, { integrations: [{ key: "miteam_meetings" }] });
  await ask(page, "DELETE", `${at}/integrations/miteam_meetings`);
  await assignNew(page, await billingOf(page), id, "A-EVERYTHING", [{ sku: "54012201", quantity: 2 }]);
  await ask(page, "POST", `${at}/users/delete`, { selection: { mode: "some", ids: [user.id] } });
  await ask(page, "POST", `${at}/deactivate`, { word: "deactivate" });
  await ask(page, "POST", `${at}/reactivate`, { word: "reactivate" });
  await ask(page, "POST", `${at}/delete`, { word: "delete" });
  expect((await page.goto(`${url}${at}/information`))?.status()).toBe(404);
});

const sections = async (page: Page) => (await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts()).map((text) => text.trim());

test("INFO-03 INFO-05 partner and account admin find the same sections on Account Information, and may change the same there", async () => {
  const { page: admin } = await open();
  const at = await signInAsDemoAdmin(admin);
  const { page: partner } = await open();
  await signInWithMiAccess(partner, "Mara");
  for (const page of [admin, partner]) {
    await page.goto(`${url}${at}/information`);
    await page.getByRole("heading", { level: 1, name: "Account Information" }).waitFor();
    expect((await sections(page)).filter((title) => !/deactivate|close/i.test(title)).slice(0, 6)).toEqual(["Customer Information", "Support Contacts", "Integrations", "Privileges", "Call Services", "Subscriptions"]);
    await page.getByText("Account ID").first().waitFor();
    await page.getByText("Cloud location").waitFor();
    expect(await page.getByRole("textbox", { name: "Customer Name" }).isEditable()).toBe(true);
    expect(await page.getByRole("button", { name: "Add new" }).isEnabled()).toBe(true);
    expect(await page.getByRole("switch", { name: "MiCollab", exact: true }).isEnabled()).toBe(true);
  }
});

test("USER-13 USER-41 the page of a user has the fields, the role and the toggle, licenses, the welcome mail, the password and Delete", async () => {
  const { page } = await open();
  const at = await signInAsDemoAdmin(page);
  await page.goto(`${url}${at}/users`);
  await page.getByRole("textbox", { name: "Search Users" }).waitFor();
  for (const name of ["Add User"]) await page.getByRole("link", { name }).first().waitFor();
  await page.getByRole("row").filter({ hasText: "Hana Sato" }).getByRole("link", { name: "Hana Sato" }).click();
  await page.getByRole("heading", { level: 1, name: "Hana Sato" }).waitFor();
  expect(await page.getByRole("textbox", { name: "First name", exact: false }).isEditable()).toBe(true);
  expect(await page.getByRole("combobox", { name: "Role" }).isEnabled()).toBe(true);
  expect(await page.getByRole("switch", { name: "Account Admin" }).isEnabled()).toBe(true);
  await page.getByRole("heading", { name: "Products and licenses" }).waitFor();
  await page.getByRole("button", { name: /Resend/i }).waitFor();
  await page.getByRole("heading", { name: "Password" }).waitFor();
  await page.getByRole("button", { name: /^Delete/ }).first().waitFor();
});
