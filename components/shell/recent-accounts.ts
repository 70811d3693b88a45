/** The accounts that a partner opened last. Pure. */
import type { AccountName } from "./shell-context.ts";

/** The preference under which they are kept, as a list of id and name. */
export const RECENT_ACCOUNTS_KEY = "recent-accounts";

const KEPT = 6;

/** Puts the account opened now in front. Null where it stands there already, under this name. */
export function withRecent(recent: readonly AccountName[], opened: AccountName): AccountName[] | null {
  if (recent[0]?.id === opened.id && recent[0].name === opened.name) return null;
  return [{ id: opened.id, name: opened.name }, ...recent.filter(({ id }) => id !== opened.id)].slice(0, KEPT);
}

/** Reads what was kept; whatever is not a list of id and name is left out. */
export function readRecent(kept: unknown): AccountName[] {
  if (!Array.isArray(kept)) return [];
  return kept.filter(isAccountName).map(({ id, name }) => ({ id, name }));
}

function isAccountName(value: unknown): value is AccountName {
  if (typeof value !== "object" || value === null || !("id" in value) || !("name" in value)) return false;
  return typeof value.id === "string" && typeof value.name === "string";
}
