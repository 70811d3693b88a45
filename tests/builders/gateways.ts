/** The simulated gateways for the tests of a file, and the steps of an onboarding as people take them. */
import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { completeOnboarding } from "#lib/gateways/complete-onboarding.ts";
import { connectPbx } from "#lib/gateways/connect-pbx.ts";
import { definePbx } from "#lib/gateways/define-pbx.ts";
import { detectGateway } from "#lib/gateways/detect-gateway.ts";
import { getGateway } from "#lib/gateways/get-gateway.ts";
import { registerGateway } from "#lib/gateways/register-gateway.ts";
import type { GatewaySetUp } from "#lib/gateways/schemas.ts";
import { runOperation } from "#lib/operations/run-operation.ts";
import { startGateways } from "#lib/simulators/gateway/start.ts";
import { DEMO_GATEWAYS } from "#lib/simulators/kit/demo.ts";
import { workOff } from "./jobs.ts";
import type { SignedIn } from "./people.ts";

const SIGN_IN = { username: "cloudlink", password: "peer-password" };

export type Gateways = {
  url: string;
  /** Sends a request with the peer's credentials. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>;
};

/** Starts them before anything asks for the portal's settings. */
export async function startGatewayPeer(): Promise<Gateways> {
  const dataDir = await mkdtemp(join(tmpdir(), "portal-gateways-"));
  const peer = await startGateways({ host: "127.0.0.1", port: 0, dataDir, ...SIGN_IN, portalUrl: "http://127.0.0.1:3000" });
  process.env["CLOUDLINK_GATEWAY_URL"] = peer.url;
  afterAll(async () => {
    await peer.close();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    url: peer.url,
    async ask(method, path, body) {
      const authorization = `Basic ${Buffer.from(`${SIGN_IN.username}:${SIGN_IN.password}`).toString("base64")}`;
      const response = await fetch(peer.url + path, { method, headers: { authorization, "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as never;
    },
  };
}

type Kind = { platform?: "standalone" | "smbc"; form?: "physical" | "virtual" };

let unpacked = 0;

/** Unpacks a gateway; gives its serial number. */
export async function aGateway({ ask }: Gateways, kind: Kind = {}): Promise<string> {
  unpacked += 1;
  const serial = `CLG-${randomUUID().slice(0, 8)}`;
  await ask("POST", "/_appliances", { serial, dhcpAddress: `10.20.${Math.floor(unpacked / 250)}.${(unpacked % 250) + 1}`, ...kind });
  return serial;
}

/** Opens the page of a gateway and logs in, as a browser does; gives the claim with which that goes on to the portal. */
export async function claimOf({ url }: Gateways, serial: string): Promise<string> {
  const answer = await fetch(`${url}/gateways/${serial}`, { method: "POST", body: new URLSearchParams(DEMO_GATEWAYS.administrator) });
  return /\/gateway\?claim=([\w.-]+)/.exec(await answer.text())![1]!;
}

/** The same by the SMB Controller Manager: Blades, then Install. */
export async function claimOfSmbc({ url }: Gateways, serial: string): Promise<string> {
  const manager = `${url}/smb-controllers/${serial}`;
  const blades = await (await fetch(manager, { method: "POST", body: new URLSearchParams(DEMO_GATEWAYS.administrator) })).text();
  const ticket = /name="ticket" value="([^"]+)"/.exec(blades)![1]!;
  const installed = await (await fetch(`${manager}/blades`, { method: "POST", body: new URLSearchParams({ ticket }) })).text();
  return /\/gateway\?claim=([\w.-]+)/.exec(installed)![1]!;
}

export type PbxPerson = { id: string; firstName: string; lastName: string; extension: string; email: string };

/** Puts a PBX with users into the network; gives what is to be typed to connect it. */
export async function aPbx({ ask }: Gateways, people: PbxPerson[] = [], type = "mx_one") {
  unpacked += 1;
  const address = `10.30.${Math.floor(unpacked / 250)}.${(unpacked % 250) + 1}`;
  const key = encodeURIComponent(`${address}:8443`);
  await ask("PUT", `/_pbxs/${key}`, { type, name: "MX-ONE Hamburg", username: "cloudlink", password: "system-password", did: "+49 40 5550 100" });
  for (const { id, ...person } of people) await ask("PUT", `/_pbxs/${key}/users/${id}`, { ...person, name: `${person.firstName} ${person.lastName}`, did: "" });
  return { key, pbx: { type, name: "MX-ONE Hamburg", address, port: 8443, username: "cloudlink", password: "system-password" } };
}

export const SITE = { siteName: "Hamburg", address: "Hafenstraße 12", city: "Hamburg", country: "DE", province: "Hamburg", postalCode: "20457" };

/** The set-up of an account as somebody sees it. */
export async function setUpOf(person: SignedIn, accountId: string): Promise<GatewaySetUp> {
  return runOperation(getGateway, { resolved: await person.at(accountId), input: {} });
}

/** Comes in by the gateway and chooses the account. */
export async function detect(person: SignedIn, accountId: string, claim: string): Promise<GatewaySetUp> {
  return runOperation(detectGateway, { resolved: await person.at(accountId), input: { claim } });
}

/** The step Gateway. */
export async function register(person: SignedIn, accountId: string, given: object = {}): Promise<GatewaySetUp> {
  const { gateway } = await setUpOf(person, accountId);
  return runOperation(registerGateway, { resolved: await person.at(accountId), input: { version: gateway?.version ?? 1, site: SITE, ethernet: { mode: "dhcp" }, ...given } });
}

/** The step PBX. */
export async function define(person: SignedIn, accountId: string, pbx: object): Promise<GatewaySetUp> {
  const { gateway } = await setUpOf(person, accountId);
  return runOperation(definePbx, { resolved: await person.at(accountId), input: { version: gateway?.version ?? 1, pbx } });
}

/** The step Connect, or Sync. */
export async function connect(person: SignedIn, accountId: string): Promise<GatewaySetUp> {
  return runOperation(connectPbx, { resolved: await person.at(accountId), input: {} });
}

/** "Complete". */
export async function complete(person: SignedIn, accountId: string): Promise<GatewaySetUp> {
  return runOperation(completeOnboarding, { resolved: await person.at(accountId), input: {} });
}

/** The whole onboarding of a standalone gateway; the account has the integration already. */
export async function onboard(gateways: Gateways, person: SignedIn, accountId: string, { kind = {}, people = [] }: { kind?: Kind; people?: PbxPerson[] } = {}) {
  const serial = await aGateway(gateways, kind);
  const { key, pbx } = await aPbx(gateways, people);
  await detect(person, accountId, await claimOf(gateways, serial));
  await register(person, accountId);
  await define(person, accountId, pbx);
  await connect(person, accountId);
  await workOff(["gateways.sync"]);
  await complete(person, accountId);
  return { serial, key, pbx };
}
