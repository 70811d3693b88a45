import { Prisma } from "#lib/db/generated/client.ts";
import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import type { Sort } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { readBulkJob } from "./bulk-job-view.ts";
import { BulkJobResultPage, FindBulkJobResultsInput } from "./schemas.ts";
import type { BulkJobResultView } from "./schemas.ts";

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
  async run({ account, db }, { bulkJobId, sort, size, after, before, state }) {
    const job = await readBulkJob(db, account.id, bulkJobId);
    if (!job) throw notFound("The bulk job");
    const standing = stateWhen(job.status);
    const where = [Prisma.sql`r.account_id = ${account.id}::uuid`, Prisma.sql`r.bulk_job_id = ${bulkJobId}::uuid`, ...(state ? [Prisma.sql`${standing} = ${state}`] : [])];
    const select = Prisma.sql`r.user_id::text as "userId", r.name, r.email, ${standing} as state, coalesce(nullif(r.reason, ''), m.error, '') as reason`;
    const [page, total] = await Promise.all([
      findPage<BulkJobResultView>(db, { select, from: FROM, where, sort: BY_NAME, descending: sort.startsWith("-"), id: Prisma.sql`r.user_id`, size, after, before }),
      countUpToCap(db, state ? FROM : RESULTS, where),
    ]);
    return { ...toListPage(page, total, ({ userId, name, email, state: now, reason }) => ({ userId, name, email, state: now, reason })), job };
  },
});
