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
  return { found: current(answer, search), retry };
}

function current(answer: AccountSearch, search: string): AccountSearch {
  if (search === "") return { status: "idle" };
  if (answer.status === "idle") return { status: "searching" };
  return answer.status === "found" && answer.search !== search ? narrowed(answer.list, search) : answer;
}

/**
 * What of the last answer still fits while the next one is on its way, so that the list does not blink with every letter;
 * the rest of it must go, or a quick Enter would open an account that was not asked for.
 */
function narrowed(list: ListPage<AccountName>, search: string): AccountSearch {
  const wanted = search.toLocaleLowerCase();
  const items = list.items.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  return items.length === 0 ? { status: "searching" } : { status: "found", search, list: { ...list, items, next: null } };
}
