import { z } from "zod";
import { exportOf, writeListFile } from "#lib/lists/export-list.ts";
import type { ListFile } from "#lib/lists/export-list.ts";
import { ListFileChoice } from "#lib/lists/schemas.ts";
import { operation } from "#lib/operations/operation.ts";
import type { FileAnswer } from "#lib/operations/operation.ts";
import { eventRequest, eventsById } from "./event-request.ts";
import { toEventView } from "./event-view.ts";
import type { EventRow } from "./event-view.ts";
import { findEvents } from "./find-events.ts";
import { actionInWords, actorInWords, assetInWords, roleInWords } from "./labels.ts";
import { requireHistory } from "./require-history.ts";
import { MAX_SELECTED } from "./schemas.ts";
import type { EventView } from "./schemas.ts";

type ListOfEvents = typeof findEvents.input;

const FILE: ListFile<ListOfEvents, EventRow, EventView> = {
  name: "events.export",
  summary: "The event history of an account as a csv, xlsx or JSON lines file",
  messages: "events",
  columns: {
    actor: (event, { words }) => actorInWords(event, words),
    action: (event, { words }) => actionInWords(event, words),
    asset: (event, { words }) => assetInWords(event, words),
    at: ({ at }, { time }) => time(at),
    properties: ({ changes }) => JSON.stringify(changes.map(({ property }) => property)),
    details: ({ coreDetails }) => JSON.stringify(coreDetails),
    type: ({ type }) => type,
    role: (event, { words }) => roleInWords(event, words),
    id: ({ id }) => id,
    actorId: ({ actorId }) => actorId,
    extra: ({ extraDetails }) => JSON.stringify(extraDetails),
    tags: ({ tags }) => tags.join(", "),
    changes: ({ changes }) => JSON.stringify(changes),
  },
  usual: ["actor", "action", "asset", "at", "properties", "details"],
  request(context, asked) {
    requireHistory(context.account);
    return eventRequest(context, asked);
  },
  toView: toEventView,
};

export const exportEvents = exportOf(findEvents, FILE);

/** All data of the events that were ticked, or of the one that is open (EVENT-25, EVENT-28). */
export const exportSelectedEvents = operation({
  name: "events.export-selected",
  summary: "Certain events of an account as a csv file, with all that they carry",
  permission: findEvents.permission,
  scope: "account",
  kind: "read",
  input: z.object({ ids: z.array(z.uuid()).min(1).max(MAX_SELECTED), timeZone: ListFileChoice.shape.timeZone }),
  output: z.custom<FileAnswer>(),
  http: { method: "POST", path: "/accounts/{accountId}/events/export-selected" },
  run(context, { ids, timeZone }) {
    requireHistory(context.account);
    const columns = Object.keys(FILE.columns).join();
    return writeListFile<ListOfEvents, EventRow, EventView>(context, { sort: "-at", format: "csv", columns, timeZone }, { ...FILE, request: () => eventsById(context, ids) });
  },
});
