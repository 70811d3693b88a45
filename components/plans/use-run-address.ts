"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { FIRST_PLACE } from "./place.ts";
import type { Place } from "./place.ts";
import { RUN_GROUPS } from "./run-query.ts";
import type { RunGroup } from "./run-query.ts";

export type RunAddress = {
  search: string;
  /** Null where the address names none. */
  group: RunGroup | "all" | null;
  place: Place;
  setSearch: (search: string) => void;
  setGroup: (group: RunGroup | "all") => void;
  setPlace: (place: Place) => void;
};

/** Keeps in the address which runs are on screen, so that Back from a run finds them again. The page itself is not asked for anew. */
export function useRunAddress(): RunAddress {
  const pathname = usePathname();
  const params = useSearchParams();
  const asked = params.get("show");
  const after = params.get("after");
  const write = (entries: Record<string, string>) => {
    const query = new URLSearchParams(Object.entries(entries).filter(([, value]) => value !== "")).toString();
    window.history.replaceState(null, "", query ? `${pathname}?${query}` : pathname);
  };
  const search = params.get("search") ?? "";
  const group = asked === "all" ? "all" : (RUN_GROUPS.find((each) => each === asked) ?? null);
  return {
    search,
    group,
    place: { after, before: after === null ? params.get("before") : null, page: Math.max(1, Number.parseInt(params.get("page") ?? "", 10) || 1) },
    setSearch: (next) => write({ show: group ?? "", search: next.trim() }),
    setGroup: (next) => write({ show: next, search }),
    setPlace: (next) => write({ show: group ?? "", search, ...(next === FIRST_PLACE ? {} : { after: next.after ?? "", before: next.before ?? "", page: String(next.page) }) }),
  };
}
