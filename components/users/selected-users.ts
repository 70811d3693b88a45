/** Users that an act is for, and how they are handed from the list to another page. */
import type { ListFilter } from "#components/data-table/list-state.ts";
import type { Selection } from "#lib/lists/schemas.ts";

export type SelectedUsers = {
  selection: Selection<ListFilter>;
  /** How many; a lower bound where `isExact` is false. */
  count: number;
  isExact: boolean;
};

/** All users of the account, as a selection. */
export function allUsers(count: number): SelectedUsers {
  return { selection: { mode: "all", filter: {}, except: [] }, count, isExact: true };
}

/** The selection that a plan is to be made for, as the page of a new plan finds it: with its extent in words. */
const FOR_PLAN = "plan-selection";
const FOR_MANAGING = "manage-selection";

export function keepForPlan({ selection, count }: SelectedUsers, words: string): void {
  sessionStorage.setItem(FOR_PLAN, JSON.stringify({ selection, count, words }));
}

export function keepForManaging(users: SelectedUsers): void {
  sessionStorage.setItem(FOR_MANAGING, JSON.stringify(users));
}

/** What was kept last in this window, as text; empty when nothing was. */
export function keptForManaging(): string {
  return sessionStorage.getItem(FOR_MANAGING) ?? "";
}
