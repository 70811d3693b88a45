"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { SupportContact } from "#lib/accounts/schemas.ts";

const SEARCH_AFTER_MS = 200;
const NOBODY: readonly SupportContact[] = [];

type Answer = { search: string; items: readonly SupportContact[] };

/**
 * Known people whose name or address holds what is typed; none for an empty text. A search that fails finds nobody: an address
 * can still be typed in full.
 */
export function useContactSuggestions(path: string, text: string): { found: readonly SupportContact[]; searching: boolean } {
  const [answer, setAnswer] = useState<Answer>({ search: "", items: NOBODY });
  const search = text.trim();

  useEffect(() => {
    if (search === "") return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const result = await request<{ items: SupportContact[] }>("GET", `${path}?${new URLSearchParams({ search: search.slice(0, 100) })}`, { signal: abort.signal });
        setAnswer({ search, items: result.ok ? result.data.items : NOBODY });
      } catch (cause) {
        if (!abort.signal.aborted) throw cause;
      }
    }, SEARCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, search]);

  if (search === "") return { found: NOBODY, searching: false };
  // While the next answer is on its way the last one stays, so that the list does not blink with every letter.
  return { found: answer.items, searching: answer.search !== search };
}
