/** What is begun when an integration is added to an account, or its settings change. */
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { IntegrationKey } from "./schemas.ts";

type OnChange = (enqueue: Enqueue, accountId: string) => Promise<void>;

/** Its server hears of the account, and tells of chat and licenses (MICOL-01, MEETMC-10). */
const synchronizeMicollab: OnChange = (enqueue, accountId) => enqueue("micollab.synchronize", { accountId });

export const ON_CHANGE: Partial<Record<IntegrationKey, OnChange>> = {
  micollab: synchronizeMicollab,
  miteam_meetings: synchronizeMicollab,
  unify_phone: (enqueue, accountId) => enqueue("unify-phone.synchronize", { accountId }),
  mitel_voice_assist: (enqueue, accountId) => enqueue("voice-assist.synchronize", { accountId }),
};
