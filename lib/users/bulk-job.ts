/** The job that works off a long list of users, set by set, each set in a transaction of its own. */
import { advanceBulkJob } from "#lib/bulk-jobs/bulk-job.ts";
import type { StartedBy } from "#lib/bulk-jobs/bulk-job.ts";
import { summaryOf } from "#lib/bulk-jobs/left-out.ts";
import { storeOutcomes } from "#lib/bulk-jobs/store-outcomes.ts";
import type { BulkKind } from "#lib/bulk-jobs/schemas.ts";
import { database } from "#lib/db/client.ts";
import type { Db } from "#lib/db/client.ts";
import { eventWriter } from "#lib/events/emit.ts";
import type { JobPayload } from "#lib/jobs/definitions.ts";
import { jobWriter } from "#lib/jobs/queue.ts";
import { publish } from "#lib/live/publish.ts";
import { changeLicensesOfJob } from "#lib/licenses/change-set.ts";
import { changeNumbersOfJob } from "#lib/sms-numbers/change-set.ts";
import type { SetAct } from "./bulk-act.ts";
import { deploymentSet } from "./deployment-set.ts";
import { deleteSet } from "./delete-set.ts";
import { officeDeploymentSet, passwordResetSet, welcomeSet } from "./mail-set.ts";

const SET_SIZE = 500;

/** The operation in whose name the events are written, and what it does. */
const ACTS: Partial<Record<BulkKind, { operation: string; act: SetAct }>> = {
  licenses: { operation: "licenses.change", act: changeLicensesOfJob },
  sms_numbers: { operation: "sms-numbers.change", act: changeNumbersOfJob },
  delete_users: { operation: "users.delete", act: deleteSet },
  welcome: { operation: "users.send-welcome-mails", act: welcomeSet },
  mivb_deployment: { operation: "users.send-deployment-mails", act: deploymentSet },
  office_deployment: { operation: "users.send-office-deployment-mails", act: officeDeploymentSet },
  password_reset: { operation: "users.reset-passwords", act: passwordResetSet },
};

/** For all users at once or for none (OP1-33), so their list is one set, however long. */
const WHOLE: readonly BulkKind[] = ["licenses", "sms_numbers"];

type OpenJob = { kind: BulkKind; request: unknown; user_ids: string[]; created_by_id: string; created_by_account_id: string; created_by_name: string; created_by_origin: StartedBy["origin"] };

/** Goes on where the list stands, so that a try after a crash does nothing twice. */
export async function workOffUsers(job: JobPayload<"users.bulk">): Promise<void> {
  const { prisma } = database();
  while (await prisma.$transaction((db) => workOffSet(db, job), { timeout: 60_000 }));
}

/** Deals with the next set; gives whether there may be more. */
async function workOffSet(db: Db, { accountId, bulkJobId }: JobPayload<"users.bulk">): Promise<boolean> {
  // The lock keeps a second worker with the same job waiting until the set is counted.
  const [job] = await db.$queryRaw<OpenJob[]>`
    select kind, request, case when kind = any(${WHOLE}) then user_ids[position + 1 :] else user_ids[position + 1 : position + ${SET_SIZE}] end::text[] as user_ids, created_by_id::text, created_by_account_id::text, created_by_name, created_by_origin
      from bulk_jobs where account_id = ${accountId}::uuid and id = ${bulkJobId}::uuid and status = 'working' for update`;
  const work = job && ACTS[job.kind];
  if (!work || job.user_ids.length === 0) return false;
  const now = new Date();
  const actor: StartedBy = { kind: "person", userId: job.created_by_id, accountId: job.created_by_account_id, name: job.created_by_name, origin: job.created_by_origin };
  const { emit } = eventWriter(db, { operation: work.operation, accountId, actor, correlationId: bulkJobId, now });
  const outcomes = await work.act({ db, emit, enqueue: jobWriter(db), accountId, actor, now }, job.user_ids, bulkJobId, job.request);
  await storeOutcomes(db, { accountId, bulkJobId }, outcomes);
  const { done, underWay, skipped } = summaryOf(outcomes);
  const dealtWith = job.user_ids.length;
  await advanceBulkJob(db, { accountId, id: bulkJobId }, { done, dealtWith, dropped: dealtWith - done - underWay, skipped }, now);
  await publish(db, { channel: "account", accountId, topic: "users" });
  return true;
}
