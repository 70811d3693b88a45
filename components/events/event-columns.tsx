import type { Column } from "#components/data-table/column.ts";
import { Time } from "#components/ui/time.tsx";
import type { EventView } from "#lib/events/schemas.ts";

type Words = { header: (id: EventColumn) => string; asset: (event: EventView) => string };
export type EventColumn = "actor" | "action" | "asset" | "at" | "properties" | "details" | "id" | "actorId" | "operation";

/** The columns of the event history (EVENT-09, EVENT-13 to EVENT-22). */
export function eventColumns({ header, asset }: Words): Column<EventView>[] {
  return [
    { id: "actor", header: header("actor"), cell: ({ actorName }) => actorName, width: "max-sm:max-w-32!" },
    { id: "action", header: header("action"), cell: ({ action }) => action },
    { id: "asset", header: header("asset"), cell: asset, width: "max-w-64! max-sm:max-w-36!" },
    { id: "at", header: header("at"), cell: happenedAt, from: "sm" },
    { id: "properties", header: header("properties"), cell: ({ changes }) => changes.map(({ property }) => property).join(", ") || "–", from: "lg", width: "max-w-48!" },
    { id: "details", header: header("details"), cell: ({ details }) => (Object.keys(details).length > 0 ? <code className="font-mono text-xs">{JSON.stringify(details)}</code> : "–"), from: "xl", width: "max-w-44!" },
    { id: "operation", header: header("operation"), cell: ({ operation }) => <code className="font-mono text-xs">{operation}</code>, hiddenByDefault: true },
    { id: "id", header: header("id"), cell: ({ id }) => <code className="font-mono text-xs">{id}</code>, hiddenByDefault: true },
    { id: "actorId", header: header("actorId"), cell: ({ actorId }) => <code className="font-mono text-xs">{actorId ?? "–"}</code>, hiddenByDefault: true },
  ];
}

/** Roughly for the eye, exactly beside it where there is room. */
function happenedAt({ at }: EventView) {
  return (
    <>
      <Time value={at} />
      <span className="ms-2 text-fg-3 max-xl:hidden">
        <Time value={at} show="exact" />
      </span>
    </>
  );
}
