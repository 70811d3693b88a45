import { createHash } from "node:crypto";
import type { Db } from "#lib/db/client.ts";
import { MAY_CONFIGURE } from "#lib/integrations/may-configure.ts";
import { refusePartnerAccount } from "#lib/integrations/stored.ts";
import { publish } from "#lib/live/publish.ts";
import { conflict } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { askGateway } from "./gateway-service.ts";
import { readSetUp } from "./get-gateway.ts";
import { Claim, GatewaySetUp } from "./schemas.ts";
import { readGateway, reported } from "./stored.ts";

/** Takes the claim of a gateway for an account: it is detected now, and belongs to the account once the Gateway step is done (GW-01, GW-05, GW-10). */
export const detectGateway = operation({
  name: "gateways.detect",
  summary: "Begin the onboarding of a CloudLink gateway for an account",
  permission: MAY_CONFIGURE,
  scope: "account",
  kind: "write",
  input: Claim,
  output: GatewaySetUp,
  http: { method: "POST", path: "/accounts/{accountId}/gateway" },
  async run({ actor, account, db, emit, now }, { claim }) {
    refusePartnerAccount(account);
    const present = await readGateway(db, account.id);
    if (present?.site) throw conflict(`Gateway ${present.serial} is onboarded for this account already.`);
    // The same request sent again is the same to the gateway too.
    const key = createHash("sha256").update(`${account.id} ${claim}`).digest("hex");
    const report = await askGateway((service) => service.takeClaim(claim, key));
    await giveUpElsewhere(db, account.id, report.serial);
    const data = { serial: report.serial, ...reported(report, now), detectedAt: now, detectedBy: actor.name, modifiedAt: now, modifiedBy: actor.name };
    await db.gateway.upsert({ where: { accountId: account.id }, create: { accountId: account.id, ...data }, update: { ...data, version: { increment: 1 } } });
    await emit({ action: "Edit", asset: { kind: "integration", id: "cloudlink_gateway", name: "CloudLink Gateway" }, changes: [{ property: "gateway", before: present?.serial ?? null, after: report.serial }] });
    await publish(db, { channel: "account", accountId: account.id, topic: "integrations" });
    return readSetUp(db, account.id);
  },
});

/** Who comes in by the gateway last has it, until somebody has registered it. */
async function giveUpElsewhere(db: Db, accountId: string, serial: string): Promise<void> {
  const elsewhere = await db.gateway.findUnique({ where: { serial } });
  if (!elsewhere || elsewhere.accountId === accountId) return;
  if (elsewhere.site !== null) throw conflict(`Gateway ${serial} belongs to another customer account. It has to be reset to factory default first.`);
  await db.gateway.delete({ where: { serial } });
}
