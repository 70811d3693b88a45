import { z } from "zod";
import { findPage } from "#lib/lists/find-page.ts";
import { notFound } from "#lib/operations/errors.ts";
import { operation } from "#lib/operations/operation.ts";
import { eventsById } from "./event-request.ts";
import { toEventView } from "./event-view.ts";
import type { EventRow } from "./event-view.ts";
import { requireHistory } from "./require-history.ts";
import { EventView } from "./schemas.ts";

/** One event, for an address that names it. */
export const getEvent = operation({
  name: "events.get",
  summary: "One event of an account",
  permission: [{ feature: "support", action: "view" }],
  scope: "account",
  kind: "read",
  input: z.object({ eventId: z.uuid() }),
  output: EventView,
  http: { method: "GET", path: "/accounts/{accountId}/events/{eventId}" },
  async run({ actor, account, db }, { eventId }) {
    requireHistory(account);
    const { rows } = await findPage<EventRow>(db, { ...eventsById({ actor, account }, [eventId]), size: 1 });
    if (!rows[0]) throw notFound("This event");
    return toEventView(rows[0]);
  },
});
