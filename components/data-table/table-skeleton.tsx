import { classNames } from "#components/ui/class-names.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { TICK_CELL } from "./cell-classes.ts";
import { SHOWN_FROM } from "./column.ts";
import type { FromWidth } from "./column.ts";

type SkeletonLook = { from?: FromWidth; width?: string };

const FILLED = ["w-3/5", "w-4/5", "w-1/2", "w-2/3"];

type SkeletonRowsProps = { rows: number; looks: readonly SkeletonLook[]; selectable: boolean; compact: boolean };

/** The body of a list whose rows are on their way, in their shape. */
export function SkeletonRows({ rows, looks, selectable, compact }: SkeletonRowsProps) {
  const cell = classNames("border-b border-line", compact ? "h-row-compact" : "h-row");
  return (
    <tbody aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <tr key={row}>
          {selectable && (
            <td className={classNames(cell, TICK_CELL)}>
              <Skeleton className="m-1 size-4" />
            </td>
          )}
          {looks.map(({ from, width }, column) => (
            <td key={column} className={classNames(cell, "px-2 sm:px-3", width, from && SHOWN_FROM[from])}>
              <Skeleton className={classNames("h-3.5", FILLED[(row + column) % FILLED.length])} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

const USUAL: readonly SkeletonLook[] = [{}, {}, {}, { from: "md" }, { from: "md" }, { from: "lg" }];

/** A whole list on its way, with its toolbar. */
export function DataTableSkeleton() {
  return (
    <div aria-busy>
      <div className="mb-3 flex gap-2.5">
        <Skeleton className="h-control w-75" />
        <Skeleton className="h-control w-28" />
      </div>
      <div className="overflow-clip rounded-lg border border-line bg-surface shadow-sm">
        <table className="w-full border-separate border-spacing-0">
          <SkeletonRows rows={12} looks={USUAL} selectable compact={false} />
        </table>
      </div>
    </div>
  );
}
