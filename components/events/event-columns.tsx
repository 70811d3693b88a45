import type { ReactNode } from "react";
import type { Column } from "#components/data-table/column.ts";
import type { EventView } from "#lib/events/schemas.ts";
import type { EventWords } from "./event-words.ts";

export type EventColumn = "actor" | "action" | "asset" | "at" | "properties" | "details" | "id" | "actorId" | "role" | "type" | "extra" | "tags";

/** The columns of the event history: first the usual ones in their order (EVENT-09), then those that can be shown (EVENT-13 to EVENT-23). */
export function eventColumns(header: (id: EventColumn) => string, words: EventWords): Column<EventView>[] {
  return [
    { id: "actor", header: header("actor"), cell: (event) => actor(event, words), width: "max-w-60! max-sm:max-w-40!" },
    { id: "action", header: header("action"), cell: ({ action }) => words.action(action) },
    { id: "asset", header: header("asset"), cell: (event) => words.asset(event), width: "max-w-64! max-sm:max-w-36!" },
    { id: "at", header: header("at"), cell: ({ at }) => <time dateTime={at}>{words.time(at)}</time> },
    { id: "properties", header: header("properties"), cell: ({ changes }) => code(JSON.stringify(changes.map(({ property }) => property))), width: "max-w-48!" },
    { id: "details", header: header("details"), cell: ({ coreDetails }) => code(JSON.stringify(coreDetails)), width: "max-w-56!" },
    { id: "type", header: header("type"), cell: ({ type }) => type, hiddenByDefault: true },
    { id: "role", header: header("role"), cell: (event) => words.role(event) || "–", hiddenByDefault: true },
    { id: "id", header: header("id"), cell: ({ id }) => code(id), hiddenByDefault: true },
    { id: "actorId", header: header("actorId"), cell: ({ actorId }) => (actorId ? code(actorId) : "–"), hiddenByDefault: true },
    { id: "extra", header: header("extra"), cell: ({ extraDetails }) => code(JSON.stringify(extraDetails)), hiddenByDefault: true, width: "max-w-56!" },
    { id: "tags", header: header("tags"), cell: ({ tags }) => tags.join(", ") || "–", hiddenByDefault: true },
  ];
}

/** As what somebody acted in an account that is not their own stands under the name. */
function actor(event: EventView, words: EventWords): ReactNode {
  const assumed = words.assumed(event);
  return (
    <>
      {event.actorName} {assumed && <span className="block truncate text-xs font-normal text-fg-3">{assumed}</span>}
    </>
  );
}

function code(text: string): ReactNode {
  return <code className="font-mono text-xs">{text}</code>;
}
