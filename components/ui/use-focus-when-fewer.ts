"use client";

import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** Where the focus goes on when the entry of a list that had it has been removed; else the keyboard would begin anew at the top of the page. */
export function useFocusWhenFewer<Element extends HTMLElement>(count: number): RefObject<Element | null> {
  const element = useRef<Element>(null);
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) element.current?.focus();
    before.current = count;
  }, [count]);
  return element;
}
