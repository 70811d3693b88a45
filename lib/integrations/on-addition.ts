/** What is begun when an integration is added to an account. */
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { IntegrationKey } from "./schemas.ts";

type OnAddition = (enqueue: Enqueue, accountId: string) => Promise<void>;

/** Its server hears of the account, and tells of chat and licenses (MICOL-01, MEETMC-10). */
const synchronizeMicollab: OnAddition = (enqueue, accountId) => enqueue("micollab.synchronize", { accountId });

export const ON_ADDITION: Partial<Record<IntegrationKey, OnAddition>> = { micollab: synchronizeMicollab, miteam_meetings: synchronizeMicollab };
