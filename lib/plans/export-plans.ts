import { exportOf } from "#lib/lists/export-list.ts";
import type { Words } from "#lib/messages/words.ts";
import { findPlans, planRequest } from "./find-plans.ts";
import { toPlanView } from "./plan-view.ts";
import type { PlanView } from "./schemas.ts";

export const exportPlans = exportOf(findPlans, {
  name: "plans.export",
  summary: "The plans of an account as a csv or xlsx file",
  messages: "plans",
  columns: {
    title: ({ title }) => title,
    purpose: ({ purpose }, { words }) => words(`purpose.${purpose}`),
    status: (plan, { words }) => statusInWords(plan, words),
    users: ({ runCount }) => runCount,
    steps: ({ stepCount }) => stepCount,
    by: ({ createdByName }) => createdByName,
    when: ({ createdAt }, { time }) => time(createdAt),
  },
  request: ({ account }, { status }) => planRequest(account.id, status),
  toView: toPlanView,
});

function statusInWords({ status, succeededCount, failedCount: failed }: PlanView, words: Words): string | undefined {
  if (status === "applying") return words("file.applying", { ended: succeededCount + failed });
  if (status === "done") return failed > 0 ? words("file.failed", { failed }) : words("statusFilter.done");
  return words(`status.${status}`);
}
