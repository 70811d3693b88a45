import type { Db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { containsPattern, countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { ListRequest, Sort } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readBulkJob } from "./bulk-job-view.ts";
import { BulkJobResultPage, FindBulkJobResultsInput } from "./schemas.ts";
import type { BulkJobResultView, BulkJobView } from "./schemas.ts";

const BY_NAME: Sort = { expression: Prisma.sql`r.name collate "C"`, type: "text" };

/** How it stands with a user. Of a mail the mail tells; one that still waits when its job was cancelled will not be sent. */
function stateWhen(jobStatus: string): Prisma.Sql {
  const waiting = jobStatus === "cancelled" ? "cancelled" : "queued";
  return Prisma.sql`
    case when r.outcome <> 'queued' then r.outcome
         else case m.status when 'sent' then 'done' when 'failed' then 'failed' else ${waiting} end
     end`;
}
const RESULTS = Prisma.sql`bulk_job_results r`;
const FROM = Prisma.sql`
  ${RESULTS}
  left join mail_messages m on r.outcome = 'queued' and m.account_id = r.account_id and m.bulk_job_id = r.bulk_job_id and m.user_id = r.user_id`;

/** What a bulk job did with each of its users, as far as it has got. */
export const findBulkJobResults = operation({
  name: "bulk-jobs.find-results",
  summary: "List what a bulk job did with each user",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindBulkJobResultsInput,
  output: BulkJobResultPage,
  http: { method: "GET", path: "/accounts/{accountId}/bulk-jobs/{bulkJobId}/results" },
  async run({ account, db }, { size, after, before, ...asked }) {
    const { job, request } = await resultRequest(db, account.id, asked);
    const [page, total] = await Promise.all([findPage<BulkJobResultView>(db, { ...request, size, after, before }), countUpToCap(db, asked.state ? FROM : RESULTS, request.where)]);
    return { ...toListPage(page, total, ({ userId, name, email, state, reason }) => ({ userId, name, email, state, reason })), job };
  },
});

/**
 * The users of a bulk job that a search and a filter mean, in their order, and the job.
 * @throws OperationError not_found when the account has no such job
 */
export async function resultRequest(db: Db, accountId: string, { bulkJobId, search, sort, state }: Pick<FindBulkJobResultsInput, "bulkJobId" | "search" | "sort" | "state">): Promise<{ job: BulkJobView; request: ListRequest }> {
  const job = await readBulkJob(db, accountId, bulkJobId);
  if (!job) throw notFound("The bulk job");
  const standing = stateWhen(job.status);
  const where = [Prisma.sql`r.account_id = ${accountId}::uuid`, Prisma.sql`r.bulk_job_id = ${bulkJobId}::uuid`, ...(state ? [Prisma.sql`${standing} = ${state}`] : [])];
  if (search) where.push(Prisma.sql`lower(concat_ws(chr(10), r.name, r.email)) like ${containsPattern(search)}`);
  const select = Prisma.sql`r.user_id::text as "userId", r.name, r.email, ${standing} as state, coalesce(nullif(r.reason, ''), m.error, '') as reason`;
  return { job, request: { select, from: FROM, where, sort: BY_NAME, descending: sort.startsWith("-"), id: Prisma.sql`r.user_id` } };
}
