"use client";

import { useMemo, useState } from "react";
import { columnChoice, shownIds } from "./column-choice.ts";
import type { ColumnChoice } from "./column-choice.ts";
import type { Column } from "./column.ts";
import type { KeepPreferences } from "./keep-preferences.ts";
import type { Density, ListPreferences } from "./list-state.ts";
import type { ChangeViews } from "./saved-views.ts";
import type { ListAddress } from "./use-list-address.ts";

export type ChosenColumns = {
  choice: ColumnChoice;
  /** Ids of the columns on screen, in order, the naming column first. */
  shown: readonly string[];
  choose: (choice: ColumnChoice) => void;
  setDensity: (density: Density) => void;
  reset: () => void;
};

export type KeptPreferences = {
  kept: ListPreferences;
  keep: (changed: ListPreferences) => void;
  /** Changes the saved views; nothing on the page either when they could not be kept. */
  keepViews: ChangeViews;
};

const NOWHERE: KeepPreferences = { soon: () => undefined, now: async () => ({ ok: true, data: {} }) };

/** Adds each change to what is kept for the person, so that two changes after another do not undo each other. */
export function useKeptPreferences(atStart: ListPreferences, keeper: KeepPreferences = NOWHERE): KeptPreferences {
  const [kept, setKept] = useState(atStart);
  return {
    kept,
    keep: (changed) => {
      setKept({ ...kept, ...changed });
      keeper.soon(changed);
    },
    keepViews: async (change) => {
      const result = await keeper.now((stored) => ({ ...stored, views: change(stored.views ?? []) }));
      if (result.ok) setKept(result.data);
      return result;
    },
  };
}

/** Which columns can be chosen: all, or all but the first one, which names the row. */
export type Choosable = "all" | "others";

/** The columns on screen. A choice goes into the address at once, so that it can be shared, and is kept for the person. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[], address: ListAddress, keep: KeptPreferences["keep"], choosable: Choosable = "others"): ChosenColumns {
  const { state, arrange } = address;
  const isFixed = choosable === "others";
  const naming = columns[0];
  const chosen = state.columns?.join();
  const choice = useMemo(() => columnChoice(isFixed ? columns.slice(1) : columns, chosen?.split(",") ?? null), [columns, isFixed, chosen]);
  return {
    choice,
    shown: isFixed ? [naming?.id ?? "", ...shownIds(choice)] : shownIds(choice),
    choose: (next) => {
      arrange({ columns: shownIds(next), density: state.density });
      keep({ columns: shownIds(next) });
    },
    setDensity: (density) => {
      arrange({ columns: state.columns, density });
      keep({ density });
    },
    reset: () => {
      arrange({ columns: null, density: "comfortable" });
      keep({ columns: undefined, density: undefined });
    },
  };
}
