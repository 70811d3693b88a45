import { Skeleton } from "#components/ui/skeleton.tsx";
import { classNames } from "#components/ui/class-names.ts";

const WIDTHS = ["w-40", "w-52", "w-12", "w-44", "w-28", "w-20"];

/** The body of a list whose rows are on their way, in their shape. */
export function SkeletonRows({ rows, columns, selectable, compact }: { rows: number; columns: number; selectable: boolean; compact: boolean }) {
  const cell = classNames("border-b border-line px-3", compact ? "h-row-compact" : "h-row");
  return (
    <tbody aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {selectable && (
            <td className={classNames(cell, "w-11")}>
              <Skeleton className="size-4" />
            </td>
          )}
          {Array.from({ length: columns }, (_each, column) => (
            <td key={column} className={cell}>
              <Skeleton className={classNames("h-3.5 max-w-full", WIDTHS[(row + column) % WIDTHS.length])} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

/** A whole list on its way, for the `loading.tsx` of its page. */
export function DataTableSkeleton({ columns = 5, rows = 12 }: { columns?: number; rows?: number }) {
  return (
    <div aria-busy className="overflow-hidden">
      <div className="mb-3 flex gap-2.5">
        <Skeleton className="h-control w-75" />
        <Skeleton className="h-control w-28" />
      </div>
      <div className="overflow-hidden rounded-lg border border-line bg-surface shadow-sm">
        <table className="w-full">
          <SkeletonRows rows={rows} columns={columns} selectable compact={false} />
        </table>
      </div>
    </div>
  );
}
