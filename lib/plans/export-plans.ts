import { exportOf } from "#lib/lists/export-list.ts";
import type { Words } from "#lib/messages/words.ts";
import { findPlans, planRequest } from "./find-plans.ts";
import { findRuns, runRequest } from "./find-runs.ts";
import { toPlanView } from "./plan-view.ts";
import { toRunView } from "./run-view.ts";
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
  request: ({ account }, asked) => planRequest(account.id, asked),
  toView: toPlanView,
});

function statusInWords({ status, succeededCount, failedCount: failed }: PlanView, words: Words): string | undefined {
  if (status === "applying") return words("file.applying", { ended: succeededCount + failed });
  if (status === "done") return failed > 0 ? words("file.failed", { failed }) : words("statusFilter.done");
  return words(`status.${status}`);
}

/** What became of each user of a plan, e.g. to hand on whom it failed for and why. */
export const exportRuns = exportOf(findRuns, {
  name: "runs.export",
  summary: "The runs of a plan as a csv or xlsx file",
  messages: "plans.runFile",
  columns: {
    user: ({ userName }) => userName,
    number: ({ number }) => number,
    status: ({ status }, { words }) => words(`states.${status}`),
    steps: ({ stepCount }) => stepCount,
    done: ({ doneCount }) => doneCount,
    what: ({ lines }) => lines.map(({ title, detail, peer }) => [title, detail, peer && `(${peer})`].filter(Boolean).join(" ")).join("; "),
    why: ({ error, problems }) => [error, ...problems.map(({ message }) => message)].filter(Boolean).join(" "),
  },
  request: ({ account }, asked) => runRequest(account.id, asked),
  toView: toRunView,
});
