import { exportOf } from "#lib/lists/export-list.ts";
import { eventRequest, findEvents, toEventView } from "./find-events.ts";
import { assetInWords } from "./labels.ts";

export const exportEvents = exportOf(findEvents, {
  name: "events.export",
  summary: "The event history of an account as a csv or xlsx file",
  messages: "events",
  columns: {
    actor: ({ actorName }) => actorName,
    action: ({ action }) => action,
    asset: (event, { words }) => assetInWords(event, words),
    at: ({ at }, { time }) => time(at),
    properties: ({ changes }) => changes.map(({ property }) => property).join(", "),
    details: ({ details }) => (Object.keys(details).length > 0 ? JSON.stringify(details) : ""),
    operation: ({ operation }) => operation,
    id: ({ id }) => id,
    actorId: ({ actorId }) => actorId,
  },
  usual: ["actor", "action", "asset", "at", "properties", "details"],
  request: ({ account }, asked) => eventRequest(account.id, asked),
  toView: toEventView,
});
