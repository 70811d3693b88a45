import { exportOf } from "#lib/lists/export-list.ts";
import { findSupportLogs } from "./find-support-logs.ts";
import { logRequest, toSupportLogItem } from "./support-log-filter.ts";

export const exportSupportLogs = exportOf(findSupportLogs, {
  name: "support-logs.export",
  summary: "The list of support logs as a csv or xlsx file",
  messages: "supportLogs",
  headers: "list.columns",
  columns: {
    product: ({ product }) => product,
    created: ({ createdAt }, { time }) => time(createdAt),
    reporter: ({ reporterEmail }) => reporterEmail,
    title: ({ title }) => title,
    state: ({ state }, { words }) => words(`states.${state}`),
  },
  request: ({ account }, asked) => logRequest(account.id, asked),
  toView: toSupportLogItem,
});
