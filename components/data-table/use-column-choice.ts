"use client";

import { useMemo, useState } from "react";
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

type Keep = (changed: ListPreferences) => void;

/** Adds each change to what is kept for the person, so that two changes after another do not undo each other. */
export function useKeptPreferences(atStart: ListPreferences, onChange: Keep | undefined): Keep {
  const [kept, setKept] = useState(atStart);
  return (changed) => {
    const next = { ...kept, ...changed };
    setKept(next);
    onChange?.(next);
  };
}

/** The columns on screen. A choice goes into the address at once, so that it can be shared, and is kept for the person. */
export function useColumnChoice<Row>(columns: readonly Column<Row>[], address: ListAddress, keep: Keep): ChosenColumns {
  const { state, arrange } = address;
  const naming = columns[0];
  const chosen = state.columns?.join();
  const choice = useMemo(() => columnChoice(columns.slice(1), chosen?.split(",") ?? null), [columns, chosen]);
  return {
    choice,
    shown: [naming?.id ?? "", ...shownIds(choice)],
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
