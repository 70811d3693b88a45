/** The simulated CloudLink gateways, with the service through which they are reached from afar and the PBXs behind them. */
import { json } from "../kit/answers.ts";
import { sectionOf } from "../kit/console.ts";
import type { Database } from "../kit/database.ts";
import { DEMO_GATEWAYS } from "../kit/demo.ts";
import { z } from "zod";
import type { PeerDefinition, PeerOptions, RunningPeer } from "../kit/peer.ts";
import { startPeer } from "../kit/server.ts";
import { parseBody } from "../kit/validation.ts";
import { accountRoutes } from "./accounts.ts";
import { applianceRoutes } from "./appliances.ts";
import { claimRoutes } from "./claims.ts";
import { pageRoutes, pathFor } from "./pages.ts";
import { pbxRoutes } from "./pbx.ts";
import { newAppliance, SEEDED_APPLIANCES, SEEDED_PBXS, SEEDED_USERS } from "./seed.ts";
import { type GatewayStore, openStore } from "./store.ts";
import { supportRoutes } from "./support.ts";
import { putPbx, putPbxUser, testerRoutes } from "./tester.ts";

const RELEASE = "4.2";
const SettingsBody = z.strictObject({ claimMinutes: z.number().min(0).max(1_440) }).partial();

/** `portalUrl` is where the gateways send the browser. */
export type GatewayOptions = PeerOptions & { portalUrl: string };

function seed(store: GatewayStore): void {
  for (const appliance of SEEDED_APPLIANCES) store.appliances.add(newAppliance(appliance));
  for (const [key, pbx] of Object.entries(SEEDED_PBXS)) putPbx(store, key, pbx);
  for (const [pbx, users] of Object.entries(SEEDED_USERS)) {
    for (const [firstName, lastName, extension, email] of users) putPbxUser(store, pbx, extension, { firstName, lastName, name: `${firstName} ${lastName}`, extension, email });
  }
}

function consoleSections(store: GatewayStore) {
  return [
    sectionOf("gateways", "Gateways", store.appliances, {
      Serial: ({ serial }) => serial,
      Platform: ({ platform, form }) => `${platform === "smbc" ? "SMBC" : "Standalone"}, ${form}`,
      "IP address": ({ ipAddress }) => ipAddress,
      Page: ({ platform, serial }) => `${platform === "smbc" ? "/smb-controllers" : "/gateways"}/${serial}`,
      Release: ({ release }) => release,
      Account: ({ association }) => association?.accountName,
      Site: ({ association }) => association?.site.siteName,
      PBX: ({ link, connectedAt }) => link && `${link.name}${connectedAt ? ", connected" : ""}`,
      Condition: ({ unplugged, fault }) => (unplugged ? "Unplugged" : fault || "Good"),
    }),
    sectionOf("pbxs", "PBXs", store.pbxs, { Address: ({ key }) => key, Name: ({ name }) => name, Type: ({ type }) => type, DID: ({ did }) => did }),
    sectionOf("pbx-users", "PBX users", store.pbxUsers, { PBX: ({ pbx }) => pbx, Extension: ({ extension }) => extension, Name: ({ name }) => name, "E-mail": ({ email }) => email }),
    sectionOf("accounts", "Gateway portal", store.accounts, { Account: ({ name }) => name, ID: ({ accountId }) => accountId, Status: ({ status }) => status }),
  ];
}

function define(database: Database, name: string, portalUrl: string): PeerDefinition {
  const store = openStore(database);
  database.seedOnce(() => seed(store));
  return {
    title: DEMO_GATEWAYS.title,
    name,
    release: RELEASE,
    routes: [
      { method: "GET", path: "/api/v1/info", kind: "read", run: () => json(200, { kind: "gateway", name, release: RELEASE }) },
      ...applianceRoutes(store),
      ...claimRoutes(store),
      ...pbxRoutes(store),
      ...supportRoutes(store),
      ...accountRoutes(store),
      ...pageRoutes(store, portalUrl),
      ...testerRoutes(store),
    ],
    sections: consoleSections(store),
    settings: { read: () => store.settings.get(), write: (body) => store.settings.change(parseBody(SettingsBody, body)) },
    state: () => ({ appliances: store.appliances.all(), pbxs: store.pbxs.all(), pbxUsers: store.pbxUsers.all(), accounts: store.accounts.all() }),
    pathFor: (host, path) => pathFor(store, host, path),
  };
}

/** Starts the simulated gateways; the first start seeds a physical and a virtual standalone one and an SMB controller, with PBXs. */
export function startGateways(options: GatewayOptions): Promise<RunningPeer> {
  const name = options.name ?? DEMO_GATEWAYS.name;
  return startPeer(options, name, (database) => define(database, name, options.portalUrl));
}
