/** The pages of a gateway in both themes and both widths: nothing for axe to find, nothing wider than the screen. */
import { beforeAll, describe, expect, inject, test } from "vitest";
import { useBrowser } from "./browser.ts";
import type { Visitor } from "./browser.ts";
import { findings } from "./findings.ts";
import { claimBy, installPbx, unpack } from "./gateways.ts";
import { addAccount, ask } from "./portal-api.ts";
import { signInWithMiAccess } from "./sign-in.ts";

const open = useBrowser();
const { url } = inject("portal");
let visitor: Visitor;
/** Nobody came in by a gateway; detected; PBX defined; connected with irregular addresses; completed. */
const places: Record<"none" | "detected" | "defined" | "connected" | "complete", string> = { none: "", detected: "", defined: "", connected: "", complete: "" };
let claim = "";

const SITE = { siteName: "Rotterdam", address: "Quay 1", city: "Rotterdam", country: "NL", province: "South Holland", postalCode: "3011 AA" };
const PEOPLE = [{ id: "1", name: "Otto Brenner", extension: "4102", email: "workshop@seen.example" }, { id: "2", name: "Emil Hartung", extension: "4103", email: "workshop@seen.example" }, { id: "3", name: "Front Desk", extension: "4104", email: "" }];

/** Takes an account as far as a place says. */
async function prepare(name: keyof typeof places): Promise<void> {
  const { page } = visitor;
  const id = await addAccount(page, `Seen ${name}`);
  places[name] = `/accounts/${id}`;
  await ask(page, "POST", `/accounts/${id}/integrations`, { integrations: [{ key: "cloudlink_gateway" }] });
  const at = `/accounts/${id}/gateway`;
  const reached = Object.keys(places).indexOf(name);
  const version = async () => (await ask<{ gateway: { version: number } }>(page, "GET", at)).gateway.version;
  if (reached >= 1) await ask(page, "POST", at, { claim: await claimBy(await unpack()) });
  if (reached >= 2) {
    const ethernet = { mode: "static", ipAddress: `10.50.0.${reached}`, subnetMask: "255.255.255.0", defaultGateway: "10.50.0.254", dnsServers: ["8.8.8.8"] };
    await ask(page, "PUT", `${at}/registration`, { version: await version(), site: SITE, ethernet });
    await ask(page, "PUT", `${at}/pbx`, { version: await version(), pbx: { type: "mx_one", name: "MX-ONE", address: `10.51.0.${reached}`, port: 8443, username: "cloudlink", password: "system-password" } });
  }
  if (reached >= 3) {
    await installPbx(`10.51.0.${reached}:8443`, "mx_one", PEOPLE);
    await ask(page, "POST", `${at}/connection`);
  }
  if (reached >= 4) await ask(page, "POST", `${at}/complete`);
}

beforeAll(async () => {
  visitor = await open();
  await signInWithMiAccess(visitor.page, "Mara");
  for (const name of Object.keys(places) as (keyof typeof places)[]) await prepare(name);
  claim = await claimBy(await unpack());
}, 120_000);

const step = (name: keyof typeof places, path: string) => `${places[name]}/integrations/cloudlink_gateway${path}`;

const PAGES: [name: string, path: () => string, shows: string][] = [
  ["no gateway", () => step("none", ""), "No gateway detected"],
  ["a claim", () => `/gateway?claim=${claim}`, "For which customer account is it?"],
  ["no claim", () => "/gateway", "The gateway can not be onboarded by this link"],
  ["Gateway", () => step("detected", ""), "Gateway Information"],
  ["Gateway with a static address", () => step("defined", "/gateway"), "Gateway Information"],
  ["PBX", () => step("defined", "/pbx"), "Configure PBX"],
  ["Connect", () => step("defined", ""), "Start PBX Connection"],
  ["PBX Connected", () => step("connected", "/connect"), "PBX Connected"],
  ["users with irregular addresses", () => step("connected", "/pbx-users?email=shared"), "Users that do not have a unique email address"],
  ["Deployment", () => step("connected", "/deployment"), "Deployment"],
  ["Advanced", () => step("complete", "/advanced"), "Log"],
  ["Overview", () => step("complete", ""), "Appliance"],
  ["support", () => `${places.complete}/support/gateway`, "Log"],
  ["support without a gateway", () => `${places.none}/support/gateway`, "This page can not be shown now"],
  ["panel", () => `${places.complete}/integrations`, "Integrations"],
];

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each(PAGES)("%s", async (name, path, shows) => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const size of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await page.setViewportSize(size);
      await page.goto(url + path());
      await page.getByText(shows, { exact: true }).first().waitFor();
      expect(await findings(page), `${name} at ${size.width}`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), "wider than the screen").toBeLessThanOrEqual(size.width);
    }
  });

  test("the question before a gateway is reset, the checklist and an info icon", async () => {
    const { page } = visitor;
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${url}${places.complete}/integrations`);
    await page.getByRole("switch", { name: "CloudLink Gateway", exact: true }).click();
    await page.getByRole("alertdialog", { name: "Revert To Factory Default?" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(url + step("defined", "/pbx"));
    await page.getByRole("button", { name: "About PBX Name" }).click();
    await page.getByText("What the PBX is called in this portal.").waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Prerequisite checklist" }).click();
    await page.getByRole("dialog", { name: "Prerequisite checklist" }).waitFor();
    expect(await findings(page)).toEqual([]);
  });
});
