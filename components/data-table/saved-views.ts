/** Views of a list that a person has saved under names: search, filters, order, columns and row height. Pure. */
import type { Result } from "#components/api/request.ts";
import { firstPage } from "./list-changes.ts";
import { addressOf, parseListState } from "./list-state.ts";
import type { ListShape, ListState, SavedView } from "./list-state.ts";

/** Makes a change to the saved views as they are kept by then, and tells whether it is kept. */
export type ChangeViews = (change: (views: readonly SavedView[]) => SavedView[]) => Promise<Result<unknown>>;

export const MAX_VIEWS = 20;
export const MAX_VIEW_NAME = 40;

/** The list as it is now, from its first page. */
export function viewOf(name: string, state: ListState, shape: ListShape): SavedView {
  return { name: name.trim().slice(0, MAX_VIEW_NAME), query: addressOf(firstPage(state), shape, {}, new URLSearchParams()) };
}

/** The state of the list that a view stands for; what the list does not know any more falls back to its default. */
export function stateOf({ query }: SavedView, shape: ListShape): ListState {
  return parseListState(new URLSearchParams(query), shape);
}

/** The views with one more, in the order of their names; it takes the place of one of the same name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  return [...withoutView(views, view.name), view].toSorted((a, b) => a.name.localeCompare(b.name));
}

export function withoutView(views: readonly SavedView[], name: string): SavedView[] {
  return views.filter((view) => !isSame(view.name, name));
}

/** The view of that name, however it is written. */
export function namedView(views: readonly SavedView[], name: string): SavedView | undefined {
  return views.find((view) => isSame(view.name, name));
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
