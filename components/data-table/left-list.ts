"use client";

import { useEffect, useSyncExternalStore } from "react";

/** Kept for as long as the tab is open: what somebody looks for today is no preference. */
const keyOf = (pathname: string) => `list ${pathname}`;

/** Remembers what a list shows, by its address. */
export function useLeftList(pathname: string, query: string): void {
  useEffect(() => window.sessionStorage.setItem(keyOf(pathname), query), [pathname, query]);
}

/** The address of a list as it was left in this tab: the same search, filters, order and page. */
export function useAddressOfLeftList(pathname: string): string {
  const query = useSyncExternalStore(never, () => window.sessionStorage.getItem(keyOf(pathname)) ?? "", () => "");
  return query ? `${pathname}?${query}` : pathname;
}

/** Nothing changes it while the page of a row is open. */
function never(): () => void {
  return () => undefined;
}
