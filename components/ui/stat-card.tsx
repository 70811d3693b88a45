import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type StatCardProps = {
  label: ReactNode;
  icon?: ReactNode;
  value: ReactNode;
  /** The colour of the figure; the line below says why. */
  tone?: "neutral" | "good" | "warn" | "bad";
  /** A line below: text or the link that leads on. */
  children?: ReactNode;
};

const FIGURE = { neutral: "text-fg", good: "text-good", warn: "text-warn", bad: "text-bad" };

/** One figure with its name and the way on. */
export function StatCard({ label, icon, value, tone = "neutral", children }: StatCardProps) {
  return (
    <div className="flex flex-col rounded-lg border border-line bg-surface px-4.5 py-4 shadow-sm">
      <p className="flex items-center gap-2 text-sm font-medium text-fg-3 [&_svg]:size-4 [&_svg]:shrink-0">
        {icon}
        {label}
      </p>
      <p className={classNames("my-1 text-2xl font-semibold", FIGURE[tone])}>{value}</p>
      {children && <div className="text-sm text-fg-3">{children}</div>}
    </div>
  );
}
