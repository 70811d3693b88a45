import { classNames } from "./class-names.ts";

export type ControlSize = "sm" | "md" | "lg";

export const CONTROL_HEIGHT: Record<ControlSize, string> = {
  sm: "min-h-7 text-sm",
  md: "min-h-control text-sm",
  lg: "min-h-10 text-sm",
};

/** The frame that text fields, selects and combo boxes share; it reddens by `aria-invalid` and rings on focus. */
export const CONTROL_FRAME = classNames(
  "w-full min-w-0 rounded-md border border-line-control bg-surface text-fg",
  "transition-[border-color,box-shadow] hover:border-fg-3",
  "focus-visible:border-accent focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent",
  "focus-visible:shadow-[0_0_0_3px_var(--accent-soft)]",
  "aria-invalid:border-bad focus-visible:aria-invalid:outline-bad",
  "disabled:border-line disabled:bg-surface-2 disabled:text-fg-3 data-readonly:bg-surface-2",
);
