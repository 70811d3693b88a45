"use client";

import { useMemo, useSyncExternalStore } from "react";
import { keptForManaging } from "./selected-users.ts";
import type { SelectedUsers } from "./selected-users.ts";

/** The selection that was handed to the Manage page; null when this window keeps none of the account, undefined while that is not known (on the server). */
export function useKeptSelection(accountId: string): SelectedUsers | null | undefined {
  const text = useSyncExternalStore(never, () => keptForManaging(accountId), () => undefined);
  return useMemo(() => (text ? (JSON.parse(text) as SelectedUsers) : text === undefined ? undefined : null), [text]);
}

/** What is kept does not change while its page is open. */
function never(): () => void {
  return () => {};
}
