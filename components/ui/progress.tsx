import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type ProgressProps = {
  label: ReactNode;
  /** `null` while the extent is not known yet. */
  value: number | null;
  max?: number;
  /** Shown at the end of the label, such as "3 of 5". */
  detail?: ReactNode;
  labelHidden?: boolean;
  tone?: "accent" | "good" | "bad";
};

const FILL = {
  accent: "[&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent",
  good: "[&::-webkit-progress-value]:bg-good [&::-moz-progress-bar]:bg-good",
  bad: "[&::-webkit-progress-value]:bg-bad [&::-moz-progress-bar]:bg-bad",
};

/** How much of something is done or used. */
export function Progress({ label, value, max = 100, detail, labelHidden, tone = "accent" }: ProgressProps) {
  return (
    <label className="flex flex-col gap-1.5">
      <span className={labelHidden ? "sr-only" : "flex justify-between gap-3 text-xs text-fg-2"}>
        <span className="min-w-0 truncate">{label}</span>
        {detail && <span className="shrink-0">{detail}</span>}
      </span>
      <progress
        max={max}
        value={value ?? undefined}
        className={classNames(
          "h-1.5 w-full appearance-none overflow-hidden rounded-full border-0 bg-fg/10 indeterminate:animate-pulse indeterminate:bg-accent/40",
          "[&::-webkit-progress-bar]:bg-transparent [&::-webkit-progress-value]:rounded-full [&::-webkit-progress-value]:transition-[inline-size]",
          FILL[tone],
        )}
      />
    </label>
  );
}
