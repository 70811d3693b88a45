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

// Kept for each account: "all users" of one must never become all users of another that is gone back to.
const forManaging = (accountId: string) => `manage-selection.${accountId}`;

/** Leaves a selection for the page of a new plan, with its extent in words. */
export function keepForPlan(accountId: string, { selection, count }: SelectedUsers, words: string): void {
  sessionStorage.setItem(`plan-selection.${accountId}`, JSON.stringify({ selection, count, words }));
}

/** Leaves a selection for the Manage page. */
export function keepForManaging(accountId: string, users: SelectedUsers): void {
  sessionStorage.setItem(forManaging(accountId), JSON.stringify(users));
}

/** What was kept last of the account in this window, as text; empty when nothing was. */
export function keptForManaging(accountId: string): string {
  return sessionStorage.getItem(forManaging(accountId)) ?? "";
}
