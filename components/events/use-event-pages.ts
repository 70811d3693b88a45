"use client";

import { useRef, useState } from "react";
import { request } from "#components/api/request.ts";
import { listQuery } from "#components/data-table/list-state.ts";
import type { ListState } from "#components/data-table/list-state.ts";
import { useLiveChanges } from "#components/live/use-live-changes.ts";
import type { EventPage } from "#lib/events/schemas.ts";
import { appended, atTop, startOf } from "./event-pages.ts";
import type { Loaded } from "./event-pages.ts";

export type EventPages = Loaded & {
  loading: boolean;
  failed: boolean;
  /** How many events have come since the page was opened. */
  arrived: number;
  loadMore: () => void;
};

/**
 * The events on screen: the page that the server gave, then those that scrolling asked for, and in front of them those that
 * happened since. Belongs to one search, filter and order: another one is for another mount.
 */
export function useEventPages(accountId: string, page: EventPage | null, state: ListState): EventPages {
  const [loaded, setLoaded] = useState(() => startOf(page, state.after));
  const [given, setGiven] = useState(page);
  const [loading, setLoading] = useState(false);
  const [failed, setFailed] = useState(page === null);
  const [arrived, setArrived] = useState(0);
  const asked = useRef<string>(null);

  if (page !== given) {
    setGiven(page);
    setLoaded(startOf(page, state.after));
    setFailed(page === null);
    setArrived(0);
  }
  const read = (after: string | null) => {
    const query = new URLSearchParams(listQuery({ ...state, after, before: null }));
    return request<EventPage>("GET", `/accounts/${accountId}/events?${query}`);
  };
  const loadMore = async () => {
    const { next } = loaded;
    if (next === null || failed || asked.current === next) return;
    asked.current = next;
    setLoading(true);
    const answer = await read(next);
    asked.current = null;
    setLoading(false);
    if (answer.ok) setLoaded((before) => (before.next === next ? appended(before, next, answer.data) : before));
    else setFailed(true);
  };
  useLiveChanges(["events"], async () => {
    // Further down, or oldest first, what is new is not where the reader looks.
    if (failed || loaded.startedAt !== null || state.sort !== "-at") return;
    const answer = await read(null);
    if (!answer.ok) return;
    setArrived((before) => before + answer.data.items.filter(({ id }) => !loaded.keys.has(id)).length);
    setLoaded((before) => atTop(before, answer.data));
  });
  return { ...loaded, loading, failed, arrived, loadMore: () => void loadMore() };
}
