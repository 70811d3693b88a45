/** What the address of a list says and how each act changes it. Pure, so that the server page and the browser read it alike. */
import { DEFAULT_PAGE_SIZE, MAX_SEARCH_LENGTH, PAGE_SIZES } from "./limits.ts";

export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

/** What one list knows: the filters and sort columns it takes (ids), and its order when the address names none. */
export type ListShape = {
  filters: readonly string[];
  sorts: readonly string[];
  /** A column id, "-" in front for descending. */
  defaultSort: string;
};

/** A view under a name: the address that brings it back, as a query string. */
export type SavedView = { name: string; query: string };

/** What a person last chose for one list; kept for that person, and overruled by the address. */
export type ListPreferences = {
  columns?: readonly string[];
  density?: Density;
  size?: number;
  views?: readonly SavedView[];
};

export type ListState = {
  search: string;
  filters: Readonly<Record<string, string>>;
  sort: string;
  size: number;
  after: string | null;
  before: string | null;
  /** Counted from 1; only for the "51–100 of 1,248" figure, rows are found by key. */
  page: number;
  /** Ids of the columns shown, in order; null where neither the address nor the person says. */
  columns: readonly string[] | null;
  density: Density;
};

/** Search and filters alone: what "all that match" means, and what an operation gets as the filter of a selection. */
export type ListFilter = Readonly<Record<string, string>>;

type Address = { get(name: string): string | null } | Readonly<Record<string, string | string[] | undefined>>;

const OWN_NAMES = ["search", "sort", "size", "after", "before", "page", "columns", "density"];

/**
 * Reads a list's state from its address (`URLSearchParams`, or a Next page's `searchParams`).
 * Whatever is malformed or unknown falls back to the person's preference, then to the default; it never fails.
 */
export function parseListState(address: Address, shape: ListShape, preferences: ListPreferences = {}): ListState {
  const read = reader(address);
  const after = read("after");
  return {
    search: read("search").trim().slice(0, MAX_SEARCH_LENGTH),
    filters: Object.fromEntries(shape.filters.map((id) => [id, read(id)] as const).filter(([, value]) => value !== "")),
    sort: sortFrom(read("sort"), shape),
    size: sizeFrom(read("size")) ?? sizeFrom(String(preferences.size)) ?? DEFAULT_PAGE_SIZE,
    after: after || null,
    before: after ? null : read("before") || null,
    page: Math.max(1, Number.parseInt(read("page"), 10) || 1),
    columns: read("columns") ? columnsFrom(read("columns")) : (preferences.columns ?? null),
    density: DENSITIES.find((density) => density === read("density")) ?? preferences.density ?? "comfortable",
  };
}

function reader(address: Address): (name: string) => string {
  if (typeof address.get === "function") {
    const params = address as { get(name: string): string | null };
    return (name) => params.get(name) ?? "";
  }
  const record = address as Readonly<Record<string, string | string[] | undefined>>;
  return (name) => {
    const value = record[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
}

/** In an address for columns: those of the list's own choice, whatever the person has chosen; and none but the one that names the row. */
const USUAL_COLUMNS = "default";
const NO_COLUMNS = "none";

function columnsFrom(value: string): readonly string[] | null {
  if (value === USUAL_COLUMNS) return null;
  return value === NO_COLUMNS ? [] : value.split(",");
}

function sortFrom(value: string, shape: ListShape): string {
  return shape.sorts.includes(value.replace(/^-/, "")) ? value : shape.defaultSort;
}

function sizeFrom(value: string): number | undefined {
  return PAGE_SIZES.find((size) => String(size) === value);
}

/**
 * The address that says this state, as a query string without "?".
 * Parameters of `current` that are not the list's are kept, so that a list can stand under a tab.
 */
export function addressOf(state: ListState, shape: ListShape, preferences: ListPreferences, current: URLSearchParams): string {
  const params = new URLSearchParams(current);
  for (const name of [...OWN_NAMES, ...shape.filters]) params.delete(name);
  if (state.search) params.set("search", state.search);
  for (const id of shape.filters) if (state.filters[id]) params.set(id, state.filters[id]);
  if (state.sort !== shape.defaultSort) params.set("sort", state.sort);
  if (state.size !== (preferences.size ?? DEFAULT_PAGE_SIZE)) params.set("size", String(state.size));
  if (state.after) params.set("after", state.after);
  if (state.before) params.set("before", state.before);
  if (state.page > 1) params.set("page", String(state.page));
  if (state.columns?.join() !== preferences.columns?.join()) params.set("columns", state.columns ? state.columns.join() || NO_COLUMNS : USUAL_COLUMNS);
  if (state.density !== (preferences.density ?? "comfortable")) params.set("density", state.density);
  return params.toString();
}

/** The state as input of the list's operation: only what is set, every value a string for zod to read. */
export function listQuery(state: ListState): Record<string, string> {
  return {
    ...listFilter(state),
    ...(state.sort && { sort: state.sort }),
    size: String(state.size),
    ...(state.after && { after: state.after }),
    ...(state.before && { before: state.before }),
  };
}

export function listFilter(state: Pick<ListState, "search" | "filters">): ListFilter {
  return state.search ? { ...state.filters, search: state.search } : { ...state.filters };
}

/** The view as an export asks for it: same rows, order and columns, and the zone its times are to be written in. */
export function exportQuery(state: ListState, columns: readonly string[], timeZone: string): URLSearchParams {
  return new URLSearchParams({
    ...listFilter(state),
    ...(state.sort && { sort: state.sort }),
    columns: columns.join(),
    timeZone,
  });
}

/** Equal texts mean the same rows in the same order on the same page, however they are arranged on screen. */
export function addressKey(state: ListState): string {
  return new URLSearchParams(listQuery(state)).toString();
}
