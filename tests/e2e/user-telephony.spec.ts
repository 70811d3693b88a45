/** Giving one user a telephony service by hand, from the user's page. */
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { choose } from "./choose.ts";
import { findingsEverywhere } from "./findings.ts";
import { askPeer, peer } from "./peers.ts";
import { ask } from "./portal-api.ts";
import { registerUser } from "./registered-user.ts";
import { signIn, signInWithMiAccess } from "./sign-in.ts";
import { addDeskTemplate, addUser, anAccountWith, MIVOICE_BUSINESS } from "./telephony-places.ts";

const open = useBrowser();
const { url } = inject("portal");
const STANDARD = "UCC Standard User for Enterprise (V4.0)";
let page: Page;
let account = "";

beforeAll(async () => {
  ({ page } = await open());
  await signInWithMiAccess(page, "Mara");
  account = await anAccountWith(page, "Handmade Phones", ["mivb", "mbg", "micollab", "micc"], MIVOICE_BUSINESS);
  await addDeskTemplate(page, account, { label: "Office desk", category: "Office", uccBundle: STANDARD });
  await addDeskTemplate(page, account, { label: "Sales desk", category: "Sales" });
}, 120_000);

const dialog = () => page.getByRole("dialog");
const panel = () => page.locator("section").filter({ has: page.getByRole("heading", { name: "Products and licenses" }) });
const template = () => dialog().getByRole("combobox", { name: "Template" });
type Held = { users: { loginId: string; firstName: string }[]; phones: { number: string; loginId: string }[] };
const onPbx = () => askPeer<Held>("mivb", "GET", "/_state");

async function openUser(at: string, userId: string): Promise<void> {
  await page.goto(`${url}${at}/users/${userId}`);
  await panel().waitFor();
}

async function addProduct(name: string): Promise<void> {
  await panel().getByRole("button", { name: "Add Product" }).click();
  await dialog().getByRole("button", { name: `Add ${name}`, exact: true }).click();
  await dialog().getByRole("button", { name: "Done" }).click();
  await dialog().waitFor({ state: "hidden" });
}

async function templatesOffered(): Promise<string[]> {
  await template().click();
  await page.getByRole("option").first().waitFor();
  const names = await page.getByRole("option").allInnerTexts();
  await page.keyboard.press("Escape");
  return names.map((text) => text.split("\n")[0]!);
}

async function applyChanges(): Promise<void> {
  await dialog().getByRole("button", { name: "Apply Changes" }).click();
  await dialog().waitFor({ state: "hidden" });
}

describe("MiVoice Business Service", () => {
  let userId = "";
  beforeAll(async () => void (userId = await addUser(page, account, "Ilse", "Kramer")));

  test("SVC-01 SVC-02 USER-47 the product is added with Add and Done, reads that no service is assigned, and the username can then be edited", async () => {
    await openUser(account, userId);
    expect(await page.getByLabel("Username").isDisabled()).toBe(true);
    await addProduct("MiVoice Business Service");
    await panel().getByText("MiVoice Business (no service assigned)", { exact: true }).waitFor();
    await panel().getByRole("button", { name: "Complete setup" }).waitFor();
    await expect.poll(() => page.getByLabel("Username").isDisabled()).toBe(false);
    await page.getByLabel("Username").fill("ilse.first");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Changes saved").first().waitFor();
  });

  test("SVC-03 SVC-04 CX-06 CX-07 Complete setup offers a category, and the templates of it until the check box is cleared", async () => {
    await openUser(account, userId);
    await panel().getByRole("button", { name: "Complete setup" }).click();
    await dialog().getByRole("button", { name: "Choose service category" }).click();
    await dialog().getByText("Office, Standard").waitFor();
    await dialog().getByRole("button", { name: "Select Office, Standard" }).click();
    await dialog().getByRole("button", { name: "Apply", exact: true }).click();
    await dialog().getByText("Office, Standard").waitFor();
    await dialog().getByRole("button", { name: "Upgrade Service" }).waitFor();
    const filter = dialog().getByRole("checkbox", { name: "Filter templates by category and tier selection" });
    expect(await filter.isChecked()).toBe(true);
    expect(await templatesOffered()).toEqual(["Office desk"]);
    await filter.uncheck();
    expect(await templatesOffered()).toEqual(expect.arrayContaining(["HotDesk SIP Softphone User", "Office desk", "Sales desk"]));
    await filter.check();
    expect(await findingsEverywhere(page)).toEqual([]);
  });

  test("SVC-05 SVC-07 SVC-08 CX-08 USER-48 Apply Changes sets the service up, step by step on the page; category and gear are shown, and the username is on PBX and MiCollab", async () => {
    await expect.poll(() => template().inputValue()).toBe("Office desk");
    await applyChanges();
    await panel().getByText(/^Last set-up: done, \d+ steps$/).click();
    await panel().getByText(/^Create user and /).waitFor();
    await panel().getByText("Office, Standard", { exact: true }).waitFor();
    await panel().getByText(/^MiVoice Business Service/).waitFor();
    expect(await panel().getByRole("button", { name: "Complete setup" }).count()).toBe(0);
    const { users, phones } = await onPbx();
    expect(users.map(({ loginId }) => loginId)).toContain("ilse.first");
    const { number } = phones.find(({ loginId }) => loginId === "ilse.first")!;
    const clients = await askPeer<{ accounts: { userName: string }[] }>("micollab", "GET", "/_state");
    expect(clients.accounts.map(({ userName }) => userName)).toContain("ilse.first");
    await panel().getByRole("link", { name: "Settings of MiVoice Business Service" }).click();
    await page.getByRole("heading", { level: 1, name: "User Configuration" }).waitFor();
    await page.getByRole("navigation", { name: "Table of Contents" }).getByRole("link", { name: "Service Programming" }).waitFor();
    await page.getByRole("rowheader", { name: number }).waitFor();
    await page.getByText("ilse.first", { exact: true }).waitFor();
    expect(await findingsEverywhere(page)).toEqual([]);
  });

  test("USER-49 a username that is changed later stays in the portal, and what is changed on the PBX stays there", async () => {
    await openUser(account, userId);
    await page.getByText("A change stays in the portal: MiVoice Business and MiCollab go on calling the user ilse.first.").waitFor();
    await page.getByLabel("Username").fill("ilse.later");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("Changes saved").first().waitFor();
    expect((await onPbx()).users.map(({ loginId }) => loginId)).not.toContain("ilse.later");
    await askPeer("mivb", "PATCH", "/api/v1/users/ilse.first", { firstName: "Ilsebill" });
    await page.reload();
    expect(await page.getByLabel("Username").inputValue()).toBe("ilse.later");
    expect(await page.getByLabel("First Name").inputValue()).toBe("Ilse");
  });

  test("SVC-03 Upgrade Service takes another category, and the user gets its template", async () => {
    await page.goto(`${url}${account}/users/${userId}/configuration`);
    await page.getByRole("button", { name: "Upgrade Service" }).click();
    await dialog().getByRole("button", { name: "Upgrade Service" }).click();
    await dialog().getByRole("button", { name: "Select Sales" }).click();
    await dialog().getByRole("button", { name: "Apply", exact: true }).click();
    await expect.poll(() => template().inputValue()).toBe("Sales desk");
    await applyChanges();
    await page.getByRole("definition").filter({ hasText: "Sales desk" }).waitFor();
    await page.getByText(/^Last set-up: done/).waitFor();
  });

  test("NUM-08 the directory number is one of those that the PBX has free; a taken one is told, with the next free one to take instead", async () => {
    const other = await addUser(page, account, "Onno", "Visser");
    await openUser(account, other);
    await addProduct("MiVoice Business Service");
    await panel().getByRole("button", { name: "Complete setup" }).click();
    await choose(page, "Template", "Sales desk");
    await dialog().getByText(/^Free numbers of mivb-1\./).waitFor();
    await dialog().getByRole("combobox", { name: "Directory Number" }).click();
    await page.getByRole("option").first().waitFor();
    const [offered] = await page.getByRole("option").allInnerTexts();
    const { ranges } = await ask<{ ranges: { nextFree: string }[] }>(page, "GET", `${account}/mivoice-business/numbers`);
    expect(offered).toBe(ranges[0]!.nextFree);
    await page.getByRole("option").first().click();
    // Somebody is quicker with the same number.
    const quicker = `${account}/users/${await addUser(page, account, "Quick", "Er")}/telephony`;
    const { templates } = await ask<{ templates: { id: string; name: string }[] }>(page, "GET", `${account}/telephony/choices`);
    await ask(page, "PUT", `${quicker}/mivoice_business`, {});
    await ask(page, "POST", `${quicker}/set-up`, { serviceRoleId: templates.find(({ name }) => name === "Sales desk")!.id, number: offered });
    await expect.poll(async () => (await ask<{ held: { state: string } }>(page, "GET", quicker)).held.state, { timeout: 20_000 }).toBe("set_up");
    await applyChanges();
    await panel().getByText(`Number ${offered} is in use on mivb-1 by`, { exact: false }).waitFor();
    expect(await findingsEverywhere(page)).toEqual([]);
    await panel().getByRole("button", { name: /^Use \d+, next free$/ }).click();
    await panel().getByText(/^Last set-up: done/).waitFor();
  });

  test("SVC-08 a PBX that refuses a step is told with its reason, and Try again goes on", async () => {
    const third = await addUser(page, account, "Piet", "Bakker");
    await openUser(account, third);
    await addProduct("MiVoice Business Service");
    await panel().getByRole("button", { name: "Complete setup" }).click();
    await choose(page, "Template", "Sales desk");
    await askPeer("mivb", "PUT", "/_faults", { failNext: [{ method: "POST", path: "/api/v1/phones", status: 422, times: 1 }] });
    await applyChanges();
    await panel().getByText("The set-up stopped").waitFor();
    await panel().getByText(/^mivb-1 refused/).first().waitFor();
    await panel().getByRole("button", { name: "Try again" }).click();
    await panel().getByText(/^Last set-up: done/).waitFor();
  });
});

describe("Mitel CX", () => {
  test("CX-02 CX-04 CX-05 CX-06 CX-08 CX-09 without MiVoice Business the product is Mitel CX; its set-up has a template and no category, and makes the employee", async () => {
    const at = await anAccountWith(page, "Chat Only Ltd", ["micc"], [{ key: "mitel_cx" }]);
    await addDeskTemplate(page, at, { label: "Chat desk", category: "Chat" });
    const userId = await addUser(page, at, "Carla", "Xu");
    await openUser(at, userId);
    await addProduct("Mitel CX");
    await panel().getByRole("button", { name: "Complete setup" }).click();
    await template().waitFor();
    expect(await dialog().getByRole("button", { name: /service category|Upgrade Service/ }).count()).toBe(0);
    await choose(page, "Template", "Chat desk");
    await applyChanges();
    await panel().getByText("Last set-up: done, 1 step", { exact: true }).waitFor();
    const { employees } = await askPeer<{ employees: { firstName: string; lastName: string }[] }>("micc", "GET", "/_state");
    expect(employees).toContainEqual(expect.objectContaining({ firstName: "Carla", lastName: "Xu" }));
  });

  test("CX-03 CX-04 with MiVoice Business the product is MiVoice Business Service, and Mitel CX is assigned in its set-up", async () => {
    const at = await anAccountWith(page, "Both Worlds Ltd", ["mivb", "micc"], [...MIVOICE_BUSINESS, { key: "mitel_cx" }]);
    await addDeskTemplate(page, at, { label: "Both desk", category: "Both" });
    const userId = await addUser(page, at, "Bo", "Thies");
    await openUser(at, userId);
    await panel().getByRole("button", { name: "Add Product" }).click();
    await dialog().getByRole("button", { name: "Add MiVoice Business Service" }).waitFor();
    expect(await dialog().getByRole("button", { name: "Add Mitel CX" }).count()).toBe(0);
    await dialog().getByRole("button", { name: "Cancel" }).click();
    await addProduct("MiVoice Business Service");
    await panel().getByText("MiVoice Business (no service assigned)", { exact: true }).waitFor();
    await panel().getByRole("button", { name: "Complete setup" }).click();
    await choose(page, "Template", "Both desk");
    await dialog().getByRole("switch", { name: "Mitel CX" }).check();
    await applyChanges();
    await panel().getByText(/^Last set-up: done/).waitFor();
    await panel().getByText("Mitel CX", { exact: true }).waitFor();
    const { employees } = await askPeer<{ employees: { lastName: string }[] }>("micc", "GET", "/_state");
    expect(employees).toContainEqual(expect.objectContaining({ lastName: "Thies" }));
  });

  test("USER-91 with a custom role the column Contact Center can be shown by somebody whose address Mitel CX lists, and by nobody else", async () => {
    const at = await anAccountWith(page, "Listed Ltd", ["micc"], [{ key: "mitel_cx" }]);
    const accountId = at.split("/").at(-1)!;
    const role = await ask<{ id: string }>(page, "POST", "/roles", { name: "Looks at the users of Listed", base: "account_admin", grants: ["users.view"] });
    await ask(page, "POST", `/roles/${role.id}/assign`, { accounts: { mode: "some", ids: [accountId] } });
    const offered = async (who: Page) => {
      await who.goto(`${url}${at}/users`);
      await who.getByRole("button", { name: "More options" }).click();
      await who.getByRole("menuitem", { name: "Show/hide columns" }).click();
      const boxes = who.getByRole("dialog").getByRole("checkbox", { name: "Contact Center (Mitel CX specific)" });
      await who.getByRole("dialog").getByRole("checkbox").first().waitFor();
      return boxes.count();
    };
    expect(await offered(page)).toBe(1);
    const people: Page[] = [];
    for (const firstName of ["Listed", "Unlisted"]) {
      const user = await registerUser(page, accountId, { firstName, lastName: "Looker", email: `${firstName.toLowerCase()}@listed.example` });
      const { version } = await ask<{ version: number }>(page, "GET", `${at}/users/${user.id}`);
      await ask(page, "PATCH", `${at}/users/${user.id}`, { version, role: role.id });
      if (firstName === "Listed") await askPeer("micc", "POST", "/api/v1/employees", { loginId: "listed.looker", firstName, lastName: "Looker", email: user.email });
      const { page: own } = await open();
      await own.goto(`${url}/login`);
      await signIn(own, user.email, user.password);
      await own.waitForURL(/\/dashboard/);
      people.push(own);
    }
    expect([await offered(people[0]!), await offered(people[1]!)]).toEqual([1, 0]);
  });
});

test("Numbers stands below MiVoice Business in the navigation, and tells what of its ranges is used and free", async () => {
  await page.goto(`${url}${account}/mivoice-business`);
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Numbers", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Numbers" }).waitFor();
  const range = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "2000" }) }).first();
  await range.getByRole("cell", { name: "2999" }).waitFor();
  await page.getByRole("searchbox", { name: "Find a number or holder" }).fill("2206");
  await page.getByRole("button", { name: "Find" }).click();
  await page.getByRole("row").filter({ hasText: "2206" }).getByText(/Reception/).waitFor();
  expect(await findingsEverywhere(page)).toEqual([]);
});

test("USER-67 an Open Integration Gateway is a network element; connected together with MiCollab, users with voicemail get no deployment mails, which the result says", async () => {
  await page.goto(`${url}${account}/integrations/network-elements`);
  await page.getByRole("button", { name: "Connect Open Integration Gateway (OIG)" }).click();
  const { address, username, password } = peer("oig");
  await dialog().getByLabel("Address").fill(address);
  await dialog().getByLabel("User name").fill(username);
  await dialog().getByLabel("Password", { exact: true }).fill(password);
  await dialog().getByRole("button", { name: "Connect" }).click();
  await dialog().waitFor({ state: "hidden" });
  await page.getByText("oig-1", { exact: true }).first().waitFor();
  const { items } = await ask<{ items: { id: string; name: string }[] }>(page, "GET", `${account}/users?search=Kramer`);
  const templates = await ask<{ items: { id: string; label: string }[] }>(page, "GET", `${account}/templates`);
  const templateOf = templates.items.find(({ label }) => label === "Office desk")!;
  const { values, version } = await ask<{ values: Record<string, unknown>; version: number }>(page, "GET", `${account}/templates/${templateOf.id}`);
  await ask(page, "PUT", `${account}/templates/${templateOf.id}`, { ...values, includeNuPoint: true, version });
  await page.goto(`${url}${account}/users/${items[0]!.id}/configuration`);
  await page.getByRole("button", { name: "Upgrade Service" }).click();
  await dialog().getByRole("checkbox", { name: "Filter templates by category and tier selection" }).uncheck();
  await choose(page, "Template", "Office desk");
  await applyChanges();
  await page.getByText("Voicemail", { exact: true }).waitFor();
  await page.goto(`${url}${account}/users`);
  await page.getByRole("checkbox", { name: "Select Ilse Kramer" }).check();
  await page.getByRole("link", { name: "Manage (1)" }).click();
  await page.getByRole("button", { name: "Send MiVoice Business deployment emails" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /^Send/ }).click();
  await page.getByText("Has voicemail, and an Open Integration Gateway (OIG) is connected together with MiCollab.").first().waitFor();
});
