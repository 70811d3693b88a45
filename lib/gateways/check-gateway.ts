import { z } from "zod";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { operation } from "#lib/operations/operation.ts";
import type { GatewayReport } from "#lib/provisioning/adapters/cloudlink-gateway.ts";
import { tellPages } from "./change-gateway.ts";
import { faultOf, gatewayService } from "./gateway-service.ts";
import { readSetUp } from "./get-gateway.ts";
import { GatewaySetUp } from "./schemas.ts";
import { readGateway, reported } from "./stored.ts";
import type { StoredGateway } from "./stored.ts";

/** Asks a gateway how it is, for the status at its entry (GW-08, GW-11). */
export const checkGateway = operation({
  name: "gateways.check",
  summary: "Ask the CloudLink gateway how it is",
  permission: [{ feature: "integrations", action: "view" }],
  scope: "account",
  kind: "write",
  unrecorded: "Looking whether a gateway answers changes nothing that anybody asked for.",
  input: z.object({}),
  output: GatewaySetUp,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/check" },
  async run({ account, db, now }) {
    const gateway = await readGateway(db, account.id);
    if (gateway) await keepHealth(db, gateway, await healthOf(gateway, now));
    return readSetUp(db, account.id);
  },
});

/** The job that asks a gateway now and then. */
export async function watchGateway({ accountId }: JobPayload<"gateways.check">): Promise<void> {
  const { prisma } = database();
  const gateway = await readGateway(prisma, accountId);
  if (!gateway) return;
  const health = await healthOf(gateway, new Date());
  await prisma.$transaction((db) => keepHealth(db, gateway, health));
}

type Health = ReturnType<typeof reported> | { fault: string; checkedAt: Date };

async function healthOf(gateway: StoredGateway, now: Date): Promise<Health> {
  try {
    const report = await gatewayService().report(gateway.serial);
    return { ...reported(report, now), ...(isLost(gateway, report) && { fault: "The gateway does not know this account any more: it was reset to factory default. Remove the integration and onboard it again." }) };
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return { fault, checkedAt: now };
  }
}

function isLost({ site, accountId }: StoredGateway, report: GatewayReport): boolean {
  return site !== null && report.accountId !== accountId;
}

async function keepHealth(db: Db, before: StoredGateway, health: Health): Promise<void> {
  await db.gateway.updateMany({ where: { accountId: before.accountId, serial: before.serial }, data: health });
  const differs = Object.entries(health).some(([name, value]) => name !== "checkedAt" && before[name as keyof StoredGateway] !== value);
  if (differs) await tellPages(db, before.accountId);
}
