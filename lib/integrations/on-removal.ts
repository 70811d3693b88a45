/** What goes with an integration beside its own row. */
import type { Db } from "#lib/db/client.ts";
import { letGatewayGo } from "#lib/gateways/let-go.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { takeMeetings } from "#lib/licenses/take-meetings.ts";
import { giveBackNumbers } from "#lib/sms-numbers/give-back-numbers.ts";
import { leaveTenant } from "#lib/unify-phone/leave-tenant.ts";
import { revokeLicenses } from "#lib/unify-phone/settle-licenses.ts";
import type { RemovalContext } from "./removal-context.ts";
import type { IntegrationKey } from "./schemas.ts";

/** Deletes what belongs to an integration of an account; gives how much that was, for the event. */
type OnRemoval = (db: Db, accountId: string, context: RemovalContext) => Promise<Record<string, number>>;

export const ON_REMOVAL: Partial<Record<IntegrationKey, OnRemoval>> = {
  micollab: async (db, accountId) => {
    await db.micollabState.deleteMany({ where: { accountId } });
    // Its server hears that the account is gone, and ends chat (MICOL-01).
    await jobWriter(db)("micollab.synchronize", { accountId });
    return {};
  },
  mitel_voice_assist: async (db, accountId) => {
    await jobWriter(db)("voice-assist.synchronize", { accountId });
    await db.voiceAssistState.deleteMany({ where: { accountId } });
    return {};
  },
  miteam_meetings: async (db, accountId) => ({ licenses: await takeMeetings(db, accountId) }),
  // Users stay, with what the directory has said of them (SCIM-11).
  azure_ad_sync: async (db, accountId) => ({ keys: (await db.scimConnection.deleteMany({ where: { accountId } })).count }),
  cloudlink_gateway: async (db, accountId, { askedBy, now }) => ({ gateways: await letGatewayGo(db, accountId, askedBy, now) }),
  micc: async (db, accountId) => ({ chatOverlays: (await db.chatOverlay.deleteMany({ where: { accountId } })).count }),
  twilio: giveBackNumbers,
  unify_phone: async (db, accountId, { emit, now }) => {
    await leaveTenant(db, accountId);
    await db.unifyPhoneState.deleteMany({ where: { accountId } });
    return { licenses: await revokeLicenses({ db, emit, accountId, now }) };
  },
  mitel_one_workgroups: async (db, accountId) => ({ workgroups: (await db.workgroup.deleteMany({ where: { accountId } })).count }),
};
