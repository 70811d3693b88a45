import { z } from "zod";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { gatewayToChange, keepGateway } from "./change-gateway.ts";
import { askGateway } from "./gateway-service.ts";
import { GatewaySetUp, OFFICE_400, SyncScheduleInput } from "./schemas.ts";
import { nextSync } from "./sync-pbx.ts";

/** The step Connect, or Sync on an SMB controller: connects the PBX and begins the first synchronization (GW-29 to GW-33, GW-39). */
export const connectPbx = operation({
  name: "gateways.connect-pbx",
  summary: "Connect the PBX behind the CloudLink gateway and import its users",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: z.object({}),
  output: GatewaySetUp,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/connection" },
  async run(context) {
    const { actor, account, db, enqueue, now } = context;
    const gateway = await gatewayToChange(context);
    if (!gateway.site) throw conflict("The gateway is not configured yet. Finish the step Gateway first.");
    if (gateway.platform === "standalone" && !gateway.pbx) throw conflict("No PBX is defined yet. Finish the step PBX first.");
    const { type, users, didNumber } = await askGateway((service) => service.connectPbx(gateway.serial));
    await enqueue("gateways.sync", { accountId: account.id, by: { accountId: actor.accountId, userId: actor.userId } });
    // Its deployment e-mails are offered for this type only (GW-45, GW-46).
    const features = { [OFFICE_400]: type === "mivoice_office_400" };
    await db.integration.update({ where: { accountId_key: { accountId: account.id, key: "cloudlink_gateway" } }, data: { features } });
    const data = { connectedAt: now, pbxUserCount: users, didNumber, syncAskedAt: now, nextSyncAt: nextSync(now, gateway.syncMinutes), syncFault: "" };
    return keepGateway(context, data, [{ property: "connection", before: gateway.connectedAt ? "connected" : null, after: "connected" }]);
  },
});

/** "Sync Now": does not wait for the schedule (GW-40). */
export const syncNow = operation({
  name: "gateways.sync-now",
  summary: "Synchronize the users of the PBX at once",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: z.object({}),
  output: GatewaySetUp,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/synchronizations" },
  async run(context) {
    const { actor, account, enqueue, now } = context;
    const gateway = await gatewayToChange(context);
    if (!gateway.connectedAt) throw conflict("The PBX is not connected.");
    await enqueue("gateways.sync", { accountId: account.id, by: { accountId: actor.accountId, userId: actor.userId } });
    return keepGateway(context, { syncAskedAt: now }, [{ property: "synchronization", before: null, after: "started" }]);
  },
});

/** "PBX Sync Schedule (in minutes)"; the next synchronization follows it at once (GW-37, GW-38). */
export const setSyncSchedule = operation({
  name: "gateways.set-sync-schedule",
  summary: "Set how often the users of the PBX are synchronized",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: SyncScheduleInput,
  output: GatewaySetUp,
  http: { method: "PUT", path: "/accounts/{accountId}/gateway/sync-schedule" },
  async run(context, { minutes }) {
    const { now } = context;
    const { platform, syncMinutes, connectedAt, syncedAt } = await gatewayToChange(context);
    if (platform === "smbc") throw conflict("On an SMB controller the sync interval can not be changed.");
    const changes = minutes === syncMinutes ? [] : [{ property: "syncMinutes", before: syncMinutes, after: minutes }];
    return keepGateway(context, { syncMinutes: minutes, ...(connectedAt && { nextSyncAt: nextSync(syncedAt ?? now, minutes) }) }, changes);
  },
});
