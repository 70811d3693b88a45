import { countUpToCap, findPage, toListPage } from "#lib/lists/find-page.ts";
import { operation } from "#lib/operations/operation.ts";
import { eventRequest } from "./event-request.ts";
import { toEventView } from "./event-view.ts";
import type { EventRow } from "./event-view.ts";
import { requireHistory } from "./require-history.ts";
import { EventPage, FindEventsInput } from "./schemas.ts";

/** The history of an account, newest first, searchable from the moment a change has committed (EVENT-01, EVENT-03, EVENT-10). */
export const findEvents = operation({
  name: "events.find",
  summary: "The event history of an account",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: FindEventsInput,
  output: EventPage,
  http: { method: "GET", path: "/accounts/{accountId}/events" },
  async run({ actor, account, db }, { size, after, before, ...asked }) {
    requireHistory(account);
    const request = eventRequest({ actor, account }, asked);
    const [page, total] = await Promise.all([findPage<EventRow>(db, { ...request, size, after, before }), countUpToCap(db, request.from, request.where)]);
    return toListPage(page, total, toEventView);
  },
});
