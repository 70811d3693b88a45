"use client";

import { useSyncExternalStore } from "react";
import { z } from "zod";
import { UserSelection } from "#lib/users/schemas.ts";

/** Where the list of users of an account leaves the selection that a plan is to be made for. */
const keyOf = (accountId: string) => `plan-selection.${accountId}`;

const KeptSelection = z.object({ selection: UserSelection, count: z.number().int(), words: z.string() });
export type KeptSelection = z.infer<typeof KeptSelection>;

/** The users that a plan is to be made for; null when none were handed over in this window, undefined while that is not known. */
export function useKeptSelection(accountId: string): KeptSelection | null | undefined {
  const text = useSyncExternalStore(subscribe, () => sessionStorage.getItem(keyOf(accountId)) ?? "", notKnown);
  return text === undefined ? undefined : parse(text);
}

/** The selection has become a plan. */
export function forgetKeptSelection(accountId: string): void {
  sessionStorage.removeItem(keyOf(accountId));
}

function parse(text: string): KeptSelection | null {
  try {
    return KeptSelection.parse(JSON.parse(text));
  } catch {
    // Nothing was kept, or by another release of the portal.
    return null;
  }
}

// It is left before this page opens, and by nobody while it is open.
function subscribe(): () => void {
  return () => undefined;
}

function notKnown(): undefined {
  return undefined;
}
