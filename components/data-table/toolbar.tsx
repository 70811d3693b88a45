"use client";

import type { ReactNode, RefObject } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { AddFilter } from "./add-filter.tsx";
import { FilterChips } from "./filter-chips.tsx";
import { searchBlocker } from "./filters.ts";
import type { FilterDefinition } from "./filters.ts";
import { withFilter, withSearch } from "./list-changes.ts";
import type { ListAddress } from "./use-list-address.ts";
import { SearchBox } from "./search-box.tsx";

type ToolbarProps = {
  address: ListAddress;
  filters: readonly FilterDefinition[];
  /** Label of the search box; without it the list has none. */
  searchLabel: string | undefined;
  searchRef: RefObject<HTMLInputElement | null>;
  /** What arranges the list or takes it away: columns, export. */
  children: ReactNode;
};

/** What narrows the list, at the start; what arranges it, at the end. */
export function Toolbar({ address, filters, searchLabel, searchRef, children }: ToolbarProps) {
  const { state, ask } = address;
  return (
    <div className="mb-3 flex flex-wrap items-start gap-x-2.5 gap-y-2">
      {searchLabel && (
        <SearchBox
          label={searchLabel}
          value={state.search}
          blockedBy={searchBlocker(filters, state)?.label}
          inputRef={searchRef}
          onSearch={(text) => ask(withSearch(state, text), "replace")}
        />
      )}
      <div className={classNames("flex min-h-control min-w-0 flex-1 flex-wrap items-center gap-2 max-sm:empty:hidden", searchLabel && "max-sm:order-last max-sm:basis-full")}>
        <FilterChips filters={filters} applied={state.filters} onRemove={(id) => ask(withFilter(state, id, ""))} />
        {filters.length > 0 && (
          <AddFilter
            filters={filters}
            applied={state.filters}
            onApply={(filter, value) => ask(withFilter(state, filter.id, value, filter.excludes?.includes("search")))}
          />
        )}
      </div>
      <div className="ms-auto flex items-center">{children}</div>
    </div>
  );
}
