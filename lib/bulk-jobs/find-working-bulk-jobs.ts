import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { readRows } from "#lib/db/read-rows.ts";
import { operation } from "#lib/operations/operation.ts";
import { BULK_JOB_COLUMNS, IS_LIST, toBulkJobView } from "./bulk-job-view.ts";
import type { BulkJobRow } from "./bulk-job-view.ts";
import { BulkJobView } from "./schemas.ts";

/** The bulk jobs of an account that are at work now, the latest first. */
export const findWorkingBulkJobs = operation({
  name: "bulk-jobs.find-working",
  summary: "List the bulk jobs of an account that are at work",
  permission: [{ feature: "users", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({}),
  output: z.object({ items: z.array(BulkJobView) }),
  http: { method: "GET", path: "/accounts/{accountId}/bulk-jobs" },
  async run({ account, db }) {
    const rows = await readRows<BulkJobRow>(
      db,
      Prisma.sql`select ${BULK_JOB_COLUMNS} from bulk_jobs j where j.account_id = ${account.id}::uuid and j.status = 'working' and ${IS_LIST} order by j.id desc limit 20`,
    );
    return { items: rows.map(toBulkJobView) };
  },
});
