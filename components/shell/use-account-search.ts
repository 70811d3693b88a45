"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { AccountName } from "./shell-context.ts";

const SEARCH_AFTER_MS = 200;
const SHOWN = 8;

export type AccountSearch =
  | { status: "idle" }
  | { status: "searching" }
  | { status: "failed" }
  | { status: "found"; search: string; list: ListPage<AccountName> };

/** Searches the accounts that the person may open, on the server, while typing (pains 16). An empty text searches nothing. */
export function useAccountSearch(text: string): { found: AccountSearch; retry: () => void } {
  const [answer, setAnswer] = useState<AccountSearch>({ status: "idle" });
  const [attempt, setAttempt] = useState(0);
  const search = text.trim();

  useEffect(() => {
    if (search === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ search, size: String(SHOWN) });
      try {
        const result = await request<ListPage<AccountName>>("GET", `/accounts?${query}`, { signal: abort.signal });
        setAnswer(result.ok ? { status: "found", search, list: result.data } : { status: "failed" });
      } catch (cause) {
        if (!abort.signal.aborted) throw cause;
      }
    }, SEARCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search, attempt]);

  const retry = () => {
    setAnswer({ status: "searching" });
    setAttempt(attempt + 1);
  };
  if (search === "") return { found: { status: "idle" }, retry };
  // While the next answer is on its way the last one stays, so that the list does not blink with every letter.
  return { found: answer.status === "idle" ? { status: "searching" } : answer, retry };
}
