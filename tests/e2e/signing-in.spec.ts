/** Signing in where it is not as easy as that, and what somebody sees whose account is deactivated while they are at work. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { aNewUser } from "./customers.ts";
import { findingsEverywhere } from "./findings.ts";
import { addAccount, ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let partner: Page;
beforeAll(async () => {
  partner = (await open()).page;
  await signInWithMiAccess(partner, "Mara");
});

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent);
const PERSON = { firstName: "Oda", lastName: "Falk", email: "oda.falk@closing.example", accountAdmin: true };
const PASSWORD = "a quiet harbour at dawn";
const WHY = "The account Closing Down is deactivated. Please ask your Mitel partner.";

test("ACCT-14 who is at work in an account that is deactivated is signed out at the next click and told why, and can not sign in", async () => {
  const account = await addAccount(partner, "Closing Down");
  const { page } = await open();
  await page.goto(await aNewUser(partner, account, PERSON));
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Complete" }).click();
  await page.getByText("Your registration is complete").waitFor();
  await signIn(page, PERSON.email, PASSWORD);
  await page.waitForURL(/\/dashboard$/);
  // The sign-in page is in the language of the browser again, all of it.
  await ask(page, "PATCH", "/me", { language: "de" });
  // The last that the page asks for by itself; an answer to it later would lead to sign-in without a click.
  const settled = page.waitForResponse(/\/me\/notifications$/);
  await page.goto(`${url}/profile`);
  await settled;
  await page.getByRole("heading", { level: 1, name: "Profil" }).waitFor();

  await ask(partner, "POST", `/accounts/${account}/deactivate`, { word: "deactivate" });
  await page.getByRole("link", { name: "Konto", exact: true }).first().click();
  await page.waitForURL(/\/login\?next=/);
  await page.getByText("You have been signed out").waitFor();
  await page.getByLabel("E-mail address").waitFor();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en-US");
  await page.getByText(WHY).waitFor();
  await signIn(page, PERSON.email, PASSWORD);
  await page.getByRole("alert").getByText(WHY).waitFor();

  const stranger = (await open()).page;
  await stranger.goto(page.url());
  await stranger.getByRole("heading", { name: "Sign in" }).waitFor();
  expect(await stranger.getByText("deactivated").count()).toBe(0);
});

test("OP1-24 where an address belongs to several accounts, sign-in asks which, by keyboard as well; one that is deactivated says so", async () => {
  const nora = { firstName: "Nora", lastName: "Twice", email: "nora.twice@choosing.example" };
  for (const name of ["Choosing One", "Choosing Two"]) {
    const account = await addAccount(partner, name);
    const link = await aNewUser(partner, account, nora, { subject: `Welcome to ${name}`, action: "Finish building your account" });
    await ask(partner, "POST", `/registrations/${link.split("/").at(-1)}`, { password: PASSWORD });
    if (name === "Choosing One") await ask(partner, "POST", `/accounts/${account}/deactivate`, { word: "deactivate" });
  }
  const { page } = await open();
  await page.goto(`${url}/login`);
  await signIn(page, nora.email, PASSWORD);
  await page.getByRole("heading", { name: "Choose an account" }).waitFor();
  expect(await focused(page)).toBe("Choose an account");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByRole("alert").getByText("The account Choosing One is deactivated. Please ask your Mitel partner.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Choosing Two" }).click();
  await page.waitForURL(/\/dashboard$/);
  await page.getByText(/Choosing Two · /).waitFor();
});

test("WELCOME-05 who registers in a browser in which somebody else is signed in is told both, and can go on as either", async () => {
  const account = await addAccount(partner, "Shared Desk");
  const { email, password } = await registerUser(partner, account, { firstName: "Ina", lastName: "Inside", email: "ina.inside@desk.example" });
  const { page } = await open();
  await page.goto(`${url}/login`);
  await signIn(page, email, password);
  await page.waitForURL(/\/dashboard$/);
  const newcomer = { firstName: "Ned", lastName: "Newcomer", email: "ned.newcomer@desk.example" };
  const link = await aNewUser(partner, account, newcomer);
  await ask(partner, "POST", `/accounts/${account}/deactivate`, { word: "deactivate" });
  const { page: early } = await open();
  await early.goto(link);
  await early.getByRole("heading", { name: "This account is deactivated" }).waitFor();
  expect(await findingsEverywhere(early)).toEqual([]);
  await ask(partner, "POST", `/accounts/${account}/reactivate`, { word: "reactivate" });
  await page.goto(`${url}/login`);
  await signIn(page, email, password);
  await page.waitForURL(/\/dashboard$/);

  await page.goto(link);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Complete" }).click();
  await page.getByText("Your registration is complete").waitFor();
  await page.getByRole("heading", { name: "Ina Inside is signed in to this browser" }).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.getByRole("button", { name: "Logout" }).click();
  await signIn(page, newcomer.email, PASSWORD);
  await page.getByRole("heading", { level: 1, name: /Ned Newcomer/ }).waitFor();
});

test("LOGIN-03 where MiAccess can not be opened, sign-in says so and can be tried again", async () => {
  const { page } = await open();
  await page.route("**/api/auth/csrf", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(`${url}/login`);
  await page.getByRole("button", { name: "MiAccess" }).click();
  await page.getByRole("alert").getByText("MiAccess could not be opened. Please try again.").waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
  await page.unroute("**/api/auth/csrf");
  await page.getByRole("button", { name: "MiAccess" }).click();
  await page.getByLabel("Username").waitFor();
});

test("what asks for a reset link has the focus on what is said afterwards; an address can be corrected", async () => {
  const { page } = await open();
  await page.goto(`${url}/login`);
  await page.getByLabel("E-mail address").fill("nobody@choosing.exampel");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Use another address" }).click();
  expect(await page.getByLabel("E-mail address").inputValue()).toBe("nobody@choosing.exampel");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Forgot password?" }).click();
  await page.getByRole("button", { name: "Send link" }).click();
  await page.getByText("Look into your mailbox").waitFor();
  expect(await focused(page)).toContain("Look into your mailbox");
  expect(await findingsEverywhere(page)).toEqual([]);
});

test("of next-auth only the way through MiAccess answers, and no address of these pages is an error of ours", async () => {
  const ask = async (path: string) => (await fetch(url + path, { redirect: "manual", headers: { cookie: "next-auth.session-token=%" } })).status;
  for (const path of ["session", "signout", "_log", "providers", "verify-request", "callback/credentials"]) expect(await ask(`/api/auth/${path}`), path).toBe(404);
  for (const path of ["/login?next=/a&next=/b", "/login?problem=a&problem=b&error=", "/reset-password?email=a&email=b", `/register/${"long".repeat(100)}`, `/reset-password/${"long".repeat(100)}`]) expect(await ask(path), path).toBe(200);
  expect(await ask("/dashboard")).toBe(307);
});
