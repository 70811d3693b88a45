import { DataTableSkeleton } from "#components/data-table/table-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function RunsLoading() {
  return (
    <>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-7 w-24" />
        <Skeleton className="h-4 w-80" />
      </div>
      <DataTableSkeleton />
    </>
  );
}
