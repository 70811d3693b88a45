"use client";

import { useEffect } from "react";

// Outside of React, where only a whole new page load forgets it.
let wasInPortal = false;

/** In every page behind sign-in: one that comes back out of the browser's memory is loaded anew, since its person may have signed out meanwhile. */
export function PortalPage() {
  useEffect(() => {
    wasInPortal = true;
    const comeBack = ({ persisted }: PageTransitionEvent) => persisted && location.reload();
    window.addEventListener("pageshow", comeBack);
    return () => window.removeEventListener("pageshow", comeBack);
  }, []);
  return null;
}

/**
 * In the pages before sign-in: where a click in the portal led to one because the session had ended, it is loaded anew as a
 * whole. Else the pages seen before would be a press on Back away, and half of this one in the language of who is gone.
 */
export function PublicPage() {
  useEffect(() => {
    if (wasInPortal) location.reload();
  }, []);
  return null;
}
