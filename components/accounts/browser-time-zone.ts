"use client";

import { useSyncExternalStore } from "react";

/** The time zone of this browser; the server, which can not know it, takes UTC. */
export function useBrowserTimeZone(): string {
  return useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

function never(): () => void {
  return () => {};
}
