"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { useLiveNews } from "#components/shell/live.tsx";
import { paced } from "./paced.ts";
import type { Paced } from "./paced.ts";
import { concerns } from "./topics.ts";

const PAUSE_MS = 1_000;

/**
 * Calls back when something of these topics has changed in the open account, or may have while there was no connection; at
 * most once a second, as a run of ten thousand users tells of every one. A topic that ends in ":" means all that begin with it.
 */
export function useLiveChanges(topics: readonly string[], onChange: () => void): void {
  const pace = useRef<Paced>(null);
  const tell = useEffectEvent(onChange);
  useEffect(() => {
    const made = paced(() => tell(), PAUSE_MS);
    pace.current = made;
    return () => made.cancel();
  }, []);
  useLiveNews((news) => {
    if ((news.type === "change" && concerns(news.topic, topics)) || (news.type === "open" && news.again)) pace.current?.call();
  });
}
