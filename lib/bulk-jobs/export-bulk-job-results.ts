import { exportOf } from "#lib/lists/export-list.ts";
import { findBulkJobResults, resultRequest } from "./find-bulk-job-results.ts";
import type { BulkJobResultView } from "./schemas.ts";

export const exportBulkJobResults = exportOf(findBulkJobResults, {
  name: "bulk-jobs.export-results",
  summary: "What a bulk job did with each user, as a csv or xlsx file",
  messages: "bulkJobs",
  title: "page.file",
  columns: {
    name: ({ name }) => name,
    email: ({ email }) => email,
    state: ({ state }, { words }) => words(`states.${state}`),
    reason: ({ reason }) => reason,
  },
  request: async ({ account, db }, asked) => (await resultRequest(db, account.id, asked)).request,
  toView: (result: BulkJobResultView) => result,
});
