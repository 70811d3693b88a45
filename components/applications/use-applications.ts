"use client";

import { useState } from "react";
import { request } from "#components/api/request.ts";
import type { ApplicationKey, ApplicationList, ApplicationView, OpenedApplication } from "#lib/applications/schemas.ts";

export type Applications = {
  /** Null until loaded. */
  items: readonly ApplicationView[] | null;
  /** Why they could not be loaded, or one not opened; empty otherwise. */
  failure: string;
  /** The one that is just being opened. */
  opening: ApplicationKey | null;
  reload: () => void;
  /** Opens one in a tab of its own; gives whether it was. */
  launch: (key: ApplicationKey) => Promise<boolean>;
};

/** The applications of the signed-in person, as they are when they are asked for. */
export function useApplications(): Applications {
  const [items, setItems] = useState<Applications["items"]>(null);
  const [failure, setFailure] = useState("");
  const [opening, setOpening] = useState<ApplicationKey | null>(null);

  const load = async () => {
    const result = await request<ApplicationList>("GET", "/me/applications");
    setFailure(result.ok ? "" : result.error.message);
    if (result.ok) setItems(result.data.items);
  };
  const launch = async (key: ApplicationKey) => {
    if (opening !== null) return false;
    // Before the answer is there: a browser opens a tab for somebody who has pressed, not for a page that has waited.
    const tab = window.open("", "_blank");
    setOpening(key);
    const result = await request<OpenedApplication>("POST", `/me/applications/${key}/open`);
    setOpening(null);
    if (!result.ok) {
      tab?.close();
      await load();
      setFailure(result.error.message);
      return false;
    }
    if (tab) tab.opener = null;
    (tab ?? window).location.replace(result.data.address);
    return true;
  };
  return { items, failure, opening, reload: () => void load(), launch };
}
