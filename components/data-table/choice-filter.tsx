"use client";

import Check from "lucide-react/icons/check";
import { classNames } from "#components/ui/class-names.ts";
import { POPUP_ITEM } from "#components/ui/popup-classes.ts";
import type { FilterDefinition } from "./filters.ts";

type ChoiceFilterProps = {
  filter: Extract<FilterDefinition, { kind: "choice" }>;
  value: string | undefined;
  onChoose: (value: string) => void;
};

/** The values of a filter, of which one is taken. */
export function ChoiceFilter({ filter, value, onChoose }: ChoiceFilterProps) {
  return (
    <ul className="-mx-1 max-h-80 overflow-y-auto">
      {filter.options.map((option) => (
        <li key={option.value}>
          <button
            type="button"
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
            className={classNames(POPUP_ITEM, "hover:bg-accent-soft focus-visible:-outline-offset-2")}
          >
            <span className="flex-1">{option.label}</span>
            {option.value === value && <Check aria-hidden className="text-accent" />}
          </button>
        </li>
      ))}
    </ul>
  );
}
