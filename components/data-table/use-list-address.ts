"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useOptimistic, useTransition } from "react";
import { addressOf, parseListState } from "./list-state.ts";
import type { ListPreferences, ListShape, ListState } from "./list-state.ts";

export type ListAddress = {
  /** What the person asked for last, at once; the rows follow when the server has answered. */
  state: ListState;
  /** The state of the rows on screen. */
  answered: ListState;
  pending: boolean;
  /** Asks the server for other rows. A search while typing replaces the address, every other act can be gone back from. */
  ask: (next: ListState, how?: "push" | "replace") => void;
  /** Arranges what is on screen (columns, density) without asking the server. */
  arrange: (next: ListState) => void;
  reload: () => void;
};

/** Keeps a list's state in the address bar. */
export function useListAddress(shape: ListShape, preferences: ListPreferences): ListAddress {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  const answered = useMemo(() => parseListState(params, shape, preferences), [params, shape, preferences]);
  const [state, show] = useOptimistic(answered);
  const [pending, startTransition] = useTransition();

  const address = (next: ListState) => {
    const query = addressOf(next, shape, preferences, new URLSearchParams(params));
    return query ? `${pathname}?${query}` : pathname;
  };
  return {
    state,
    answered,
    pending,
    ask: (next, how = "push") =>
      startTransition(() => {
        show(next);
        router[how](address(next), { scroll: false });
      }),
    arrange: (next) => window.history.replaceState(null, "", address(next)),
    reload: () => startTransition(() => router.refresh()),
  };
}
