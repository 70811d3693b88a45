/** Each act on a list as a change of its state. Whatever changes which rows there are, or their order, goes back to the first page. */
import { MAX_SEARCH_LENGTH } from "./limits.ts";
import { listFilter } from "./list-state.ts";
import type { ListState } from "./list-state.ts";

const FIRST_PAGE = { after: null, before: null, page: 1 } as const;

export function withSearch(state: ListState, search: string): ListState {
  return { ...state, ...FIRST_PAGE, search: search.trim().slice(0, MAX_SEARCH_LENGTH) };
}

/** Applies a filter, or takes it off with an empty value. `clearsSearch` is for a filter that can not stand beside a search (USER-36). */
export function withFilter(state: ListState, id: string, value: string, clearsSearch = false): ListState {
  const { [id]: _former, ...others } = state.filters;
  const filters = value === "" ? others : { ...others, [id]: value };
  return { ...state, ...FIRST_PAGE, filters, search: clearsSearch ? "" : state.search };
}

export function withoutFilters(state: ListState): ListState {
  return { ...state, ...FIRST_PAGE, filters: {}, search: "" };
}

/** A column not sorted by yet sorts ascending; the one sorted by turns round. */
export function withSortBy(state: ListState, columnId: string): ListState {
  return { ...state, ...FIRST_PAGE, sort: state.sort === columnId ? `-${columnId}` : columnId };
}

export function withSize(state: ListState, size: number): ListState {
  return { ...state, ...FIRST_PAGE, size };
}

export function firstPage(state: ListState): ListState {
  return { ...state, ...FIRST_PAGE };
}

export function nextPage(state: ListState, key: string): ListState {
  return { ...state, after: key, before: null, page: state.page + 1 };
}

/** The second page goes back to the first without a key, so that rows added since in front of it are seen. */
export function previousPage(state: ListState, key: string): ListState {
  return state.page <= 2 ? firstPage(state) : { ...state, after: null, before: key, page: state.page - 1 };
}

export function isFiltered(state: ListState): boolean {
  return Object.keys(listFilter(state)).length > 0;
}

/** Equal texts mean the same search and filters, in whatever order they were applied. */
export function filterKey(state: Pick<ListState, "search" | "filters">): string {
  return JSON.stringify(Object.entries(listFilter(state)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
