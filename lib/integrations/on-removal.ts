/** What goes with an integration beside its own row. */
import type { Db } from "#lib/db/client.ts";
import { letGatewayGo } from "#lib/gateways/let-go.ts";
import { takeMeetings } from "#lib/licenses/take-meetings.ts";
import type { IntegrationKey } from "./schemas.ts";
import type { Removal } from "./stored.ts";

/** Deletes what belongs to an integration of an account; gives how much that was, for the event. */
type OnRemoval = (db: Db, accountId: string, askedBy: Removal, now: Date) => Promise<Record<string, number>>;

export const ON_REMOVAL: Partial<Record<IntegrationKey, OnRemoval>> = {
  miteam_meetings: async (db, accountId) => ({ licenses: await takeMeetings(db, accountId) }),
  cloudlink_gateway: async (db, accountId, askedBy, now) => ({ gateways: await letGatewayGo(db, accountId, askedBy, now) }),
  micc: async (db, accountId) => ({ chatOverlays: (await db.chatOverlay.deleteMany({ where: { accountId } })).count }),
  mitel_one_workgroups: async (db, accountId) => ({ workgroups: (await db.workgroup.deleteMany({ where: { accountId } })).count }),
};
