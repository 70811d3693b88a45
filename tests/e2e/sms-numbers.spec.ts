/** SMS numbers of users: in their form, in the list and its filter, and for many at once. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInAsDemoAdmin, signInWithMiAccess } from "./sign-in.ts";
import { anAccountWithTwilio } from "./twilio-peer.ts";

const open = useBrowser();
const { url } = inject("portal");
const NUMBERS = ["+4940800101", "+4940800102", "+4940800103", "+4940800104"];
let page: Page;
let account = "";
const users = () => `${url}${account}/users`;
const row = (name: string) => page.getByRole("row", { name: new RegExp(name) });
const dialog = () => page.getByRole("dialog");
const field = () => page.getByRole("combobox", { name: "SMS Number" });

async function add(firstName: string, smsNumber = ""): Promise<string> {
  return (await ask<{ id: string }>(page, "POST", `${account}/users`, { firstName, lastName: "Sterling", email: `${firstName}.sterling@reed.example`.toLowerCase(), smsNumber })).id;
}
const numberOf = async (id: string) => (await ask<{ smsNumber: string }>(page, "GET", `${account}/users/${id}`)).smsNumber;

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  ({ account } = await anAccountWithTwilio(page, "Reed Sterling", NUMBERS, { userNumbers: false }));
});

test("USER-23 the form of a user asks for an SMS number only once User Numbers is on", async () => {
  await page.goto(`${users()}/new`);
  await page.getByText(/SMS numbers can be given once Twilio and its option/).waitFor();
  expect(await field().count()).toBe(0);
  await page.goto(`${url}${account}/integrations/twilio`);
  await page.getByRole("switch", { name: "User Numbers" }).check();
  await page.getByText("User Numbers is on in Twilio").first().waitFor();
  await page.goto(`${users()}/new`);
  await field().waitFor();
});

test("USER-22 an SMS number is chosen from a drop-down whose icon opens the search", async () => {
  await page.goto(`${users()}/new`);
  await page.getByLabel("First Name").fill("Nora");
  await page.getByLabel("Last Name").fill("Sterling");
  await page.getByLabel("Email").fill("nora.sterling@reed.example");
  await page.getByRole("button", { name: "Search for an SMS number" }).click();
  await expect.poll(() => page.getByRole("option").count()).toBe(4);
  await field().fill("0103");
  await expect.poll(() => page.getByRole("option").count()).toBe(1);
  await page.getByRole("option", { name: /\+4940800103/ }).click();
  await page.getByRole("button", { name: "Create" }).click();
  await page.getByRole("heading", { level: 1, name: "Nora Sterling" }).waitFor();
  await expect.poll(() => field().inputValue()).toBe("+4940800103");
  await field().click();
  await page.getByRole("option", { name: /\+4940800104/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Changes saved").first().waitFor();
  await page.reload();
  await expect.poll(() => field().inputValue()).toBe("+4940800104");
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByText("Changes saved").first().waitFor();
  await expect.poll(async () => (await ask<{ items: { smsNumber: string }[] }>(page, "GET", `${account}/users?search=nora`)).items[0]!.smsNumber).toBe("");
});

test("USER-28 Add Filter offers Property, Product and SMS Number, to a partner and to an account admin", async () => {
  const { page: admin } = await open();
  const at = `${url}${await signInAsDemoAdmin(admin)}/users`;
  for (const each of [page, admin]) {
    await each.goto(at);
    await each.getByRole("button", { name: "Add Filter" }).click();
    for (const kind of ["Property", "Product", "SMS Number"]) await each.getByRole("dialog").getByRole("button", { name: kind, exact: true }).waitFor();
  }
});

test("USER-12 USER-35 USER-36 USER-37 the filter SMS Number, its column, and what it excludes; also for an account admin", async () => {
  await add("Otis", NUMBERS[0]);
  await add("Petra", NUMBERS[1]);
  const admin = await registerUser(page, account.split("/").at(-1)!, { firstName: "Quinn", lastName: "Sterling", email: "quinn.sterling@reed.example", accountAdmin: true });
  const { page: adminPage } = await open();
  await adminPage.goto(`${url}/login`);
  await signIn(adminPage, admin.email, admin.password);
  await adminPage.waitForURL(/\/dashboard/);
  const partner = page;
  for (const each of [partner, adminPage]) {
    page = each;
    await page.goto(`${users()}?search=sterling&columns=name,smsNumber,role`);
    await row("Otis Sterling").getByText("+4940800101").waitFor();
    const header = page.getByRole("columnheader", { name: "SMS Number" });
    await header.waitFor();
    expect(await header.getByRole("button").count()).toBe(0);
    await page.getByRole("button", { name: "Add Filter" }).click();
    for (const kind of ["Property", "SMS Number"]) await dialog().getByRole("button", { name: kind, exact: true }).waitFor();
    await dialog().getByRole("button", { name: "SMS Number" }).click();
    await dialog().getByLabel("Filter for SMS Number").fill("+49 40 800101");
    await dialog().getByRole("button", { name: "Apply" }).click();
    await page.waitForURL((address) => address.searchParams.has("smsNumber") && !address.searchParams.has("search"));
    await row("Petra Sterling").waitFor({ state: "detached" });
    await row("Otis Sterling").waitFor();
    expect(await page.getByRole("textbox", { name: "Search Users" }).isEditable()).toBe(false);
    await page.getByRole("button", { name: "Add Filter" }).click();
    expect(await dialog().getByRole("button", { name: /^Property/ }).getAttribute("aria-disabled")).toBe("true");
    await page.goto(`${users()}?property=users`);
    await page.getByRole("button", { name: "Add Filter" }).click();
    expect(await dialog().getByRole("button", { name: /^SMS Number/ }).getAttribute("aria-disabled")).toBe("true");
    await page.goto(`${users()}?property=users&smsNumber=1`);
    await page.waitForURL(users());
  }
  page = partner;
});

test("USER-77 USER-78 USER-79 USER-80 Assign SMS Numbers for the users that are ticked", async () => {
  const ids = [await add("Rhea"), await add("Saul"), await add("Tess")];
  async function openPopUp(): Promise<void> {
    await page.getByRole("link", { name: /^Manage \(/ }).click();
    await page.getByRole("heading", { name: "Bulk User Settings" }).waitFor();
    await page.getByText("Twilio SMS Numbers", { exact: true }).waitFor();
    await page.getByRole("button", { name: "Assign SMS Numbers" }).click();
    await dialog().getByRole("heading", { name: "Assign SMS Numbers" }).waitFor();
  }
  const choice = () => dialog().getByRole("combobox", { name: "Overwrite SMS numbers for selected users" });
  // Otis and Petra have two of the four numbers, so that two are left for three.
  await page.goto(`${users()}?search=sterling`);
  for (const name of ["Rhea", "Saul", "Tess"]) await row(`${name} Sterling`).getByRole("checkbox").check();
  await openPopUp();
  await dialog().getByText("Not enough SMS numbers: 3 users selected, 2 numbers available").waitFor();
  await choice().click();
  await page.getByRole("option").first().waitFor();
  expect(await page.getByRole("option").allInnerTexts()).toEqual(["Assign all", "Unassign all"]);
  expect(await page.getByRole("option", { name: "Assign all", exact: true }).getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("Escape");
  await dialog().getByRole("button", { name: "Cancel" }).click();

  await page.goto(`${users()}?search=sterling`);
  for (const name of ["Rhea", "Saul", "Otis"]) await row(`${name} Sterling`).getByRole("checkbox").check();
  await openPopUp();
  await choice().click();
  await page.getByRole("option", { name: "Assign all", exact: true }).click();
  await dialog().getByRole("button", { name: "Save" }).click();
  await page.getByText("The SMS numbers of 3 users were changed").first().waitFor();
  const given = [await numberOf(ids[0]!), await numberOf(ids[1]!)];
  expect(new Set(given).size).toBe(2);
  for (const number of given) expect(NUMBERS).toContain(number);
  expect(await numberOf(ids[2]!)).toBe("");

  await page.getByRole("button", { name: "Assign SMS Numbers" }).click();
  await choice().click();
  await page.getByRole("option", { name: "Unassign all" }).click();
  await dialog().getByRole("button", { name: "Save" }).click();
  await expect.poll(() => numberOf(ids[0]!)).toBe("");
  expect(await numberOf(ids[1]!)).toBe("");
});
