"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";

// Outside of the component: the shell is made anew where another account is opened.
let lastPathname: string | null = null;

/**
 * Moves focus to the heading of a page that was arrived at from another one, so that keyboard and screen reader go on from
 * there; Next announces the page's title. A change of the query alone (a filter, the next page of a list) moves nothing.
 */
export function ArrivalFocus({ mainId }: { mainId: string }) {
  const pathname = usePathname();
  useEffect(() => {
    const before = lastPathname;
    lastPathname = pathname;
    if (before === null || before === pathname) return;
    const main = document.getElementById(mainId);
    if (!main || main.contains(document.activeElement)) return;
    const target = main.querySelector<HTMLElement>("h1") ?? main;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  }, [pathname, mainId]);
  return null;
}
