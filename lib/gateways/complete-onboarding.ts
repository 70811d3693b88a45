import { z } from "zod";
import { changesBetween } from "#lib/events/emit.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { gatewayToChange, keepGateway } from "./change-gateway.ts";
import { GatewaySetUp } from "./schemas.ts";

/** "Complete" on the Deployment page: the set-up is done, whether deployment e-mails were sent or not (GW-42 to GW-44, GW-48). */
export const completeOnboarding = operation({
  name: "gateways.complete",
  summary: "Complete the onboarding of the CloudLink gateway",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: z.object({}),
  output: GatewaySetUp,
  http: { method: "POST", path: "/accounts/{accountId}/gateway/complete" },
  async run(context) {
    const { actor, account, db, now } = context;
    const gateway = await gatewayToChange(context);
    if (!gateway.connectedAt) throw conflict("The PBX is not connected yet.");
    const status = account.integrations["cloudlink_gateway"]?.status;
    await db.integration.update({
      where: { accountId_key: { accountId: account.id, key: "cloudlink_gateway" } },
      data: { status: "on", version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name },
    });
    return keepGateway(context, { completedAt: gateway.completedAt ?? now }, changesBetween<Record<string, unknown>>({ status }, { status: "on" }));
  },
});
