/** What the addresses of the lists of account managers and of their accounts can say. Pure. */
import type { ListShape } from "#components/data-table/list-state.ts";
import { PARTNER_KINDS, SHARES } from "#lib/account-managers/schemas.ts";
import type { Share } from "#lib/account-managers/schemas.ts";

export const PEOPLE_LIST: ListShape = { filters: [], sorts: ["name", "modified"], defaultSort: "-modified" };
export const MANAGED_ACCOUNT_LIST: ListShape = { filters: [], sorts: ["name", "modified"], defaultSort: "name" };

type Value = string | string[] | undefined;

/** The tab of people that an address names. */
export function kindIn(value: Value): (typeof PARTNER_KINDS)[number] {
  return PARTNER_KINDS.find((kind) => kind === value) ?? "managers";
}

/** The tab of accounts that an address names. */
export function shareIn(value: Value): Share {
  return SHARES.find((share) => share === value) ?? "all";
}

/** Where the accounts of some managers are managed. */
export function managedAccountsOf(managerIds: readonly string[], share: Share = "all"): string {
  return `/account-managers/accounts?managers=${managerIds.join(",")}${share === "all" ? "" : `&share=${share}`}`;
}
