import { z } from "zod";
import { publish } from "#lib/live/publish.ts";
import { conflict, notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readBulkJob } from "./bulk-job-view.ts";
import { reportOf } from "./report.ts";
import { BulkJobView } from "./schemas.ts";
import type { LeftOut } from "./schemas.ts";

/**
 * Ends a bulk job where it stands: what was done stays done, what was not begun is not begun, and mails that wait are not sent:
 * each of them looks at its job before it goes.
 */
export const cancelBulkJob = operation({
  name: "bulk-jobs.cancel",
  summary: "Cancel a bulk job",
  permission: [{ feature: "users", action: "edit" }, { feature: "users", action: "delete" }],
  scope: "account",
  kind: "write",
  input: z.object({ bulkJobId: z.uuid() }),
  output: BulkJobView,
  http: { method: "POST", path: "/accounts/{accountId}/bulk-jobs/{bulkJobId}/cancel" },
  async run({ actor, account, db, emit, notify, now }, { bulkJobId: id }) {
    const before = await readBulkJob(db, account.id, id);
    if (!before) throw notFound("The bulk job");
    // Waits for the set that is being worked on, whose lock the worker holds.
    const { count } = await db.bulkJob.updateMany({ where: { accountId: account.id, id, status: "working" }, data: { status: "cancelled", finishedAt: now } });
    if (count === 0) throw conflict("This job has ended already.");
    const job = (await readBulkJob(db, account.id, id))!;
    await emit({ action: "Cancel", asset: { kind: "bulk_job", id, name: job.kind }, details: { users: job.users, reached: job.reached } });
    const { createdById: userId, createdByAccountId: accountId, skipped } = await db.bulkJob.findUniqueOrThrow({ where: { accountId_id: { accountId: account.id, id } } });
    const report = reportOf({ id, accountId: account.id, kind: job.kind, done: job.done, failed: job.failed, skipped: skipped as LeftOut[] }, []);
    await notify({ ...report, to: { accountId, userId }, body: `Cancelled by ${actor.name} after ${job.reached} of ${job.users} users. ${report.body}` });
    await publish(db, { channel: "account", accountId: account.id, topic: "users" });
    return job;
  },
});
