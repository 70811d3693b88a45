import type { ReactNode } from "react";

/** A screen width from which on a column is shown; below it the column gives way, so that name, number and state remain on a phone. */
export type FromWidth = "sm" | "md" | "lg" | "xl";

/** One column of a list. The first column of a list names its rows: it is always there, always first, and stays in sight. */
export type Column<Row> = {
  /** Also the key by which the list sorts, where the list's shape names it. */
  id: string;
  header: string;
  /** What the list of columns calls it, where that is more than the header says. */
  chooserLabel?: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand to the right under a header to the right. */
  numeric?: boolean;
  /** The header is for screen readers only, e.g. above a menu per row. */
  headerHidden?: boolean;
  hideable?: boolean;
  hiddenByDefault?: boolean;
  from?: FromWidth;
  /** Width classes, e.g. "w-40 max-w-60"; a longer value is cut with an ellipsis and read in full on hover. */
  width?: string;
};

export const SHOWN_FROM: Record<FromWidth, string> = {
  sm: "hidden sm:table-cell",
  md: "hidden md:table-cell",
  lg: "hidden lg:table-cell",
  xl: "hidden xl:table-cell",
};

/** For words that hold only on screens too narrow for the column. */
export const ONLY_BELOW: Record<FromWidth, string> = { sm: "sm:hidden", md: "md:hidden", lg: "lg:hidden", xl: "xl:hidden" };
