/** The daily work in Firefox and in WebKit, the engine of Safari; Chrome and Edge share the engine of all other browser tests. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { DEMO_ADMIN } from "#lib/processes/demo-people.ts";
import { DEMO_IDENTITIES } from "#lib/simulators/miaccess/identities.ts";
import { openFirefox } from "./firefox.ts";
import type { OtherBrowser } from "./other-browser.ts";
import { openWebKit } from "./webkit.ts";

const { url } = inject("portal");

const button = (name: string) => `//button[normalize-space()="${name}"]`;
/** The initials of a person stand before the name. */
const link = (name: string) => `//a[contains(., "${name}")]`;
const field = (name: string) => `//input[@name="${name}"]`;
const heading = (name: string) => `//h1[normalize-space()="${name}"]`;
const text = (part: string) => `//*[contains(text(), "${part}")]`;

const TAKEN_OVER = `Object.keys([...document.querySelectorAll("main *")].at(-1) ?? {}).some((key) => key.startsWith("__reactFiber"))`;

describe.each([
  ["Firefox", openFirefox],
  ["WebKit", openWebKit],
] as const)("LOGIN-01 the portal in %s", (name, launch) => {
  let browser: OtherBrowser;
  let account = "";

  /** Opens a page and waits until React has taken it over. */
  async function open(path: string): Promise<void> {
    await browser.open(`${url}${path}`);
    await expect.poll(() => browser.run<boolean>(TAKEN_OVER), { timeout: 20_000 }).toBe(true);
  }

  const path = () => browser.run<string>("location.pathname");

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test("an admin signs in with address and password, and a wrong password is told at the form", async () => {
    await open("/login");
    await browser.type(field("email"), DEMO_ADMIN.email);
    await browser.click(button("Next"));
    await browser.type(field("password"), "not the password");
    await browser.click(button("Next"));
    await browser.until('//*[@role="alert"]');
    await open("/login");
    await browser.type(field("email"), DEMO_ADMIN.email);
    await browser.click(button("Next"));
    await browser.type(field("password"), DEMO_ADMIN.password);
    await browser.click(button("Next"));
    await expect.poll(path, { timeout: 20_000 }).toMatch(/^\/accounts\/[0-9a-f-]{36}\/dashboard$/);
    account = (await path()).replace("/dashboard", "");
  });

  test("a user is added by the form, found by the search, edited, and deleted behind the typed word", async () => {
    await open(`${account}/users/new`);
    await browser.type(field("firstName"), "Petra");
    await browser.type(field("lastName"), name);
    await browser.type(field("email"), `petra.${name}@ballad.example`);
    await browser.click(button("Create"));
    await browser.until(text("User added"));
    await browser.until(heading(`Petra ${name}`));
    await browser.click('//nav//a[normalize-space()="Users"]');
    await browser.type('//input[@aria-label="Search Users" or @placeholder="Search Users"]', `Petra ${name}`);
    await browser.untilGone(link("Ada Brandt"));
    await browser.click(link(`Petra ${name}`));
    await browser.until(heading(`Petra ${name}`));
    await browser.type(field("firstName"), "x");
    await browser.click(button("Save"));
    await browser.until(text("Changes saved"));
    await browser.click(button("Delete"));
    await browser.type('//*[@role="alertdialog" or @role="dialog"]//input', "delete");
    await browser.click(button("Delete user"));
    await expect.poll(path, { timeout: 20_000 }).toBe(`${account}/users`);
    // A page that is still on its way would take the place of the one that is opened next.
    await browser.until(heading("Users"));
    await expect.poll(() => browser.run<boolean>(TAKEN_OVER), { timeout: 20_000 }).toBe(true);
  });

  test("what somebody else does is seen without loading the page again", async () => {
    // While the page before still moves on, WebKit may take that for the page that was asked for.
    const search = async () => (await open(`${account}/users?search=live`), browser.run<string>("location.search"));
    await expect.poll(search, { timeout: 20_000 }).toBe("?search=live");
    const user = JSON.stringify({ firstName: "Live", lastName: name, email: `live.${name}@ballad.example` });
    expect(await browser.run<number>(`(() => { const asked = new XMLHttpRequest(); asked.open("POST", "/api/v1${account}/users", false); asked.setRequestHeader("content-type", "application/json"); asked.send(${JSON.stringify(user)}); return asked.status; })()`)).toBe(200);
    await browser.until(link(`Live ${name}`));
  });

  test("every page that the navigation leads to opens without a fault", async () => {
    await open(`${account}/dashboard`);
    const paths = await browser.run<string[]>(`[...document.querySelectorAll("nav a[href^='/accounts/']")].map((a) => a.getAttribute("href"))`);
    expect(paths.length).toBeGreaterThan(3);
    for (const each of new Set(paths)) {
      await open(each);
      await browser.until("//h1");
      expect(await browser.faults(), each).toEqual([]);
    }
  });

  test("a partner signs in with MiAccess, by way of another site and back", async () => {
    const { username, password } = DEMO_IDENTITIES.find(({ firstName }) => firstName === "Jonas")!;
    await open(`${account}/dashboard`);
    await browser.click('//button[contains(., "Menu of")]');
    await browser.click(`//*[@role="menuitem"][normalize-space()="Logout"]`);
    await expect.poll(path, { timeout: 20_000 }).toBe("/login");
    await open("/login");
    await browser.click(button("MiAccess"));
    await browser.type(field("username"), username);
    await browser.type(field("password"), password);
    await browser.click(button("LOGIN"));
    await browser.until(link("View Accounts"));
    expect(await path()).toBe("/dashboard");
    await open("/accounts");
    await browser.until(link("Ballad Industries"));
    expect(await browser.faults()).toEqual([]);
  });
});
