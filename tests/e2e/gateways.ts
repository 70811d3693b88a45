/** The simulated gateways of the running portal, as a tester and as a person in their network work with them. */
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { DEMO_GATEWAYS } from "#lib/simulators/kit/demo.ts";

export const GATEWAYS = `http://127.0.0.1:${inject("portal").ports.gateways}`;

/** Sends a request to the gateways with their credentials. */
export async function askGateways<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(GATEWAYS + path, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${DEMO_GATEWAYS.username}:${DEMO_GATEWAYS.password}`).toString("base64")}`, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

let unpacked = 0;

/** Unpacks a gateway; gives its serial number. */
export async function unpack(kind: { platform?: "standalone" | "smbc"; form?: "physical" | "virtual" } = {}): Promise<string> {
  unpacked += 1;
  const serial = `CLG-${crypto.randomUUID().slice(0, 8)}`;
  await askGateways("POST", "/_appliances", { serial, dhcpAddress: `10.40.${process.pid % 250}.${unpacked}`, ...kind });
  return serial;
}

type Person = { id: string; name: string; extension: string; email: string };

/** Puts a PBX into the network; gives its key. */
export async function installPbx(key: string, type: string, people: Person[]): Promise<string> {
  const path = `/_pbxs/${encodeURIComponent(key)}`;
  await askGateways("PUT", path, { type, name: "PBX of the tests", ...(type === "mx_one" && { username: "cloudlink", password: "system-password" }), did: "+49 40 5550 100" });
  for (const { id, ...person } of people) await askGateways("PUT", `${path}/users/${id}`, person);
  return path;
}

/** Opens the page of a gateway, logs in there, and chooses the account in the portal, to which that leads. */
export async function comeInBy(page: Page, serial: string, account: string, { platform = "standalone" }: { platform?: "standalone" | "smbc" } = {}): Promise<void> {
  await page.goto(`${GATEWAYS}/${platform === "smbc" ? "smb-controllers" : "gateways"}/${serial}`);
  await page.getByLabel("User name").fill(DEMO_GATEWAYS.administrator.username);
  await page.getByLabel("Password").fill(DEMO_GATEWAYS.administrator.password);
  await page.getByRole("button", { name: "Log in" }).click();
  if (platform === "smbc") await page.getByRole("button", { name: "Install" }).click();
  await page.waitForURL(/\/gateway\?claim=/);
  await page.getByRole("heading", { level: 1, name: "Onboard a gateway" }).waitFor();
  await page.getByRole("searchbox", { name: "Search accounts" }).fill(account);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await page.getByRole("button", { name: `Onboard for ${account}` }).click();
}

/** The claim of a gateway, without a browser. */
export async function claimBy(serial: string): Promise<string> {
  const answer = await fetch(`${GATEWAYS}/gateways/${serial}`, { method: "POST", body: new URLSearchParams(DEMO_GATEWAYS.administrator) });
  return /\/gateway\?claim=([\w.-]+)/.exec(await answer.text())![1]!;
}
