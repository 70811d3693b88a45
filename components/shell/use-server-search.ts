"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";

const SEARCH_AFTER_MS = 200;

export type ServerSearch<Answer> =
  | { status: "idle" }
  | { status: "searching" }
  | { status: "failed" }
  | { status: "found"; search: string; answer: Answer };

type Asked<Answer> = {
  /** As typed; an empty one searches nothing, unless `asksEmpty`. */
  text: string;
  /** What there is without a text is asked for too. */
  asksEmpty?: boolean;
  /** Where to ask for it. */
  pathOf: (search: string) => string;
  /**
   * What of the last answer still fits while the next one is on its way, so that the list does not blink with every letter; the
   * rest of it must go, or a quick Enter would open what was not asked for. Null when nothing of it is left.
   */
  narrow: (answer: Answer, search: string) => Answer | null;
};

/** Searches on the server while somebody types (pains 16): asked when they pause, and an answer that comes too late is dropped. */
export function useServerSearch<Answer>({ text, asksEmpty = false, pathOf, narrow }: Asked<Answer>): { found: ServerSearch<Answer>; retry: () => void } {
  const [last, setLast] = useState<ServerSearch<Answer>>({ status: "idle" });
  const [attempt, setAttempt] = useState(0);
  const search = text.trim();
  const path = search === "" && !asksEmpty ? null : pathOf(search);

  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const result = await request<Answer>("GET", path, { signal: abort.signal });
        setLast(result.ok ? { status: "found", search, answer: result.data } : { status: "failed" });
      } catch (cause) {
        if (!abort.signal.aborted) throw cause;
      }
    }, SEARCH_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [path, search, attempt]);

  const retry = () => {
    setLast({ status: "searching" });
    setAttempt(attempt + 1);
  };
  return { found: path === null ? { status: "idle" } : current(last, search, narrow), retry };
}

function current<Answer>(last: ServerSearch<Answer>, search: string, narrow: Asked<Answer>["narrow"]): ServerSearch<Answer> {
  if (last.status === "idle") return { status: "searching" };
  if (last.status !== "found" || last.search === search) return last;
  const answer = narrow(last.answer, search);
  return answer === null ? { status: "searching" } : { status: "found", search, answer };
}
