import { classNames } from "./class-names.ts";

/** A grey block in the shape of what is being loaded. The region around it says that it is busy (`aria-busy`). */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classNames("block animate-pulse rounded-sm bg-fg/8", className ?? "h-4 w-full")} />;
}

/** A paragraph that is being loaded. */
export function SkeletonText({ lines = 3 }: { lines?: number }) {
  return (
    <span className="flex flex-col gap-2">
      {Array.from({ length: lines }, (_, index) => (
        <Skeleton key={index} className={index === lines - 1 && lines > 1 ? "h-3.5 w-3/5" : "h-3.5 w-full"} />
      ))}
    </span>
  );
}
