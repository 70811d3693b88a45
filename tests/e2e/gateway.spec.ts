/** The set-up of a CloudLink gateway in the browser, from the page of the gateway to the last step. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { askGateways, comeInBy, installPbx, unpack } from "./gateways.ts";
import { panelOn } from "./integrations-panel.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let page: Page;
let on: ReturnType<typeof panelOn>;

beforeAll(async () => {
  ({ page } = await open());
  on = panelOn(page);
  await signInWithMiAccess(page, "Mara");
});

const row = () => on.row("CloudLink Gateway");
const heading = (name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
const next = () => page.getByRole("button", { name: "Next", exact: true }).click();
const steps = () => page.getByRole("navigation", { name: "Steps of the set-up" });
const current = () => steps().locator('[aria-current="step"]').innerText();

const PEOPLE = [
  { id: "1", name: "Nora Kessler", extension: "4101", email: "nora.k@tests.example" },
  { id: "2", name: "Otto Brenner", extension: "4102", email: "workshop@tests.example" },
  { id: "3", name: "Emil Hartung", extension: "4103", email: "workshop@tests.example" },
  { id: "4", name: "Front Desk", extension: "4104", email: "" },
];

async function chooseType(name: string): Promise<void> {
  await page.getByRole("combobox", { name: "PBX Type" }).click();
  await page.getByRole("option", { name, exact: true }).click();
}

test("GW-01 GW-02 GW-07 GW-10 GW-12 GW-13 GW-14 GW-15 GW-16 GW-18 GW-19 GW-20 GW-21 GW-23 a gateway is detected by its own page and configured in the step Gateway", async () => {
  const account = await on.newAccount("Gateway Industries");
  await on.openPage(account, "information");
  await on.add("Mitel", "CloudLink Gateway");
  await row().getByText("No gateway detected").waitFor();
  await row().getByText("Add Gateway", { exact: true }).click();
  await page.getByText("The first access is made through the gateway itself.").waitFor();
  await page.getByRole("link", { name: "Return to Gateway Industries" }).click();
  await heading("Account Information");
  const serial = await unpack();
  await comeInBy(page, serial, "Gateway Industries");
  await heading("Gateway Information");
  expect(await steps().getByRole("listitem").allInnerTexts()).toEqual(["Gateway", "PBX", "Connect", "Deployment", "Advanced", "Overview"]);
  expect(await current()).toBe("Gateway");
  const shown = Object.fromEntries(await Promise.all(["Site Name", "Address", "City", "Province / State", "Postal / Zip Code"].map(async (label) => [label, await page.getByLabel(label, { exact: true }).inputValue()])));
  expect(shown).toEqual({ "Site Name": "Gateway Industries", Address: "Quay 1", City: "Rotterdam", "Province / State": "", "Postal / Zip Code": "3011 AA" });
  expect(await page.getByRole("combobox", { name: "Country" }).inputValue()).toBe("Netherlands");
  await page.getByText("*required").waitFor();
  await page.getByRole("button", { name: "Prerequisite checklist" }).click();
  await page.getByRole("dialog", { name: "Prerequisite checklist" }).getByText("Every user of the PBX has an e-mail address of their own.").waitFor();
  await page.keyboard.press("Escape");
  await next();
  await page.getByText("Please fill in Province / State.").first().waitFor();
  await page.getByLabel("Province / State", { exact: true }).fill("South Holland");
  await page.getByRole("tab", { name: "Static" }).click();
  for (const [label, address] of [["IP Address", "10.41.0"], ["Subnet Mask", "255.255.255.0"], ["Default Gateway", "10.41.0.1"]] as const) await page.getByLabel(label, { exact: true }).fill(address);
  for (const address of ["8.8.8.8", "9.9.9.9"]) {
    await page.getByLabel("DNS Servers", { exact: true }).fill(address);
    await page.getByRole("button", { name: "Add DNS" }).click();
  }
  await page.getByRole("button", { name: "Remove 9.9.9.9" }).click();
  await next();
  await page.getByText("Please enter an IP address, like 192.168.10.20.").first().waitFor();
  await page.getByLabel("IP Address", { exact: true }).fill("10.41.0.9");
  await askGateways("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await next();
  await page.getByText(`Gateway ${serial} does not answer.`).first().waitFor();
  expect(await page.getByLabel("Province / State", { exact: true }).inputValue()).toBe("South Holland");
  await askGateways("PATCH", `/_appliances/${serial}`, { unplugged: false });
  await next();
  await page.getByText("Successfully updated site").first().waitFor();
  await heading("Configure PBX");
  expect(await current()).toBe("PBX");
  await steps().getByRole("link", { name: "Gateway, done" }).waitFor();
  const { appliances } = await askGateways<{ appliances: { serial: string }[] }>("GET", "/_state");
  expect(appliances.find((each) => each.serial === serial)).toMatchObject({ ipAddress: "10.41.0.9", association: { ethernet: { dnsServers: ["8.8.8.8"] } } });
});

test("GW-08 GW-25 GW-26 GW-27 GW-28 GW-29 GW-30 GW-31 GW-32 GW-34 GW-35 GW-36 GW-37 GW-39 GW-40 GW-41 GW-42 GW-43 GW-44 GW-48 INFO-12 INTEG-13 from the PBX to the completed onboarding", async () => {
  const account = await on.newAccount("Onboarding Industries");
  await on.openPage(account, "information");
  await on.add("Mitel", "CloudLink Gateway");
  const pbx = await installPbx("10.42.0.7:8443", "mx_one", PEOPLE);
  await comeInBy(page, await unpack(), "Onboarding Industries");
  await page.getByLabel("Province / State", { exact: true }).fill("South Holland");
  await next();
  await heading("Configure PBX");
  await page.getByRole("combobox", { name: "PBX Type" }).click();
  expect(await page.getByRole("option").allInnerTexts()).toEqual(["MiVoice Business", "MiVoice 5000", "MiVoice MX-ONE", "MiVoice Office 400"]);
  await page.getByRole("option", { name: "MiVoice Business", exact: true }).click();
  await page.getByText("Please ensure that you are using a Cloudlink gateway blade with the MIVB").waitFor();
  for (const label of ["PBX Name", "PBX IP Address or FQDN", "MBG IP Address or FQDN", "MBG Password", "MiCollab IP Address or FQDN", "MiCollab Password"]) await page.getByLabel(label, { exact: true }).waitFor();
  await chooseType("MiVoice MX-ONE");
  await next();
  await page.getByText("Please fill in PBX Name.").first().waitFor();
  for (const [label, value] of [["PBX Name", "MX-ONE"], ["IP Address", "10.42.0.7"], ["Port", "8443"], ["CloudLink System Username", "cloudlink"], ["CloudLink System Password", "guessed"]] as const) await page.getByLabel(label, { exact: true }).fill(value);
  await next();
  await page.getByText("Successfully created PBX Link").first().waitFor();
  await heading("Start PBX Connection");
  await page.getByText("Verify and start your connection to the PBX").waitFor();
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await page.getByText("The PBX does not accept this CloudLink system user name and password.").waitFor();
  await page.getByRole("link", { name: "Change the PBX" }).click();
  await page.getByLabel("CloudLink System Password", { exact: true }).fill("system-password");
  await next();
  await heading("Start PBX Connection");
  await page.getByRole("button", { name: "Connect", exact: true }).click();
  await heading("PBX Connected");
  await page.getByText("Connection successful").waitFor();
  expect((await page.locator("dl").first().innerText()).split(/\n+/)).toEqual(["Number of users:", "4", "DDI (DID) number:", "+49 40 5550 100"]);
  await heading("There are irregularities with email addresses on the PBX");
  await page.getByText("We noticed that 1 users don't have an email address and 2 users do not have unique email addresses.").waitFor();
  expect(await page.getByLabel("PBX Sync Schedule (in minutes)").inputValue()).toBe("20");
  const names = async () => (await page.getByRole("row").allInnerTexts()).slice(1).map((line) => line.split(/\t|\n/)[0]);
  for (const [link, title, users] of [["view list of users without email addresses", "Users without email addresses", ["Front Desk"]], ["view list of users that do not have a unique email address", "Users that do not have a unique email address", ["Emil Hartung", "Otto Brenner"]]] as const) {
    await page.getByRole("link", { name: link }).click();
    await heading(title);
    expect(await names()).toEqual(users);
    await page.getByRole("link", { name: "Return to the gateway" }).click();
    await heading("PBX Connected");
  }
  await page.getByLabel("PBX Sync Schedule (in minutes)").fill("45");
  await page.getByRole("button", { name: "Save schedule" }).click();
  await page.getByText("The PBX is synchronized every 45 minutes").first().waitFor();
  await askGateways("PUT", `${pbx}/users/4`, { email: "desk@tests.example" });
  await askGateways("PUT", `${pbx}/users/3`, { email: "emil@tests.example" });
  await page.getByRole("button", { name: "Sync Now" }).click();
  await page.getByRole("heading", { name: "There are irregularities with email addresses on the PBX" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await heading("Deployment");
  await page.getByRole("checkbox", { name: "Select the check box to go to the Users List page after you press the Complete button" }).check();
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await page.waitForURL(`${url}${account}/users`);
  for (const { name } of PEOPLE) await page.getByRole("row", { name: new RegExp(name) }).waitFor();
  await on.openPage(account, "information");
  await page.getByText("PBX Type", { exact: true }).waitFor();
  await page.getByText("MiVoice MX-ONE", { exact: true }).waitFor();
  await row().getByText("Onboarding Complete").waitFor();
  expect(await row().getByRole("switch", { name: "CloudLink Gateway" }).isChecked()).toBe(true);
  await row().getByRole("button", { name: "Settings of CloudLink Gateway" }).click();
  await heading("Appliance");
  await steps().getByRole("link", { name: "PBX, done" }).click();
  expect(await page.getByLabel("PBX Name", { exact: true }).inputValue()).toBe("MX-ONE");
  expect(await page.getByLabel("CloudLink System Password", { exact: true }).inputValue()).toBe("");
});
