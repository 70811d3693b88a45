/** The adapter of the service through which CloudLink gateways are reached. */
import { z } from "zod";
import type { PeerConnection } from "./adapter.ts";
import { createPeerClient, NoAnswer, path } from "./http.ts";

const Report = z.object({
  serial: z.string(),
  platform: z.enum(["standalone", "smbc"]),
  form: z.enum(["physical", "virtual"]),
  ipAddress: z.string(),
  release: z.string(),
  /** Empty when the release is the newest one. */
  availableRelease: z.string(),
  health: z.object({ ok: z.boolean(), message: z.string() }),
  /** The account that it is registered for. */
  accountId: z.string().nullable(),
  updateAt: z.iso.datetime().nullable(),
  tracing: z.boolean(),
});
/** What a gateway tells of itself. */
export type GatewayReport = z.infer<typeof Report>;

const Summary = z.object({ type: z.string(), name: z.string(), users: z.number().int().nonnegative(), didNumber: z.string() });
export type PbxSummary = z.infer<typeof Summary>;

const Person = z.object({ id: z.string().min(1), name: z.string(), firstName: z.string(), lastName: z.string(), extension: z.string(), email: z.string(), did: z.string() });
export type PbxPerson = z.infer<typeof Person>;

const Line = z.object({ at: z.iso.datetime(), text: z.string() });

export type Registration = {
  accountId: string;
  accountName: string;
  site: { siteName: string; address: string; city: string; country: string; province: string; postalCode: string };
  ethernet: { mode: "dhcp" } | { mode: "static"; ipAddress: string; subnetMask: string; defaultGateway: string; dnsServers: string[] };
};

export type PbxDefinition = {
  type: string;
  name: string;
  address: string;
  port: number | null;
  username: string;
  password: string;
  mbgAddress: string;
  mbgPassword: string;
  micollabAddress: string;
  micollabPassword: string;
};

/** Calls to gateways by their serial numbers; each throws a `PeerError` when it fails. */
export type GatewayAdapter = {
  /** The gateway that an onboarding claim is about; the claim stays good. */
  lookAtClaim(claim: string): Promise<GatewayReport>;
  /** Uses a claim up: the gateway may then be registered. */
  takeClaim(claim: string, idempotencyKey: string): Promise<GatewayReport>;
  report(serial: string): Promise<GatewayReport>;
  register(serial: string, registration: Registration): Promise<GatewayReport>;
  /** Back to factory default, if it is still registered for the account. */
  factoryReset(serial: string, accountId: string): Promise<void>;
  definePbx(serial: string, pbx: PbxDefinition): Promise<void>;
  connectPbx(serial: string): Promise<PbxSummary>;
  pbx(serial: string): Promise<PbxSummary>;
  pbxUsers(serial: string): Promise<PbxPerson[]>;
  listAccount(accountId: string, account: { name: string; status: "active" | "deactivated" }): Promise<void>;
  reboot(serial: string): Promise<GatewayReport>;
  update(serial: string): Promise<GatewayReport>;
  scheduleUpdate(serial: string, at: string | null): Promise<GatewayReport>;
  setTracing(serial: string, on: boolean): Promise<GatewayReport>;
  log(serial: string): Promise<z.infer<typeof Line>[]>;
};

/** Connects to the service. Nothing is sent before the first call. What sets a state needs no idempotency key, as doing it twice does no harm. */
export function connectGateways(connection: PeerConnection): GatewayAdapter {
  const client = createPeerClient("gateway", connection);
  return {
    lookAtClaim: (claim) => client.send("POST", "/claims/look", undefined, { claim }, Report),
    takeClaim: (claim, key) => client.send("POST", "/claims/take", key, { claim }, Report),
    report: (serial) => client.get(path`/appliances/${serial}`, Report),
    register: (serial, registration) => client.send("PUT", path`/appliances/${serial}/registration`, undefined, registration, Report),
    factoryReset: (serial, accountId) => client.send("POST", path`/appliances/${serial}/factory-reset`, undefined, { accountId }, NoAnswer),
    definePbx: (serial, pbx) => client.send("PUT", path`/appliances/${serial}/pbx`, undefined, pbx, NoAnswer),
    connectPbx: (serial) => client.send("POST", path`/appliances/${serial}/pbx/connection`, undefined, {}, Summary),
    pbx: (serial) => client.get(path`/appliances/${serial}/pbx`, Summary),
    pbxUsers: (serial) => client.list(path`/appliances/${serial}/pbx/users`, Person),
    listAccount: (accountId, account) => client.send("PUT", path`/accounts/${accountId}`, undefined, account, NoAnswer),
    reboot: (serial) => client.send("POST", path`/appliances/${serial}/reboot`, undefined, {}, Report),
    update: (serial) => client.send("POST", path`/appliances/${serial}/update`, undefined, {}, Report),
    scheduleUpdate: (serial, at) => client.send("PUT", path`/appliances/${serial}/update-schedule`, undefined, { at }, Report),
    setTracing: (serial, on) => client.send("PUT", path`/appliances/${serial}/tracing`, undefined, { on }, Report),
    log: (serial) => client.list(path`/appliances/${serial}/log`, Line),
  };
}
