"use client";

import { useTranslations } from "next-intl";
import { DataTableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { usePendingStage } from "#components/ui/use-pending-stage.ts";
import { useNavigationUnderWay } from "./navigation-under-way.ts";

/** Over the page that is left: nothing while the next one may be there at once, then a quiet mark, then the shape of a page. */
export function ArrivalMark() {
  const t = useTranslations("shell");
  const stage = usePendingStage(useNavigationUnderWay());
  if (stage === "none") return null;
  return (
    <>
      <div aria-hidden className="fixed inset-x-0 top-0 z-50 h-0.5 animate-pulse bg-accent" />
      {stage === "skeleton" && (
        <div className="absolute inset-0 z-40 bg-bg px-3.5 py-5 md:px-7">
          <p role="status" className="sr-only">
            {t("loading")}
          </p>
          <Skeleton className="h-7 w-48" />
          <Skeleton className="mt-2 mb-5 h-4 w-72" />
          <DataTableSkeleton />
        </div>
      )}
    </>
  );
}
