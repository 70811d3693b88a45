/** The record of a bulk job: opened with what it is for, advanced by whoever works, closed with one notification. */
import type { Db } from "#lib/db/client.ts";
import { newId } from "#lib/db/id.ts";
import { publish } from "#lib/live/publish.ts";
import { notificationWriter } from "#lib/notifications/notify.ts";
import type { Person } from "#lib/operations/actor.ts";
import { addLeftOut } from "./left-out.ts";
import { reportOf } from "./report.ts";
import type { BulkKind, LeftOut } from "./schemas.ts";

/** Who started a bulk job: as much of a person as its events and its notification need. */
export type StartedBy = Pick<Person, "kind" | "userId" | "accountId" | "name" | "origin">;

type NewBulkJob = {
  accountId: string;
  kind: BulkKind;
  /** How many have to be done or to fail before the job is over. */
  total: number;
  /** The users a job has yet to deal with; none where the request itself deals with all. */
  userIds?: string[];
  /** What is to be done to them, where the kind alone does not say it. */
  request?: object;
  /** Who was left out before it began. */
  skipped?: LeftOut[];
  startedBy: StartedBy;
};

/** Opens a bulk job and gives its id. */
export async function startBulkJob(db: Db, { startedBy, ...job }: NewBulkJob): Promise<string> {
  const id = newId();
  const { userId: createdById, accountId: createdByAccountId, name: createdByName, origin: createdByOrigin } = startedBy;
  await db.bulkJob.create({ data: { ...job, id, createdById, createdByAccountId, createdByName, createdByOrigin } });
  return id;
}

export type Advance = {
  done?: number;
  failed?: number;
  /** Users taken off the list, and how many of them are neither done, failed nor under way: no part of the total any more. */
  dealtWith?: number;
  dropped?: number;
  skipped?: LeftOut[];
};

type CountedJob = {
  kind: BulkKind;
  done: number;
  failed: number;
  skipped: LeftOut[];
  is_over: boolean;
  is_list: boolean;
  created_by_id: string;
  created_by_account_id: string;
};

/** Counts what was achieved; when nothing is left, closes the job and tells the person who started it (OP1-08). */
export async function advanceBulkJob(db: Db, { accountId, id }: { accountId: string; id: string }, advance: Advance, now: Date): Promise<void> {
  const { done = 0, failed = 0, dealtWith = 0, dropped = 0, skipped = [] } = advance;
  // The list of users stays in the database: it may be long, and every single mail is counted here.
  const [job] = await db.$queryRaw<CountedJob[]>`
    update bulk_jobs
       set done = done + ${done}, failed = failed + ${failed}, position = position + ${dealtWith}, total = total - ${dropped}
     where account_id = ${accountId}::uuid and id = ${id}::uuid and status = 'working'
    returning kind, done, failed, skipped, created_by_id::text, created_by_account_id::text,
              done + failed >= total and position >= cardinality(user_ids) as is_over, cardinality(user_ids) > 0 as is_list`;
  if (!job) return;
  const allSkipped = addLeftOut(job.skipped, skipped);
  const ending = job.is_over ? { status: job.failed > 0 ? "failed" : "completed", finishedAt: now } : {};
  if (job.is_over || skipped.length > 0) await db.bulkJob.updateMany({ where: { accountId, id }, data: { ...ending, skipped: allSkipped } });
  if (!job.is_over) return;
  const failures = job.failed === 0 ? [] : await failedMails(db, { accountId, id });
  await notificationWriter(db, now)({
    to: { accountId: job.created_by_account_id, userId: job.created_by_id },
    ...reportOf({ ...job, ...(job.is_list && { id, accountId }), skipped: allSkipped }, failures),
  });
  await publish(db, { channel: "account", accountId, topic: "users" });
}

const FAILURES_TOLD = 50;

function failedMails(db: Db, { accountId, id }: { accountId: string; id: string }): Promise<{ recipient: string; error: string }[]> {
  return db.mailMessage.findMany({
    where: { accountId, bulkJobId: id, status: "failed" },
    select: { recipient: true, error: true },
    orderBy: { recipient: "asc" },
    take: FAILURES_TOLD,
  });
}
