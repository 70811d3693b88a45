"use client";

import { useEffect, useState } from "react";
import { request } from "#components/api/request.ts";
import type { RequestError } from "#components/api/request.ts";
import type { ListPage } from "#lib/lists/schemas.ts";
import type { PlanView, RunView } from "#lib/plans/schemas.ts";
import { runQueryString } from "./run-query.ts";
import type { RunQuery } from "./run-query.ts";

export type Runs = {
  /** The page asked for last that has come; null until the first one has. */
  list: ListPage<RunView> | null;
  failure: RequestError | null;
  loading: boolean;
  retry: () => void;
};

/**
 * A list of runs. A plan has several of them (problems, failures, steps), so each is loaded by itself: one that fails takes
 * nothing else with it. Whenever the page got the plan anew the runs are asked for anew too.
 */
export function useRuns(accountId: string, plan: PlanView, query: RunQuery): Runs {
  const [list, setList] = useState<ListPage<RunView> | null>(null);
  const [failure, setFailure] = useState<RequestError | null>(null);
  const [loading, setLoading] = useState(true);
  const [attempt, setAttempt] = useState(0);
  const path = `/accounts/${accountId}/provisioning/plans/${plan.id}/runs?${runQueryString(query)}`;

  useEffect(() => {
    const { signal, abort } = abortable();
    const load = async () => {
      setLoading(true);
      const result = await request<ListPage<RunView>>("GET", path, { signal });
      if (result.ok) setList(result.data);
      setFailure(result.ok ? null : result.error);
      setLoading(false);
    };
    load().catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
    return abort;
  }, [path, plan, attempt]);
  return { list, failure, loading, retry: () => setAttempt((count) => count + 1) };
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}
