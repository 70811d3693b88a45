import { exportOf } from "#lib/lists/export-list.ts";
import { driftRequest, findDrift, toDriftView } from "./find-drift.ts";
import { driftWords } from "./labels.ts";

export const exportDrift = exportOf(findDrift, {
  name: "drift.export",
  summary: "The differences between the portal and the systems as a csv or xlsx file",
  messages: "drift",
  columns: {
    what: (drift, { words }) => driftWords(words).thing(drift),
    difference: ({ difference }, { words }) => words(`difference.${difference}`),
    values: ({ fields }, { words }) => driftWords(words).line(fields),
    user: ({ userName }) => userName,
    system: ({ element }) => element,
    since: ({ detectedAt }, { time }) => time(detectedAt),
    status: ({ status }, { words }) => words(`status.${status}`),
  },
  request: ({ account }, asked) => driftRequest(account.id, asked),
  toView: toDriftView,
});
