/** Signing in, as people do it. */
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { DEMO_ADMIN } from "#lib/processes/demo-people.ts";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";

/** Signs in with address and password, in two steps (LOGIN-13). */
export async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Next" }).click();
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Next" }).click();
}

/** Signs a demo partner in with MiAccess and waits for the dashboard. */
export async function signInWithMiAccess(page: Page, firstName: string): Promise<void> {
  const { username, password } = DEMO_IDENTITIES.find((person) => person.firstName === firstName)!;
  await page.goto(`${inject("portal").url}/login`);
  await page.getByRole("button", { name: "MiAccess" }).click();
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "LOGIN" }).click();
  await page.waitForURL(/\/dashboard$/);
}

/** Signs the admin of the demo account in; gives the path of that account, "/accounts/…". */
export async function signInAsDemoAdmin(page: Page): Promise<string> {
  await page.goto(`${inject("portal").url}/login`);
  await signIn(page, DEMO_ADMIN.email, DEMO_ADMIN.password);
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}\/dashboard/);
  return /\/accounts\/[0-9a-f-]{36}/.exec(page.url())![0];
}
