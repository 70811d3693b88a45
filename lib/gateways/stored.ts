/** The gateway of an account as it is stored. */
import type { Db } from "#lib/db/client.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import type { GatewayReport } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import type { Ethernet, GatewayFacts, GatewayView, PbxView, Platform, Site } from "./schemas.ts";
import { PBX_SECRETS } from "./schemas.ts";

type Sealed = { sealed: string };
/** How the PBX is reached: as it is shown, with the sealed passwords beside it. */
export type StoredPbx = Omit<PbxView, "keptSecrets"> & { secrets: Partial<Record<(typeof PBX_SECRETS)[number], Sealed>> };

export type StoredGateway = {
  accountId: string;
  serial: string;
  platform: Platform;
  form: GatewayFacts["form"];
  address: string;
  release: string;
  availableRelease: string;
  fault: string;
  checkedAt: Date;
  detectedAt: Date;
  detectedBy: string;
  site: Site | null;
  ethernet: Ethernet | null;
  pbx: StoredPbx | null;
  connectedAt: Date | null;
  completedAt: Date | null;
  syncMinutes: number;
  nextSyncAt: Date | null;
  syncAskedAt: Date | null;
  syncedAt: Date | null;
  syncFault: string;
  pbxUserCount: number;
  didNumber: string;
  version: number;
};

/** The gateway that was detected for an account; null when there is none. */
export async function readGateway(db: Db, accountId: string): Promise<StoredGateway | null> {
  return (await db.gateway.findUnique({ where: { accountId } })) as unknown as StoredGateway | null;
}

/**
 * The gateway that is to be changed, locked until the transaction ends.
 * @throws OperationError not_found when none was detected, conflict when it was changed meanwhile
 */
export async function takeGateway(db: Db, accountId: string, version?: number): Promise<StoredGateway> {
  await db.$executeRaw`select 1 from gateways where account_id = ${accountId}::uuid for update`;
  const gateway = await readGateway(db, accountId);
  if (!gateway) throw notFound("No gateway detected. Open the page of the gateway first; it brings you back here.");
  if (version !== undefined && gateway.version !== version) throw conflict("Somebody changed the gateway meanwhile. Reload the page to see the change; what you typed has not been saved.");
  return gateway;
}

/** What is kept of what a gateway tells of itself. */
export function reported({ ipAddress, release, availableRelease, health, platform, form }: GatewayReport, now: Date) {
  return { address: ipAddress, release, availableRelease, platform, form, fault: health.ok ? "" : health.message || "The gateway reports a fault.", checkedAt: now };
}

/** What the panel and the steps ask of a gateway. */
export function factsOf(gateway: StoredGateway): GatewayFacts {
  const { platform, form, address, availableRelease, fault, syncFault, site, pbx, connectedAt, completedAt } = gateway;
  return { platform, form, address, availableRelease, fault, syncFault, registered: site !== null, pbxDefined: pbx !== null, connected: connectedAt !== null, completed: completedAt !== null };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

/** The gateway with what is irregular on its PBX; without any password. */
export async function viewOf(db: Db, gateway: StoredGateway): Promise<GatewayView> {
  const { accountId, nextSyncAt: _, syncAskedAt, pbx, detectedAt, checkedAt, connectedAt, completedAt, syncedAt, ...plain } = gateway;
  const [counts] = await db.$queryRaw<[{ missing: number; shared: number }]>`
    select count(*) filter (where email = '')::int as missing, count(*) filter (where shared)::int as shared from pbx_users where account_id = ${accountId}::uuid`;
  return {
    ...plain,
    detectedAt: detectedAt.toISOString(),
    checkedAt: checkedAt.toISOString(),
    connectedAt: iso(connectedAt),
    completedAt: iso(completedAt),
    syncedAt: iso(syncedAt),
    isSyncing: syncAskedAt !== null,
    pbx: pbx && pbxView(pbx),
    withoutEmail: counts.missing,
    sharedEmail: counts.shared,
  };
}

function pbxView({ secrets, ...pbx }: StoredPbx): PbxView {
  return { ...pbx, keptSecrets: PBX_SECRETS.filter((name) => secrets[name]) };
}
