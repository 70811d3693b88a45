"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { RunView } from "#lib/plans/schemas.ts";
import type { Runs } from "./use-runs.ts";

const MOST_SKELETON_ROWS = 6;

type RunListProps = {
  runs: Runs;
  /** About how many there will be. */
  expected: number;
  /** Said when there is none. */
  nothing: string;
  /** What narrows the list can be taken off again. */
  onClear?: (() => void) | undefined;
  children: (run: RunView, index: number) => ReactNode;
};

/** A page of runs, or why there is none: on its way, failed, or no match. */
export function RunList({ runs, expected, nothing, onClear, children }: RunListProps) {
  const t = useTranslations("plans.list");
  const { list, failure, loading, retry } = runs;
  if (failure) {
    return (
      <ErrorState title={t("failed")} requestId={failure.requestId} onRetry={retry} retrying={loading}>
        {failure.message}
      </ErrorState>
    );
  }
  if (list === null) {
    return (
      <div aria-busy className="flex flex-col">
        {Array.from({ length: Math.min(expected, MOST_SKELETON_ROWS) }, (_, index) => (
          <div key={index} className="flex min-h-row items-center gap-3 border-b border-line px-4 last:border-b-0">
            <Skeleton className="size-6.5" />
            <Skeleton className="h-4 w-40" />
            <Skeleton className="h-4 w-16" />
          </div>
        ))}
      </div>
    );
  }
  if (list.items.length === 0) return <EmptyState title={nothing} action={onClear && <Button onClick={onClear}>{t("clear")}</Button>} />;
  return <ul aria-busy={loading || undefined}>{list.items.map(children)}</ul>;
}
