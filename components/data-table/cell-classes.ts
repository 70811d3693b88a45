/** The cell with the check box: always in sight, as wide as `BESIDE_TICK_CELL` says. */
export const TICK_CELL = "sticky start-0 w-10 min-w-10 bg-inherit ps-1.5 select-none sm:w-11 sm:min-w-11 sm:ps-2.5";

/** The cell that names its row: in sight while the others scroll. */
export const NAMING_CELL = "sticky bg-inherit";
export const BESIDE_TICK_CELL = "start-10 sm:start-11";
