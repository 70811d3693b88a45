"use client";

import { useEffect, useEffectEvent } from "react";
import type { RefObject } from "react";

const SAVE_AFTER_MS = 200;

/**
 * Lets the address name the place of a long list: the key of the page whose events are at the top of what is in sight. Who opens
 * that address again is there without loading what came before.
 * @param within something in the scrolling list
 * @param keys by which key each row was loaded
 */
export function useKeptPlace(within: RefObject<HTMLElement | null>, keys: ReadonlyMap<string, string | null>): void {
  const keep = useEffectEvent((box: HTMLElement) => {
    const row = firstInSight(box);
    const key = row && keys.get(row);
    if (row === undefined || key === undefined) return;
    const address = new URL(window.location.href);
    if ((address.searchParams.get("after") ?? null) === key) return;
    if (key === null) address.searchParams.delete("after");
    else address.searchParams.set("after", key);
    window.history.replaceState(window.history.state, "", address);
  });

  useEffect(() => {
    const box = within.current?.closest<HTMLElement>("[data-list]");
    if (!box) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const scrolled = () => {
      clearTimeout(timer);
      timer = setTimeout(() => keep(box), SAVE_AFTER_MS);
    };
    // On a phone the page scrolls, and not the list in it.
    for (const target of [box, window]) target.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const target of [box, window]) target.removeEventListener("scroll", scrolled);
    };
  }, [within]);
}

/** The id of the row that is at the top of what can be seen of the list. */
function firstInSight(box: HTMLElement): string | undefined {
  const rows = [...box.querySelectorAll<HTMLElement>("[data-row]")];
  const top = Math.max(box.getBoundingClientRect().top, 0);
  let [from, to] = [0, rows.length - 1];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rows[middle]!.getBoundingClientRect().bottom > top + 1) to = middle;
    else from = middle + 1;
  }
  return rows[from]?.dataset["row"];
}
