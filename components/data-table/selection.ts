/** Which rows are ticked. Kept by row id, so that it survives paging and sorting (pains 19, 20). Pure. */
import type { Selection } from "#lib/lists/schemas.ts";
import type { ListFilter } from "./list-state.ts";

/** "some" holds the ticked ids, "all" the ids left out. `anchor` is the row ticked last, where a range starts. */
export type Ticks = { mode: "some" | "all"; ids: ReadonlySet<string>; anchor: string | null };

export type TickAct =
  | { type: "row"; id: string; on: boolean }
  | { type: "range"; id: string; on: boolean; pageIds: readonly string[] }
  | { type: "page"; on: boolean; pageIds: readonly string[] }
  | { type: "all" }
  | { type: "clear" };

export const NO_TICKS: Ticks = { mode: "some", ids: new Set(), anchor: null };

export function tick(ticks: Ticks, act: TickAct): Ticks {
  switch (act.type) {
    case "row":
      return { ...setTicked(ticks, [act.id], act.on), anchor: act.id };
    case "range":
      return { ...setTicked(ticks, between(act.pageIds, ticks.anchor, act.id), act.on), anchor: act.id };
    case "page":
      return setTicked(ticks, act.pageIds, act.on);
    case "all":
      return { mode: "all", ids: new Set(), anchor: null };
    case "clear":
      return NO_TICKS;
  }
}

function setTicked(ticks: Ticks, ids: readonly string[], on: boolean): Ticks {
  const held = new Set(ticks.ids);
  for (const id of ids) {
    if (on === (ticks.mode === "some")) held.add(id);
    else held.delete(id);
  }
  return { ...ticks, ids: held };
}

/** An anchor on another page has no rows between that anyone can see: then only the row itself is meant. */
function between(pageIds: readonly string[], anchor: string | null, id: string): readonly string[] {
  const from = anchor === null ? -1 : pageIds.indexOf(anchor);
  const to = pageIds.indexOf(id);
  if (from < 0 || to < 0) return [id];
  return pageIds.slice(Math.min(from, to), Math.max(from, to) + 1);
}

export function isTicked(ticks: Ticks, id: string): boolean {
  return ticks.ids.has(id) === (ticks.mode === "some");
}

/** How many rows are ticked, of `total` that match. */
export function tickedCount(ticks: Ticks, total: number): number {
  return ticks.mode === "some" ? ticks.ids.size : Math.max(0, total - ticks.ids.size);
}

export function tickedOnPage(ticks: Ticks, pageIds: readonly string[]): number {
  return pageIds.filter((id) => isTicked(ticks, id)).length;
}

/** What an operation is told to act on; null where nothing is ticked. */
export function selectionOf(ticks: Ticks, filter: ListFilter, total: number): Selection<ListFilter> | null {
  if (tickedCount(ticks, total) === 0) return null;
  return ticks.mode === "some" ? { mode: "some", ids: [...ticks.ids] } : { mode: "all", filter, except: [...ticks.ids] };
}
