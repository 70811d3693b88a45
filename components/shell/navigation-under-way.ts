"use client";

import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

/** One that ends where it began, by a redirect, is told by nobody: it is taken to have ended after this. */
const LONGEST_MS = 10_000;

// Outside of React: Next tells of the beginning of a navigation outside of it (instrumentation-client.ts).
let target: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const hearers = new Set<() => void>();

function goingTo(pathname: string | null): void {
  clearTimeout(timer);
  if (pathname !== null) timer = setTimeout(() => goingTo(null), LONGEST_MS);
  target = pathname;
  for (const hear of hearers) hear();
}

/** Notes that a navigation has begun. */
export function navigationBegan(url: string): void {
  goingTo(new URL(url, window.location.href).pathname);
}

function subscribe(hear: () => void): () => void {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

/** Calls back whenever another page is asked for, while the page that is left still stands. @returns ends it */
export function whenLeaving(leave: () => void): () => void {
  return subscribe(() => void (target !== null && target !== window.location.pathname && leave()));
}

/** Whether another page was asked for and is not there yet. A change of the query alone is the business of the page. */
export function useNavigationUnderWay(): boolean {
  const pathname = usePathname();
  const asked = useSyncExternalStore(subscribe, () => target, () => null);
  useEffect(() => goingTo(null), [pathname]);
  return asked !== null && asked !== pathname;
}
