"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { useLiveNews } from "#components/shell/live.tsx";
import { useLiveChanges } from "./use-live-changes.ts";

type LiveRefreshProps = {
  topics: readonly string[];
  /** Somebody is at work on what the page shows: what ended between its making and the opening of its connection is told by nobody. */
  inMotion?: boolean;
};

/** Put into a page that shows something others change too: reads the page anew, in place, when one of the topics has changed. */
export function LiveRefresh({ topics, inMotion = false }: LiveRefreshProps) {
  const router = useRouter();
  const refresh = () => startTransition(() => router.refresh());
  useLiveChanges(topics, refresh);
  useLiveNews((news) => {
    if (inMotion && news.type === "open" && !news.again) refresh();
  });
  return null;
}
