/** Acts on a selection of users: in the request while they are few, by a job, set by set, when they are many. */
import { startBulkJob } from "#lib/bulk-jobs/bulk-job.ts";
import type { StartedBy } from "#lib/bulk-jobs/bulk-job.ts";
import { summaryOf } from "#lib/bulk-jobs/left-out.ts";
import type { BulkKind, BulkResult, UserOutcome } from "#lib/bulk-jobs/schemas.ts";
import type { Db } from "#lib/db/client.ts";
import type { Emit } from "#lib/events/emit.ts";
import type { Enqueue } from "#lib/jobs/queue.ts";
import type { OperationContext } from "#lib/operations/operation.ts";
import { selectUserIds } from "./user-filter.ts";
import type { UserSelection } from "./schemas.ts";

/** The users that one request deals with itself; more would keep the person waiting and the transaction open. */
const IN_REQUEST = 1_000;

/** What acting on a set of users needs, in a request as in a job. */
export type SetContext = { db: Db; emit: Emit; enqueue: Enqueue; accountId: string; actor: StartedBy; now: Date };

/**
 * One kind of act, on a set of users, and what became of each. `bulkJobId` is the job in which what is under way will be counted;
 * `request` says what is to be done to them, where the kind alone does not.
 */
export type SetAct = (context: SetContext, userIds: string[], bulkJobId: string | undefined, request: unknown) => Promise<UserOutcome[]>;

/**
 * Acts on a selection.
 * @returns how many were dealt with, who was left out and why, or how many a job now works on
 */
export async function actOnSelection(context: OperationContext<"account">, selection: UserSelection, kind: BulkKind, act: SetAct, request: object = {}): Promise<BulkResult> {
  const { db, account, actor, emit, enqueue, now } = context;
  const userIds = await selectUserIds(db, account.id, selection);
  if (userIds.length > IN_REQUEST) {
    // The users are those of this moment: who is added while the job works was not meant.
    const bulkJobId = await startBulkJob(db, { accountId: account.id, kind, total: userIds.length, userIds, request, startedBy: actor });
    await enqueue("users.bulk", { accountId: account.id, bulkJobId });
    await emit([]);
    return { done: 0, skipped: [], inBackground: userIds.length, bulkJobId };
  }
  const { done, underWay, skipped } = summaryOf(await act({ db, emit, enqueue, accountId: account.id, actor, now }, userIds, undefined, request));
  return { done: done + underWay, skipped, inBackground: 0, bulkJobId: null };
}
