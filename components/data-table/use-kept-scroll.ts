"use client";

import { useEffect, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

const SAVE_AFTER_MS = 100;

/**
 * Keeps how far the list's own box is scrolled in the history entry, so that Back finds it where it was, and a page
 * not been at before starts at its top. `place` names the page of rows on screen.
 */
export function useKeptScroll(place: string): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const kept: unknown = window.history.state?.listScroll;
    if (box.current) box.current.scrollTop = typeof kept === "number" ? kept : 0;
  }, [place]);

  useEffect(() => {
    const element = box.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = setTimeout(() => window.history.replaceState({ ...window.history.state, listScroll: element?.scrollTop }, ""), SAVE_AFTER_MS);
    };
    element?.addEventListener("scroll", save, { passive: true });
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("scroll", save);
    };
  }, []);
  return box;
}
