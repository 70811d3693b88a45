/** The tables of the gateways and of the PBXs behind them. */
import { randomBytes } from "node:crypto";
import { type Collection, openCollection } from "../kit/collection.ts";
import type { Database } from "../kit/database.ts";
import { openSecrets, type SecretStore } from "../kit/secrets.ts";
import { openSettings, type Settings } from "../kit/settings.ts";

export type Site = { siteName: string; address: string; city: string; country: string; province: string; postalCode: string };
export type Ethernet = { mode: "dhcp" } | { mode: "static"; ipAddress: string; subnetMask: string; defaultGateway: string; dnsServers: string[] };

/** What a gateway is told of the PBX that it is to connect; passwords are kept apart. */
export type PbxLink = { type: string; name: string; address: string; port: number | null; username: string; mbgAddress: string; micollabAddress: string };

export type Appliance = {
  serial: string;
  /** "smbc" is the gateway that is built into an SMB controller. */
  platform: "standalone" | "smbc";
  form: "physical" | "virtual";
  /** What DHCP gives it. */
  dhcpAddress: string;
  ipAddress: string;
  /** From where its page can be opened (GW-03): an IPv4 network such as 127.0.0.0/8. */
  lan: string;
  release: string;
  availableRelease: string;
  /** Off the network: nothing reaches it. */
  unplugged: boolean;
  /** What it reports as wrong with itself; empty when nothing is. */
  fault: string;
  association: { accountId: string; accountName: string; site: Site; ethernet: Ethernet } | null;
  link: PbxLink | null;
  connectedAt: string | null;
  updateAt: string | null;
  tracing: boolean;
};

/** A PBX in the network of a gateway; `key` is its address and port, or for one that shares the box the serial of that. */
export type Pbx = { key: string; type: string; name: string; username: string; did: string; mbgAddress: string; micollabAddress: string; off: boolean };
/** `key` is the PBX's key, a space and `id`. */
export type PbxUser = { key: string; pbx: string; id: string; name: string; firstName: string; lastName: string; extension: string; email: string; did: string };
/** An account as the gateway portal lists it. */
export type ListedAccount = { accountId: string; name: string; status: "active" | "deactivated" };
type UsedClaim = { id: string; usedAt: string };
/** `id` orders them: serial, time and a number. */
export type LogLine = { id: string; serial: string; at: string; text: string };

type GatewaySettings = { claimMinutes: number };

export type GatewayStore = {
  settings: Settings<GatewaySettings>;
  appliances: Collection<Appliance>;
  pbxs: Collection<Pbx>;
  pbxUsers: Collection<PbxUser>;
  accounts: Collection<ListedAccount>;
  usedClaims: Collection<UsedClaim>;
  log: Collection<LogLine>;
  secrets: SecretStore;
  /** Signs the claims; made on the first start. */
  claimKey: string;
};

/** Opens the tables. */
export function openStore(database: Database): GatewayStore {
  const secrets = openSecrets(database);
  if (secrets.get("claim key") === undefined) secrets.set("claim key", randomBytes(32).toString("base64url"));
  return {
    settings: openSettings<GatewaySettings>(database, { claimMinutes: 15 }),
    appliances: openCollection<Appliance>(database, { name: "appliances", key: "serial" }),
    pbxs: openCollection<Pbx>(database, { name: "pbxs", key: "key" }),
    pbxUsers: openCollection<PbxUser>(database, { name: "pbxUsers", key: "key", indexed: ["pbx"] }),
    accounts: openCollection<ListedAccount>(database, { name: "accounts", key: "accountId" }),
    usedClaims: openCollection<UsedClaim>(database, { name: "usedClaims", key: "id" }),
    log: openCollection<LogLine>(database, { name: "log", key: "id", indexed: ["serial"] }),
    secrets,
    claimKey: secrets.get("claim key")!,
  };
}
