"use client";

import { useEffect, useRef } from "react";
import type { RefObject } from "react";

/** For what takes the place of a form that was just sent: it has the focus as it appears, so that keyboard and screen reader go on from it. Give the element `tabIndex={-1}`. */
export function useFocusOnAppearing<Element extends HTMLElement>(): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
