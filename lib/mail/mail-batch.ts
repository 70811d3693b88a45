/** Mails that were sent off together: how many have gone, and one notification when all are done. */
import { advanceBulkJob, startBulkJob } from "#lib/bulk-jobs/bulk-job.ts";
import type { StartedBy } from "#lib/bulk-jobs/bulk-job.ts";
import type { Db } from "#lib/db/client.ts";
import type { BulkKind, LeftOut } from "#lib/bulk-jobs/schemas.ts";

type MailBatch = { accountId: string; kind: BulkKind; total: number; skipped?: LeftOut[]; actor: StartedBy };

/** Opens a batch for its mails to be counted in; who was left out is told with them at the end. */
export function startMailBatch(db: Db, { actor, ...batch }: MailBatch): Promise<string> {
  return startBulkJob(db, { ...batch, startedBy: actor });
}

/** Counts one mail of a batch as sent or as given up; the last one tells the person who started it. */
export function countMail(db: Db, accountId: string, bulkJobId: string, sent: boolean, now: Date): Promise<void> {
  return advanceBulkJob(db, { accountId, id: bulkJobId }, sent ? { done: 1 } : { failed: 1 }, now);
}
