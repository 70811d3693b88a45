import { Prisma } from "#lib/db/generated/client.ts";
import type { Db } from "#lib/db/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import type { BulkJobView } from "./schemas.ts";

export type BulkJobRow = Omit<BulkJobView, "createdAt" | "finishedAt"> & { createdAt: Date; finishedAt: Date | null };

/** The columns of a job `j`; the list of its users, which may be long, stays in the database. */
export const BULK_JOB_COLUMNS = Prisma.sql`
  j.id::text, j.kind, j.status, cardinality(j.user_ids) as users, j.position as reached, j.done, j.failed, greatest(j.total - (cardinality(j.user_ids) - j.position) - j.done - j.failed, 0) as waiting,
  (select coalesce(sum((line->>'count')::int), 0)::int from jsonb_array_elements(j.skipped) as line) as "leftOut",
  j.created_by_name as "createdByName", j.created_at as "createdAt", j.finished_at as "finishedAt"`;

/** Only jobs that deal with a list; what one request did at once was told by its answer. */
export const IS_LIST = Prisma.sql`cardinality(j.user_ids) > 0`;

export function toBulkJobView({ createdAt, finishedAt, ...job }: BulkJobRow): BulkJobView {
  return { ...job, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null };
}

/** One job of an account; undefined when there is none of this id. */
export async function readBulkJob(db: Db, accountId: string, id: string): Promise<BulkJobView | undefined> {
  const [row] = await readRows<BulkJobRow>(db, Prisma.sql`select ${BULK_JOB_COLUMNS} from bulk_jobs j where j.account_id = ${accountId}::uuid and j.id = ${id}::uuid and ${IS_LIST}`);
  return row && toBulkJobView(row);
}
