/** What goes with an integration beside its own row. */
import type { Db } from "#lib/db/client.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { takeMeetings } from "#lib/licenses/take-meetings.ts";
import type { IntegrationKey } from "./schemas.ts";

/** Deletes what belongs to an integration of an account; gives how much that was, for the event. */
type OnRemoval = (db: Db, accountId: string) => Promise<Record<string, number>>;

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
  micc: async (db, accountId) => ({ chatOverlays: (await db.chatOverlay.deleteMany({ where: { accountId } })).count }),
  mitel_one_workgroups: async (db, accountId) => ({ workgroups: (await db.workgroup.deleteMany({ where: { accountId } })).count }),
};
