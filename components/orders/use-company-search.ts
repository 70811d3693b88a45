"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { Company } from "#lib/orders/schemas.ts";

const SEARCH_AFTER_MS = 200;

type Answer = { search: string | null; items: readonly Company[] };

/** Active accounts whose name holds what is typed; the first ones while nothing is (ORDER-17). */
export function useCompanySearch(text: string): { found: readonly Company[]; searching: boolean; failed: string | null } {
  const [answer, setAnswer] = useState<Answer>({ search: null, items: [] });
  const [failed, setFailed] = useState<string | null>(null);
  const search = text.trim();

  useEffect(() => {
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const result = await request<{ items: Company[] }>("GET", `/orders/companies?${new URLSearchParams({ search: search.slice(0, 100) })}`, { signal: abort.signal });
        setFailed(result.ok ? null : result.error.message);
        setAnswer({ search, items: result.ok ? result.data.items : [] });
      } catch (cause) {
        if (!abort.signal.aborted) throw cause;
      }
    }, SEARCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [search]);
  // While the next answer is on its way the last one stays, so that the list does not blink with every letter.
  return { found: answer.items, searching: answer.search !== search, failed };
}
