/** The values that the form of Account Information is about, and what becomes of them when two people edit at once. Pure. */
import type { AccountInformation, AccountView } from "#lib/accounts/schemas.ts";

export const ACCOUNT_FIELDS = ["name", "country", "province", "address", "city", "postalCode", "defaultLanguage", "businessType", "timeZone", "supportContacts"] as const;
export type AccountField = (typeof ACCOUNT_FIELDS)[number];

/** The values of the form out of an account. */
export function valuesOf(account: AccountView): AccountInformation {
  return Object.fromEntries(ACCOUNT_FIELDS.map((field) => [field, account[field]])) as unknown as AccountInformation;
}

/** What somebody else saved while a form was open: fields only they changed, and fields that both did. */
export type Meanwhile = { by: string; version: number; saved: AccountInformation; mine: Partial<AccountInformation>; taken: AccountField[]; both: AccountField[] };

/**
 * Compares what the form began with, what was typed and what is stored by now. What both changed to the same is no matter;
 * what was typed is `mine` and is kept.
 */
export function meanwhile(began: AccountInformation, typed: Partial<AccountInformation>, now: AccountView): Meanwhile {
  const saved = valuesOf(now);
  const changedThere = ACCOUNT_FIELDS.filter((field) => !same(began[field], saved[field]));
  const mine = Object.fromEntries(Object.entries(typed).filter(([field, value]) => !same(value, saved[field as AccountField])));
  return {
    by: now.modifiedBy,
    version: now.version,
    saved,
    mine,
    taken: changedThere.filter((field) => !(field in mine)),
    both: changedThere.filter((field) => field in mine),
  };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
