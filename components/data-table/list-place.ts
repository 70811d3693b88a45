"use client";

import { useEffect, useSyncExternalStore } from "react";

const keyOf = (path: string) => `list-place.${path}`;

/** Remembers, while this window is open, which search, filters, order and page a list was left with. */
export function useKeepListPlace(path: string, query: string): void {
  useEffect(() => sessionStorage.setItem(keyOf(path), query), [path, query]);
}

/** The address of a list as it was left last in this window, so that a way back to it does not lose the reader's place (pains 11). */
export function useListPlace(path: string): string {
  const query = useSyncExternalStore(never, () => sessionStorage.getItem(keyOf(path)) ?? "", () => "");
  return query ? `${path}?${query}` : path;
}

/** A list keeps its place while it is on screen, and not while something leads back to it. */
function never(): () => void {
  return () => undefined;
}
