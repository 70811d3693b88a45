"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLiveNews } from "#components/shell/live.tsx";

/** Shortest time between two refreshes: a run of many users says of each that something changed. */
const PAUSE_MS = 1_500;

/** Shows the page anew when users of the open account, their runs or their differences have changed. */
export function useLiveRefresh(): void {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  useLiveNews((news) => {
    const isOurs = news.type === "change" && /^(users$|plan:|drift$)/.test(news.topic);
    if (!isOurs && !(news.type === "open" && news.again)) return;
    timer.current ??= setTimeout(() => {
      timer.current = null;
      router.refresh();
    }, PAUSE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current ?? undefined), []);
}
