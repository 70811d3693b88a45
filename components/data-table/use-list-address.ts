"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useMemo, useOptimistic, useState, useTransition } from "react";
import { useLeftList } from "./left-list.ts";
import { addressOf, parseListState } from "./list-state.ts";
import type { ListPreferences, ListShape, ListState } from "./list-state.ts";

export type Arrangement = Pick<ListState, "columns" | "density">;

export type ListAddress = {
  /** What the person asked for last, at once; the rows follow when the server has answered. */
  state: ListState;
  /** The state of the rows on screen. */
  answered: ListState;
  pending: boolean;
  /** Asks the server for other rows. A search while typing replaces the address, every other act can be gone back from. */
  ask: (next: ListState, how?: "push" | "replace") => void;
  /** Arranges what is on screen without asking the server. */
  arrange: (next: Arrangement) => void;
  reload: () => void;
};

/**
 * Keeps a list's state in the address bar. The arrangement is read from it once and from then on written to it: going
 * back to an earlier page of rows brings back the rows, and leaves the columns as they were last set.
 */
export function useListAddress(shape: ListShape, preferences: ListPreferences): ListAddress {
  const router = useRouter();
  const pathname = usePathname();
  const params = useSearchParams();
  useLeftList(pathname, params.toString());
  const parsed = useMemo(() => parseListState(params, shape, preferences), [params, shape, preferences]);
  const [arrangement, setArrangement] = useState<Arrangement>({ columns: parsed.columns, density: parsed.density });
  const [asked, show] = useOptimistic(parsed);
  const [pending, startTransition] = useTransition();

  const answered = { ...parsed, ...arrangement };
  const address = (next: ListState) => {
    const query = addressOf(next, shape, preferences, new URLSearchParams(params));
    return query ? `${pathname}?${query}` : pathname;
  };
  return {
    state: { ...asked, ...arrangement },
    answered,
    pending,
    ask: (next, how = "push") =>
      startTransition(() => {
        show(next);
        router[how](address(next), { scroll: false });
      }),
    arrange: (next) => {
      setArrangement(next);
      window.history.replaceState({ listScroll: window.history.state?.listScroll }, "", address({ ...answered, ...next }));
    },
    reload: () => startTransition(() => router.refresh()),
  };
}
