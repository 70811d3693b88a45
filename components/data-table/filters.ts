/** What filters a list offers, and which of them can not stand beside each other (USER-36, USER-37). Pure. */
import type { ListState } from "./list-state.ts";

export type FilterOption = { value: string; label: string };

type FilterBase = {
  /** The name in the address and in the operation's input. */
  id: string;
  label: string;
  /** Ids of filters, or "search", that can not be used while this one is applied; it holds in both directions between filters. */
  excludes?: readonly string[];
};

export type FilterDefinition =
  | (FilterBase & { kind: "choice"; options: readonly FilterOption[] })
  | (FilterBase & { kind: "text"; fieldLabel: string; inputMode?: "text" | "tel" | "email" | "numeric" });

type Applied = Pick<ListState, "filters">;

/** The applied filter because of which `definition` can not be used now, if there is one. */
export function blockerOf(definition: FilterDefinition, all: readonly FilterDefinition[], applied: Applied): FilterDefinition | undefined {
  return all.find(
    (other) =>
      applied.filters[other.id] !== undefined &&
      (other.excludes?.includes(definition.id) || definition.excludes?.includes(other.id)),
  );
}

/** The applied filter because of which the search box can not be used now, if there is one. */
export function searchBlocker(all: readonly FilterDefinition[], applied: Applied): FilterDefinition | undefined {
  return all.find((filter) => applied.filters[filter.id] !== undefined && filter.excludes?.includes("search"));
}

/** How an applied value reads on its chip; a value that is no longer offered reads as it stands in the address. */
export function valueLabel(definition: FilterDefinition, value: string): string {
  if (definition.kind === "text") return value;
  return definition.options.find((option) => option.value === value)?.label ?? value;
}
