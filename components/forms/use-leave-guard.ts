"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { gateHistory } from "./history-gate.ts";
import { guardLeaving, type AskToLeave } from "./unsaved-changes.ts";

/**
 * While `when` holds, every way off the page asks first: links, back and forward, closing and reloading, and navigation
 * by script through `leaveSafely`. The App Router offers no hook that could hold a navigation back, so links are caught
 * before React sees the click, and a step in the history is taken back before the router sees it. `ask` must be stable.
 */
export function useLeaveGuard(when: boolean, ask: AskToLeave): void {
  const router = useRouter();
  const agreed = useRef(false);

  useEffect(() => {
    if (!when) return;
    agreed.current = false;
    const askOnce: AskToLeave = (leave) =>
      ask(() => {
        agreed.current = true;
        leave();
      });

    function onClick(event: MouseEvent) {
      if (agreed.current) return;
      const link = leavingLink(event);
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      askOnce(() => follow(link, (href) => router.push(href)));
    }

    function onBeforeUnload(event: BeforeUnloadEvent) {
      if (!agreed.current) event.preventDefault();
    }

    // Whoever goes on typing has not left after all.
    function onInput() {
      agreed.current = false;
    }

    const endHistory = guardHistory(askOnce, () => agreed.current);
    const endScripts = guardLeaving(askOnce);
    document.addEventListener("click", onClick, true);
    document.addEventListener("input", onInput, true);
    window.addEventListener("beforeunload", onBeforeUnload);
    return () => {
      endHistory();
      endScripts();
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("input", onInput, true);
      window.removeEventListener("beforeunload", onBeforeUnload);
    };
  }, [when, ask, router]);
}

/** The link that a plain click would follow away from this page in this tab. */
function leavingLink(event: MouseEvent): HTMLAnchorElement | null {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link || link.hasAttribute("download") || (link.target !== "" && link.target !== "_self")) return null;
  const there = new URL(link.href);
  if (there.protocol !== "http:" && there.protocol !== "https:") return null;
  return addressOf(there) === addressOf(location) ? null : link;
}

/** An address without its fragment: a jump within the page loses nothing. */
function addressOf({ origin, pathname, search }: URL | Location): string {
  return origin + pathname + search;
}

/** Follows a link as a click on it would; one that has left the document meanwhile (in a menu that closed) by its address. */
function follow(link: HTMLAnchorElement, push: (href: string) => void): void {
  if (link.isConnected) return link.click();
  const there = new URL(link.href);
  if (there.origin === location.origin) push(there.pathname + there.search + there.hash);
  else location.assign(there);
}

/** Takes a step in the history back, asks, and repeats it on consent. Gives back how to end that. */
function guardHistory(ask: AskToLeave, agreed: () => boolean): () => void {
  let here = historyIndex();
  const address = addressOf(location);
  let returning = false;

  function onPopState(event: PopStateEvent) {
    if (returning) {
      returning = false;
      event.stopImmediatePropagation();
      return;
    }
    if (agreed()) return;
    if (addressOf(location) === address) {
      here = historyIndex();
      return;
    }
    const there = historyIndex();
    // Without the Navigation API the direction is not told; back is by far the likelier.
    const step = here !== null && there !== null ? there - here : -1;
    event.stopImmediatePropagation();
    returning = true;
    history.go(-step);
    ask(() => history.go(step));
  }

  return gateHistory(onPopState);
}

function historyIndex(): number | null {
  return "navigation" in window ? (window.navigation.currentEntry?.index ?? null) : null;
}
