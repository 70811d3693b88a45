/** The page "Developer", and a registered application that acts for a user over the real door. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let accountId = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  accountId = await addAccount(page, "Developed Industries");
  await ask(page, "POST", `/accounts/${accountId}/users`, { firstName: "Dana", lastName: "Ortiz", email: "dana.ortiz@developed.example", accountAdmin: false });
});

async function exchange(clientId: string, clientSecret: string): Promise<{ status: number; body: { access_token?: string; error?: string } }> {
  const response = await fetch(`${url}/api/v1/accounts/${accountId}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:token-exchange",
      subject_token: "dana.ortiz@developed.example",
      subject_token_type: "urn:mitel:params:oauth:token-type:user-email",
    }),
  });
  return { status: response.status, body: (await response.json()) as { access_token?: string; error?: string } };
}

test("PERM-54 PRIV-11 PRIV-12 an application is registered and assigned on the page, and then acts for a user of that account while the privilege is on", async () => {
  await page.goto(`${url}/dashboard`);
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Developer" }).click();
  await page.getByRole("heading", { level: 1, name: "Developer" }).waitFor();
  await page.getByRole("button", { name: "Register application" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Name").fill("MiCollab Server");
  await form.getByRole("combobox", { name: "Customer accounts" }).fill("developed");
  await page.getByRole("option", { name: "Developed Industries" }).click();
  await form.getByRole("button", { name: "Register application" }).click();
  const shown = page.getByRole("alertdialog", { name: "Secret of MiCollab Server" });
  const [clientId, secret] = [await shown.getByLabel("Client ID", { exact: true }).inputValue(), await shown.getByLabel("Client secret", { exact: true }).inputValue()];
  await shown.getByRole("button", { name: "Done" }).click();
  await page.getByText("Assigned to 1 account").waitFor();
  expect(await page.content()).not.toContain(secret);

  expect(await exchange(clientId, secret)).toMatchObject({ status: 400, body: { error: "invalid_grant" } });
  await ask(page, "PATCH", `/accounts/${accountId}/switches`, { delegatedAuthentication: true });
  const { status, body } = await exchange(clientId, secret);
  expect(status).toBe(200);
  const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${body.access_token}` } });
  expect(await me.json()).toMatchObject({ email: "dana.ortiz@developed.example", role: "user" });

  await page.getByRole("button", { name: "More of MiCollab Server" }).click();
  await page.getByRole("menuitem", { name: "New secret" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Make new secret" }).click();
  await shown.getByRole("button", { name: "Done" }).click();
  expect(await exchange(clientId, secret)).toMatchObject({ status: 401, body: { error: "invalid_client" } });
  await page.getByRole("button", { name: "More of MiCollab Server" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete application" }).click();
  await page.getByText("No applications yet").waitFor();
});
