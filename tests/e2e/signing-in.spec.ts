/** What somebody sees whose account is deactivated while they are at work. */
import { expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { aNewUser } from "./customers.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
const PERSON = { firstName: "Oda", lastName: "Falk", email: "oda.falk@closing.example", accountAdmin: true };
const PASSWORD = "a quiet harbour at dawn";
const WHY = "The account Closing Down is deactivated. Please ask your Mitel partner.";

test("ACCT-14 who is at work in an account that is deactivated is signed out at the next click and told why, and can not sign in", async () => {
  const partner = (await open()).page;
  await signInWithMiAccess(partner, "Mara");
  const account = await addAccount(partner, "Closing Down");
  const { page } = await open();
  await page.goto(await aNewUser(partner, account, PERSON));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Complete" }).click();
  await page.getByText("Your registration is complete").waitFor();
  await signIn(page, PERSON.email, PASSWORD);
  await page.waitForURL(/\/dashboard$/);
  // The last that the page asks for by itself; an answer to it later would lead to sign-in without a click.
  const settled = page.waitForResponse(/\/me\/notifications$/);
  await page.goto(`${url}/profile`);
  await settled;
  await page.getByRole("heading", { level: 1, name: "Profile" }).waitFor();

  await ask(partner, "POST", `/accounts/${account}/deactivate`, { word: "deactivate" });
  await page.getByRole("link", { name: "Account", exact: true }).first().click();
  await page.waitForURL(/\/login\?next=/);
  await page.getByText("You have been signed out").waitFor();
  await page.getByText(WHY).waitFor();
  await signIn(page, PERSON.email, PASSWORD);
  await page.getByRole("alert").getByText(WHY).waitFor();

  const stranger = (await open()).page;
  await stranger.goto(page.url());
  await stranger.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await stranger.getByText("deactivated").count()).toBe(0);
});
