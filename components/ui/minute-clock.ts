"use client";

import { useSyncExternalStore } from "react";

const TICK_MS = 30_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let current = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// The same answer for half a minute, as React reads a store several times and wants one answer.
function read(): number {
  if (Date.now() - current >= TICK_MS) current = Date.now();
  return current;
}

/** Now, renewed twice a minute by one timer for the whole page. While hydrating it is the server's now, so that both agree. */
export function useMinuteClock(serverNow: Date): Date {
  const time = useSyncExternalStore(subscribe, read, () => serverNow.getTime());
  return new Date(time);
}
