"use client";

import { useCallback, useReducer, useState } from "react";
import type { Dispatch } from "react";
import type { ListPage, Selection } from "#lib/lists/schemas.ts";
import { filterKey } from "./list-changes.ts";
import { listFilter } from "./list-state.ts";
import type { ListFilter, ListState } from "./list-state.ts";
import { NO_TICKS, selectionOf, tick, tickedCount } from "./selection.ts";
import type { TickAct, Ticks } from "./selection.ts";

/** What is selected, as a feature gets it. `clear` is for when the act is done and the rows are no longer what they were. */
export type Selected = {
  selection: Selection<ListFilter> | null;
  /** How many rows; a lower bound where the list's total is one. */
  count: number;
  countIsExact: boolean;
  clear: () => void;
};

/** What a selection held when a change of filter cleared it. */
export type Cleared = { count: number; all: boolean };

type TicksOfList = {
  ticks: Ticks;
  act: Dispatch<TickAct>;
  selected: Selected;
  cleared: Cleared | null;
  forgetCleared: () => void;
};

/** The ticks of a list. They outlive paging and sorting; another search or filter clears them, and says so. */
export function useTicks(list: ListPage<unknown>, answered: ListState): TicksOfList {
  const [ticks, dispatch] = useReducer(tick, NO_TICKS);
  const [cleared, setCleared] = useState<Cleared | null>(null);
  const key = filterKey(answered);
  const [keyOfTicks, setKeyOfTicks] = useState(key);
  const count = tickedCount(ticks, list.total);

  if (key !== keyOfTicks) {
    setKeyOfTicks(key);
    setCleared(count > 0 ? { count, all: ticks.mode === "all" } : null);
    dispatch({ type: "clear" });
  }
  const act = useCallback((next: TickAct) => {
    setCleared(null);
    dispatch(next);
  }, []);
  const selected: Selected = {
    selection: selectionOf(ticks, listFilter(answered), list.total),
    count,
    countIsExact: ticks.mode === "some" || list.totalIsExact,
    clear: () => act({ type: "clear" }),
  };
  return { ticks, act, selected, cleared, forgetCleared: () => setCleared(null) };
}
