import { Skeleton, SkeletonText } from "#components/ui/skeleton.tsx";

export default function NewPlanLoading() {
  return (
    <div aria-busy className="max-w-2xl">
      <Skeleton className="mb-5 h-7 w-48" />
      <SkeletonText lines={8} />
    </div>
  );
}
