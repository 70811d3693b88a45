import { Skeleton } from "#components/ui/skeleton.tsx";

/** A plan or a run on its way, in its shape. */
export function PlanSkeleton() {
  return (
    <div aria-busy>
      <div className="mb-5 flex flex-col gap-2">
        <Skeleton className="h-7 w-48" />
        <Skeleton className="h-4 w-full max-w-120" />
      </div>
      <div className="mb-4.5 grid grid-cols-2 gap-3.5 lg:grid-cols-4">
        {["mivb", "mbg", "micollab", "micc"].map((kind) => (
          <Skeleton key={kind} className="h-28 w-full" />
        ))}
      </div>
      <Skeleton className="h-72 w-full" />
    </div>
  );
}
