import { classNames } from "./class-names.ts";

export const TAB_LIST = "flex gap-1 overflow-x-auto border-b border-line";

export const TAB = classNames(
  "-mb-px min-h-9 shrink-0 border-b-2 border-transparent px-3 py-1.5 text-sm font-medium text-fg-2 hover:text-fg",
  "focus-visible:-outline-offset-2 data-active:border-accent data-active:text-accent data-disabled:text-fg-3 data-disabled:opacity-60",
  "aria-[current=page]:border-accent aria-[current=page]:text-accent",
);
