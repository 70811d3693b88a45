import { classNames } from "./class-names.ts";

/** Above the sticky bars of a page; a popup opened later lies above one opened before by its place in the document. */
export const POPUP_LAYER = "z-50 outline-none";

const FADE = "transition-[opacity,scale] duration-100 data-starting-style:scale-98 data-starting-style:opacity-0 data-ending-style:opacity-0";

export const POPUP = classNames(
  "origin-(--transform-origin) rounded-md border border-line-strong bg-surface text-sm text-fg shadow-lg outline-none",
  "max-h-(--available-height) max-w-[min(var(--available-width),calc(100vw-1rem))]",
  FADE,
);

/** One line of a menu or of a list of choices. */
export const POPUP_ITEM = classNames(
  "flex min-h-8 w-full items-center gap-2.5 rounded-sm px-2 py-1 text-start text-sm outline-none select-none",
  "data-highlighted:bg-accent-soft data-highlighted:text-fg data-disabled:text-fg-3 data-disabled:cursor-not-allowed",
  "[&_svg]:size-4 [&_svg]:shrink-0",
);
