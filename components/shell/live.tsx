"use client";

import { createContext, use, useCallback, useEffect, useEffectEvent, useRef } from "react";
import type { ReactNode } from "react";
import type { NotificationView } from "#lib/notifications/schemas.ts";
import { listenWhileVisible } from "./live-stream.ts";
import { recentChanges } from "./recent-changes.ts";

/** What the server tells an open page. `again` is said after a break, during which anything may have been missed. */
export type LiveNews =
  | { type: "open"; again: boolean }
  | { type: "break" }
  | { type: "notification"; item: NotificationView }
  | { type: "change"; topic: string };

type Hear = (news: LiveNews) => void;
type Subscribe = (hear: Hear) => () => void;

const LiveContext = createContext<Subscribe>(() => () => undefined);

type LiveProviderProps = {
  accountId: string | null;
  /** When the server made the page: what has changed since then is told as the connection opens. */
  madeAt: number;
  children: ReactNode;
};

/** One connection for the whole page: the person's notifications, and that something of the open account has changed. */
export function LiveProvider({ accountId, madeAt, children }: LiveProviderProps) {
  const hearers = useRef(new Set<Hear>());
  const recent = useRef(recentChanges());
  const subscribe: Subscribe = useCallback((hear) => {
    hearers.current.add(hear);
    for (const topic of recent.current.at(performance.now())) hear({ type: "change", topic });
    return () => hearers.current.delete(hear);
  }, []);

  const addressOf = useEffectEvent((account: string | null) => {
    const query = new URLSearchParams({ since: String(madeAt), ...(account !== null && { account }) });
    return `/api/v1/me/stream?${query}`;
  });
  useEffect(() => {
    let opened = false;
    recent.current = recentChanges();
    const tell = (news: LiveNews) => {
      for (const hear of hearers.current) hear(news);
    };
    return listenWhileVisible(addressOf(accountId), {
      onOpen: () => {
        tell({ type: "open", again: opened });
        opened = true;
      },
      onBreak: () => tell({ type: "break" }),
      events: {
        notification: (data) => tell({ type: "notification", item: JSON.parse(data) }),
        change: (data) => {
          const { topic } = JSON.parse(data) as { topic: string };
          recent.current.note(topic, performance.now());
          tell({ type: "change", topic });
        },
      },
    });
  }, [accountId]);
  return <LiveContext value={subscribe}>{children}</LiveContext>;
}

/** Hears all that the server tells the page, and what had changed while the page was still on its way. */
export function useLiveNews(onNews: Hear): void {
  const subscribe = use(LiveContext);
  const hear = useEffectEvent(onNews);
  useEffect(() => subscribe((news) => hear(news)), [subscribe]);
}
