import type { ListShape } from "#components/data-table/list-state.ts";
import type { AccountListItem } from "#lib/accounts/schemas.ts";

export type AccountStatus = AccountListItem["status"];

/** What the address of the list of accounts can say. The state is not a filter but which of two lists it is (ACCT-03). */
export const ACCOUNT_LIST: ListShape = { filters: [], sorts: ["name", "modified"], defaultSort: "name" };

/** Which of the two lists an address names. */
export function statusIn(value: string | string[] | undefined): AccountStatus {
  return value === "deactivated" ? "deactivated" : "active";
}

/** Where a deactivated account leads instead of to its pages (ACCT-16). */
export function reactivationOf(accountId: string): string {
  return `/accounts?${new URLSearchParams({ status: "deactivated", reactivate: accountId })}`;
}
