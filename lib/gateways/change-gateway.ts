/** Keeping a change of a gateway, with its event and the word to open pages. */
import type { Db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { PropertyChange } from "#lib/events/schemas.ts";
import { publish } from "#lib/live/publish.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { notInUse } from "#lib/integrations/not-in-use.ts";
import { refusePartnerAccount, takeStored } from "#lib/integrations/stored.ts";
import { readSetUp } from "./get-gateway.ts";
import type { GatewaySetUp } from "./schemas.ts";
import { takeGateway } from "./stored.ts";
import type { StoredGateway } from "./stored.ts";

type Context = OperationContext<"account">;

/**
 * The gateway that a step of the set-up works on, locked.
 * @throws OperationError not_found without the integration or a detected gateway, conflict when either is on its way out or was changed meanwhile
 */
export async function gatewayToChange({ account, db }: Context, version?: number): Promise<StoredGateway> {
  refusePartnerAccount(account);
  if (!account.integrations["cloudlink_gateway"]) throw notInUse("cloudlink_gateway");
  await takeStored(db, account.id, "cloudlink_gateway");
  return takeGateway(db, account.id, version);
}

/** Stores the change and gives the set-up as it is then. */
export async function keepGateway({ actor, account, db, emit, now }: Context, data: Prisma.GatewayUpdateInput, changes: PropertyChange[]): Promise<GatewaySetUp> {
  await db.gateway.update({ where: { accountId: account.id }, data: { ...data, version: { increment: 1 }, modifiedAt: now, modifiedBy: actor.name } });
  await emit(changes.length > 0 ? { action: "Edit", asset: { kind: "integration", id: "cloudlink_gateway", name: "CloudLink Gateway" }, changes } : []);
  await tellPages(db, account.id);
  return readSetUp(db, account.id);
}

/** Pages that show the gateway read themselves anew. */
export async function tellPages(db: Db, accountId: string): Promise<void> {
  await publish(db, { channel: "account", accountId, topic: "integrations" });
}
