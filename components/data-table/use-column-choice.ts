"use client";

import { useMemo } from "react";
import { columnChoice, shownIds } from "./column-choice.ts";
import type { ColumnChoice } from "./column-choice.ts";
import type { Column } from "./column.ts";
import type { Density, ListPreferences } from "./list-state.ts";
import type { ListAddress } from "./use-list-address.ts";

export type ChosenColumns = {
  choice: ColumnChoice;
  /** Ids of the columns on screen, in order, the naming column first. */
  shown: readonly string[];
  choose: (choice: ColumnChoice) => void;
  setDensity: (density: Density) => void;
  reset: () => void;
};

/** The columns on screen. A choice goes into the address at once, so that it can be shared, and is kept for the person. */
export function useColumnChoice<Row>(
  columns: readonly Column<Row>[],
  address: ListAddress,
  preferences: ListPreferences,
  onPreferencesChange: ((preferences: ListPreferences) => void) | undefined,
): ChosenColumns {
  const { state, arrange } = address;
  const [naming, ...others] = columns;
  const chosen = state.columns?.join();
  const choice = useMemo(() => columnChoice(columns.slice(1), chosen?.split(",") ?? null), [columns, chosen]);
  const keep = (changed: ListPreferences) => onPreferencesChange?.({ ...preferences, columns: state.columns ?? undefined, density: state.density, ...changed });
  return {
    choice,
    shown: [naming?.id ?? "", ...shownIds(choice)],
    choose: (next) => {
      arrange({ ...state, columns: shownIds(next) });
      keep({ columns: shownIds(next) });
    },
    setDensity: (density) => {
      arrange({ ...state, density });
      keep({ density });
    },
    reset: () => {
      const columnsByDefault = shownIds(columnChoice(others, null));
      arrange({ ...state, columns: preferences.columns ? columnsByDefault : null, density: "comfortable" });
      keep({ columns: undefined, density: undefined });
    },
  };
}
