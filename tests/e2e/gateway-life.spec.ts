/** What comes after the set-up of a gateway in the browser: an SMB controller, support, and the way back to factory default. */
import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import { askGateways, comeInBy, installPbx, unpack } from "./gateways.ts";
import { panelOn } from "./integrations-panel.ts";
import { linkIn, mailTo } from "./mailbox.ts";
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

async function anAccountWithGateway(name: string): Promise<string> {
  const account = await on.newAccount(name);
  await on.openPage(account);
  await on.add("Mitel", "CloudLink Gateway");
  return account;
}

/** The steps Gateway to Complete of an SMB controller, which has its PBX with it. */
async function onboardSmbc(name: string, people: { id: string; name: string; extension: string; email: string }[]): Promise<string> {
  const serial = await unpack({ platform: "smbc" });
  await installPbx(serial, "mivoice_office_400", people);
  await comeInBy(page, serial, name, { platform: "smbc" });
  await page.getByLabel("Province / State", { exact: true }).fill("South Holland");
  await next();
  await heading("Sync PBX Data");
  await page.getByRole("button", { name: "Sync", exact: true }).click();
  await heading("PBX Synced");
  return serial;
}

const finish = async () => {
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await page.getByRole("button", { name: "Complete", exact: true }).click();
  await heading("Integrations and Applications");
};

test("GW-04 GW-24 GW-36 GW-38 GW-44 GW-45 GW-46 GW-47 an SMB controller is synchronized without details of a PBX, and its users get Mitel Office deployment emails", async () => {
  const account = await anAccountWithGateway("Controller Industries");
  await onboardSmbc("Controller Industries", [{ id: "1", name: "Alice Norton", extension: "301", email: "alice.n@controller.example" }, { id: "2", name: "Ben Carver", extension: "302", email: "ben.c@controller.example" }]);
  await page.getByText("On SMBC platforms the sync interval can not be changed.").waitFor();
  expect(await page.getByLabel("PBX Sync Schedule (in minutes)").count()).toBe(0);
  expect(await page.getByText("There are irregularities with email addresses on the PBX").count()).toBe(0);
  expect(await page.getByRole("navigation", { name: "Steps of the set-up" }).getByRole("listitem").allInnerTexts()).toEqual(["Gateway", "Sync", "Deployment", "Advanced", "Overview"]);
  await finish();
  await page.goto(`${url}${account}/users`);
  await page.getByRole("row", { name: /Alice Norton/ }).getByRole("checkbox").check();
  await page.getByRole("link", { name: /^Manage \(1/ }).click();
  await page.getByRole("button", { name: "Send Mitel Office deployment emails", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Send the emails" }).click();
  const mail = await mailTo("alice.n@controller.example", "Your Mitel Office application");
  expect(linkIn(mail, "Register my account")).toMatch(/\/register\//);
  await page.goto(`${url}${account}/users/manage`);
  await page.getByRole("button", { name: "Send Mitel Office deployment emails to all", exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Send the emails" }).click();
  await mailTo("ben.c@controller.example", "Your Mitel Office application");
});

test("GW-49 GW-50 GW-51 GW-52 GW-53 an unfinished gateway is deleted by the trash icon, a finished one by its toggle, and reset only by the typed word", async () => {
  const account = await anAccountWithGateway("Reverting Industries");
  await row().getByRole("button", { name: "Delete CloudLink Gateway" }).click();
  await on.question().getByRole("heading", { name: "Remove CloudLink Gateway Integration" }).waitFor();
  await on.question().getByRole("button", { name: "Remove integration" }).click();
  await on.gone("CloudLink Gateway");
  await on.add("Mitel", "CloudLink Gateway");
  const serial = await onboardSmbc("Reverting Industries", []);
  await finish();
  const associated = async () => (await askGateways<{ accountId: string | null }>("GET", `/api/v1/appliances/${serial}`)).accountId;
  expect(`/accounts/${await associated()}`).toBe(account);
  await row().getByRole("switch", { name: "CloudLink Gateway" }).click();
  const panel = on.question();
  await panel.getByRole("heading", { name: "Revert To Factory Default?" }).waitFor();
  for (const text of ["Customer name:", "Reverting Industries", "IP address:"]) await panel.getByText(text, { exact: true }).waitFor();
  expect(await panel.getByRole("button").allInnerTexts()).toEqual(["Cancel", "Confirm"]);
  await panel.getByLabel("Type revert in the box below to continue.").fill("reset");
  await page.keyboard.press("Enter");
  await panel.getByRole("alert").waitFor();
  await panel.getByRole("button", { name: "Cancel" }).click();
  await row().getByText("Onboarding Complete").waitFor();
  await row().getByRole("switch", { name: "CloudLink Gateway" }).click();
  await panel.getByLabel("Type revert in the box below to continue.").fill("revert");
  await panel.getByRole("button", { name: "Confirm" }).click();
  await on.gone("CloudLink Gateway");
  await expect.poll(associated, { timeout: 20_000 }).toBeNull();
});

test("GWSUP-01 GWSUP-02 GWSUP-03 GWSUP-04 GWSUP-05 GWSUP-06 GWSUP-07 NAV-05 Support has the page Gateway, which works only while the gateway is connected and answers", async () => {
  const account = await on.newAccount("Support Industries");
  await on.openPage(account);
  await page.getByRole("navigation", { name: "Main navigation" }).getByRole("button", { name: "Support" }).click();
  await on.inNavigation("Support Logs").waitFor();
  expect(await on.inNavigation("Gateway").count()).toBe(0);
  await on.add("Mitel", "CloudLink Gateway");
  await on.inNavigation("Gateway").click();
  await page.getByText("No gateway is connected to this account. Look into it under Integrations & Apps.").waitFor();
  await page.locator("main").getByRole("link", { name: "Integrations & Apps" }).click();
  await heading("Integrations and Applications");
  const serial = await onboardSmbc("Support Industries", []);
  await finish();
  await askGateways("PATCH", `/_appliances/${serial}`, { unplugged: true });
  await page.goto(`${url}${account}/support/gateway`);
  await page.getByText(`Gateway ${serial} does not answer.`).waitFor();
  expect(await page.getByRole("button", { name: "Reboot the gateway" }).count()).toBe(0);
  await askGateways("PATCH", `/_appliances/${serial}`, { unplugged: false, availableRelease: "4.3.0" });
  await page.reload();
  await page.getByText("Registered for Support Industries").waitFor();
  await page.getByLabel("Update at").fill("2031-01-01T02:00");
  await page.getByRole("button", { name: "Schedule the update" }).click();
  await page.getByRole("button", { name: "Cancel the scheduled update" }).waitFor();
  // As it was typed, whatever zone the device is in.
  await page.getByText("An update is scheduled for Jan 1, 2031 2:00 AM").waitFor();
  for (const name of ["Update now", "Reboot the gateway"]) await page.getByRole("button", { name }).waitFor();
  await page.getByRole("switch", { name: "Trace calls" }).waitFor();
});
