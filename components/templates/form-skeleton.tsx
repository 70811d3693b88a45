import { Skeleton } from "#components/ui/skeleton.tsx";

/** The form of a template on its way, for the `loading.tsx` of its pages. */
export function TemplateFormSkeleton() {
  return (
    <div aria-busy className="flex max-w-5xl flex-col gap-4">
      <Skeleton className="h-7 w-72 max-w-full" />
      <Skeleton className="h-28" />
      <Skeleton className="h-72" />
      <Skeleton className="h-96" />
    </div>
  );
}
